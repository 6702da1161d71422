"""When we told a family something wrong: one person says so, another confirms, the family hears it (floor 7; R-21)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View

from portal.core.refusing import Refused
from portal.matching.access import access_correction, access_talk
from portal.matching.forms import ReasonForm
from portal.matching.models import Correction
from portal.matching.permissions import READERS, can_decide
from portal.matching.policies import check_may_speak
from portal.matching.services.correcting import approve_correction, refuse_correction, request_correction
from portal.matching.services.disclosure import note_refused
from portal.matching.services.talks import plan_talk
from portal.matching.telling_forms import PlanForm
from portal.office.permissions import RolesMixin, actor_of
from portal.office.views.pairs_telling import refusal

from .one_form import one_form


class WrongView(RolesMixin, View):
    """Say that the family was told something wrong."""

    roles = frozenset(READERS)

    def get(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Ask what was wrong."""
        return self._page(request, access_talk(key, user=request.user), ReasonForm())

    def post(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Save it; another person answers."""
        talk = access_talk(key, user=request.user)
        form = ReasonForm(request.POST)
        if not form.is_valid():
            return self._page(request, talk, form, status=422)
        reason = form.cleaned_data["reason"]
        try:
            made = request_correction(
                disclosure=talk.disclosure, reason=reason, user=request.user, actor=actor_of(request)
            )
        except Refused as refused:
            form.add_error(None, str(refused))
            return self._page(request, talk, form, status=409)
        messages.success(request, _("Your request is saved. Another person answers it."))
        return redirect("office:correction", made.pk)

    def _page(self, request: HttpRequest, talk, form: Form, status: int = 200) -> HttpResponse:
        lead = _(
            "Write what was wrong and how you know. Another person confirms it. Then two people read the records from "
            "the start, and the family is told of our error in a talk, soon and with an apology."
        )
        words = {"title": _("We told the family something wrong"), "button": _("Ask for the correction"), "lead": lead}
        back, file = reverse("office:talk", args=[talk.pk]), talk.disclosure.pair.registration
        return one_form(request, form, current="talks", reference=file.reference, back=back, status=status, **words)


class CorrectionView(RolesMixin, View):
    """What somebody says we told wrongly, and the answer of another person."""

    roles = frozenset(READERS)

    def get(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Show it."""
        correction = access_correction(key, user=request.user)
        talk = correction.talks.live().select_related("teller").first()
        is_open = correction.approved_at is None and correction.refused_at is None
        is_own = correction.requested_by_id == request.user.pk
        context = {
            "current": "talks",
            "correction": correction,
            "file": correction.disclosure.pair.registration,
            "talk": talk,
            "is_own": is_open and is_own,
            "may_answer": is_open and not is_own and can_decide(request.user),
            "may_plan": correction.approved_at is not None and (talk is None or talk.told_at is None),
            "obstacle": refusal(check_may_speak, correction.disclosure.pair.registration),
        }
        return render(request, "office/talks/correction.html", context)

    def post(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Confirm or refuse."""
        correction = access_correction(key, user=request.user)
        if not can_decide(request.user):
            raise PermissionDenied
        act = approve_correction if request.POST.get("answer") == "approve" else refuse_correction
        try:
            act(correction=correction, user=request.user, actor=actor_of(request))
        except Refused as refused:
            note_refused(pair=correction.disclosure.pair, act="correction", actor=actor_of(request))
            messages.warning(request, str(refused))
        else:
            messages.success(request, _("Your answer is saved."))
        return redirect("office:correction", correction.pk)


class PlanCorrectionView(RolesMixin, View):
    """Plan the talk in which the family hears of our error."""

    roles = frozenset(READERS)

    def get(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Show the form."""
        return self._page(request, access_correction(key, user=request.user), PlanForm())

    def post(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Plan it."""
        correction = access_correction(key, user=request.user)
        form = PlanForm(request.POST)
        if not form.is_valid():
            return self._page(request, correction, form, status=422)
        who: dict[str, Any] = {"user": request.user, "actor": actor_of(request)}
        try:
            plan_talk(disclosure=correction.disclosure, correction=correction, **form.cleaned_data, **who)
        except Refused as refused:
            form.add_error(None, str(refused))
            return self._page(request, correction, form, status=409)
        messages.success(request, _("Saved"))
        return redirect("office:correction", correction.pk)

    def _page(self, request: HttpRequest, correction: Correction, form: Form, status: int = 200) -> HttpResponse:
        file = correction.disclosure.pair.registration
        words = {"title": _("Plan the talk"), "button": _("Save"), "reference": file.reference}
        back = reverse("office:correction", args=[correction.pk])
        return one_form(request, form, current="talks", back=back, status=status, **words)
