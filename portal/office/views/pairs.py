"""Reading and judging possible matches (floor 7)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.http import require_POST

from portal.accounts.enums import Role
from portal.core.refusing import Refused
from portal.matching.access import access_pair
from portal.matching.drawing import timeline, waterfall
from portal.matching.enums import REOPENABLE, ROLE_WORDS, MatchRole, PairState, Reading
from portal.matching.forms import JudgeForm, ReasonForm
from portal.matching.history import visible_judgements, what_changed
from portal.matching.mapping import map_of
from portal.matching.models import CandidatePair
from portal.matching.permissions import DECIDERS, READERS, can_decide, can_judge
from portal.matching.policies import reading_for
from portal.matching.services.judging import judge, keep, reopen, take_back
from portal.matching.sides import read_sides
from portal.office.permissions import RolesMixin, actor_of, for_roles

from .pairs_queue import JUDGED, next_after, work_context


class PairView(RolesMixin, View):
    """Both sides, the reasons, and the judgement."""

    roles = frozenset(READERS)

    def get(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Show the pair."""
        return self._page(request, access_pair(key, user=request.user), JudgeForm())

    def post(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Save one reading."""
        pair = access_pair(key, user=request.user)
        form = JudgeForm(request.POST)
        if not form.is_valid():
            return self._page(request, pair, form, status=422)
        try:
            judge(pair=pair, user=request.user, actor=actor_of(request), **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
            return self._page(request, pair, form, status=409)
        messages.success(request, _("Your judgement is saved."))
        request.session[JUDGED] = str(pair.pk)
        following = next_after(request, pair)
        return redirect("office:pair", following.pk) if following else redirect("office:pairs")

    def _page(self, request: HttpRequest, pair: CandidatePair, form: JudgeForm, status: int = 200) -> HttpResponse:
        sides = read_sides(pair)
        user, reading = request.user, reading_for(pair)
        judgements = visible_judgements(pair, user)
        is_judged = any(one.reviewer_id == user.pk and one.stands_in(pair.round) for one in judgements)
        may_judge = can_decide(user) if reading == Reading.SUPERVISOR else can_judge(user)
        context = {
            **work_context(request, pair),
            "sides": sides,
            "path": waterfall(pair.weight, pair.reasons),
            "times": timeline(sides.left.spans, sides.right.spans),
            "map": map_of(sides),
            "form": form,
            "reading": reading,
            "is_taken": bool(pair.taken_until and pair.taken_by_id != user.pk),
            "may_judge": reading is not None and may_judge and not is_judged,
            "may_take_back": is_judged and pair.state == PairState.UNDER_REVIEW,
            "is_second": pair.state == PairState.UNDER_REVIEW and not is_judged,
            "may_reopen": can_decide(user) and pair.state in REOPENABLE,
            "judgements": judgements,
            "changes": what_changed(pair),
            "roles": [(MatchRole(role).label, words) for role, words in ROLE_WORDS.items()],
        }
        return render(request, "office/pairs/pair.html", context, status=status)


class HistoryView(RolesMixin, View):
    """Who judged what and why, as far as this reader may see it."""

    roles = frozenset(READERS)

    def get(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Show the history."""
        pair = access_pair(key, user=request.user)
        context = {
            **work_context(request, pair),
            "judgements": visible_judgements(pair, request.user),
            "is_hidden": pair.state in {PairState.UNDER_REVIEW, PairState.DISPUTED},
            "reopenings": pair.reopenings.select_related("reopened_by").order_by("round"),
            "disclosures": pair.disclosures.select_related("requested_by", "approved_by", "second_by").order_by(
                "requested_at"
            ),
        }
        return render(request, "office/pairs/history.html", context)


class ReopenView(RolesMixin, View):
    """A supervisor lets a settled pair be read again."""

    roles = frozenset(DECIDERS)

    def get(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Ask for the reason."""
        pair = access_pair(key, user=request.user)
        said = " ".join(str(words) for words in what_changed(pair))
        return self._page(request, pair, ReasonForm(initial={"reason": said}))

    def post(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Reopen."""
        pair = access_pair(key, user=request.user)
        form = ReasonForm(request.POST)
        if not form.is_valid():
            return self._page(request, pair, form, status=422)
        try:
            reopen(pair=pair, reason=form.cleaned_data["reason"], user=request.user, actor=actor_of(request))
        except Refused as refused:
            form.add_error(None, str(refused))
            return self._page(request, pair, form, status=409)
        messages.success(request, _("The possible match is open again. Two people read it from the start."))
        return redirect("office:pair", pair.pk)

    def _page(self, request: HttpRequest, pair: CandidatePair, form: ReasonForm, status: int = 200) -> HttpResponse:
        context = {**work_context(request, pair), "form": form}
        return render(request, "office/pairs/reopen.html", context, status=status)


@require_POST
@for_roles(frozenset(DECIDERS))
def keep_judgement(request: HttpRequest, key: UUID) -> HttpResponse:
    """Leave a judgement as it is although a record has changed since."""
    pair = access_pair(key, user=request.user)
    try:
        keep(pair=pair, user=request.user, actor=actor_of(request))
    except Refused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, _("The judgement stays as it is."))
    return redirect("office:pair", pair.pk)


@require_POST
@for_roles(frozenset({Role.REVIEWER}))
def withdraw_judgement(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take one's own first judgement back, to read again."""
    pair = access_pair(key, user=request.user)
    try:
        take_back(pair=pair, user=request.user, actor=actor_of(request))
    except Refused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, _("Your judgement is taken back. It counts no more."))
        request.session.pop(JUDGED, None)
    return redirect("office:pair", pair.pk)
