"""Deciding, by two people, whether a family is asked to speak with us (floor 7)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.http import require_POST

from portal.matching.access import access_pair
from portal.matching.enums import PairState
from portal.matching.forms import DisclosureForm
from portal.matching.models import CandidatePair
from portal.matching.permissions import DECIDERS, READERS, can_decide
from portal.matching.policies import Refused, check_may_tell, open_disclosure
from portal.matching.services.disclosure import approve_disclosure, refuse_disclosure, request_disclosure
from portal.office.permissions import RolesMixin, for_roles

from .pairs import staff_actor, work_context


class TellingView(RolesMixin, View):
    """Ask for a decision, or see the one that waits for a second person."""

    roles = frozenset(READERS)

    def get(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Show what stands and what is asked."""
        return self._page(request, access_pair(key, user=request.user), DisclosureForm())

    def post(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Ask for a decision."""
        pair = access_pair(key, user=request.user)
        form = DisclosureForm(request.POST)
        if not form.is_valid():
            return self._page(request, pair, form, status=422)
        try:
            request_disclosure(pair=pair, user=request.user, actor=staff_actor(request), **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
            return self._page(request, pair, form, status=409)
        messages.success(request, _("Your request is saved. Another person answers it."))
        return redirect("office:pair-telling", pair.pk)

    def _page(self, request: HttpRequest, pair: CandidatePair, form: DisclosureForm, status: int = 200) -> HttpResponse:
        waiting = open_disclosure(pair)
        context = {
            **work_context(request, pair),
            "form": form,
            "waiting_decision": waiting,
            "is_own": bool(waiting and waiting.requested_by_id == request.user.pk),
            "may_answer": bool(waiting and waiting.requested_by_id != request.user.pk and can_decide(request.user)),
            "is_confirmed": pair.state == PairState.VERIFIED,
            "obstacle": _obstacle(pair),
        }
        return render(request, "office/pairs/telling.html", context, status=status)


def _obstacle(pair: CandidatePair) -> str:
    """Why the family may not be told at present, or an empty text."""
    try:
        check_may_tell(pair)
    except Refused as refused:
        return str(refused)
    return ""


@require_POST
@for_roles(frozenset(DECIDERS))
def answer(request: HttpRequest, key: UUID) -> HttpResponse:
    """Approve or refuse, by another person than the one who asked."""
    pair = access_pair(key, user=request.user)
    disclosure = open_disclosure(pair)
    if disclosure is None:
        messages.warning(request, _("This decision has already been answered."))
        return redirect("office:pair-telling", pair.pk)
    act = approve_disclosure if request.POST.get("answer") == "approve" else refuse_disclosure
    try:
        act(disclosure=disclosure, user=request.user, actor=staff_actor(request))
    except Refused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, _("Your answer is saved."))
    return redirect("office:pair-telling", pair.pk)
