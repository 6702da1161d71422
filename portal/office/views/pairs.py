"""Reading and judging possible matches (floor 7)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.http import require_POST
from django.views.generic import ListView

from portal.accounts.permissions import has_role
from portal.audit.actors import Actor
from portal.matching.access import access_pair
from portal.matching.drawing import timeline, waterfall
from portal.matching.enums import REOPENABLE, PairState, Reading
from portal.matching.forms import JudgeForm, ReasonForm
from portal.matching.history import visible_judgements, what_changed
from portal.matching.models import CandidatePair
from portal.matching.permissions import DECIDERS, READERS, can_decide, can_judge
from portal.matching.policies import Refused, has_judged, reading_for
from portal.matching.queues import QUEUES, duplicate_queue, insufficient, progress, queue, queues_of
from portal.matching.services.judging import judge, keep, reopen
from portal.matching.sides import read_sides
from portal.office.permissions import FILES, RolesMixin, for_roles

QUEUE_SIZE = 20
PAGE_SIZE = 100


class QueueView(RolesMixin, View):
    """What waits, heaviest first, without a single name."""

    roles = frozenset(READERS)

    def get(self, request: HttpRequest) -> HttpResponse:
        """One queue and how many stand in each."""
        names = queues_of(request.user)
        chosen = request.GET.get("show", "")
        chosen = chosen if chosen in names else names[0]
        tabs = [
            {"name": name, "label": QUEUES[name], "count": queue(name, user=request.user).count()} for name in names
        ]
        pairs = queue(chosen, user=request.user)[:PAGE_SIZE]
        context = {
            "tabs": tabs,
            "chosen": chosen,
            "label": QUEUES[chosen],
            "pairs": pairs,
            "current": "pairs",
            "progress": progress(),
            "duplicates": duplicate_queue("open").count(),
            "insufficient": insufficient().count(),
        }
        return render(request, "office/pairs/queue.html", context)


def staff_actor(request: HttpRequest) -> Actor:
    """The signed-in member of staff, for the log."""
    user: Any = request.user
    return Actor.staff(user.pk)


def may_judge(pair: CandidatePair, user) -> bool:
    """Say whether this person gives the reading that is due."""
    reading = reading_for(pair)
    allowed = can_decide(user) if reading == Reading.SUPERVISOR else can_judge(user)
    return reading is not None and allowed and not has_judged(pair, user)


def work_context(request: HttpRequest, pair: CandidatePair) -> dict:
    """What every page of a pair shows: the pair and the queue beside it."""
    names = queues_of(request.user)
    waiting = list(queue(names[0], user=request.user)[:QUEUE_SIZE])
    places = [place for place, other in enumerate(waiting) if other.pk == pair.pk]
    following = next(iter(waiting[places[0] + 1 :] if places else waiting), None)
    preceding = waiting[places[0] - 1] if places and places[0] else None
    return {
        "pair": pair,
        "waiting": waiting,
        "waiting_count": queue(names[0], user=request.user).count(),
        "waiting_label": QUEUES[names[0]],
        "following": following,
        "preceding": preceding,
        "current": "pairs",
    }


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
            judge(pair=pair, user=request.user, actor=staff_actor(request), **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
            return self._page(request, pair, form, status=409)
        messages.success(request, _("Your judgement is saved."))
        following = queue(queues_of(request.user)[0], user=request.user).first()
        return redirect("office:pair", following.pk) if following else redirect("office:pairs")

    def _page(self, request: HttpRequest, pair: CandidatePair, form: JudgeForm, status: int = 200) -> HttpResponse:
        sides = read_sides(pair)
        context = {
            **work_context(request, pair),
            "sides": sides,
            "path": waterfall(pair.weight, pair.reasons),
            "times": timeline(sides.left.spans, sides.right.spans),
            "form": form,
            "reading": reading_for(pair),
            "may_judge": may_judge(pair, request.user),
            "is_second": pair.state == PairState.UNDER_REVIEW and not has_judged(pair, request.user),
            "may_reopen": can_decide(request.user) and pair.state in REOPENABLE,
            "judgements": visible_judgements(pair, request.user),
            "changes": what_changed(pair),
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
            reopen(pair=pair, reason=form.cleaned_data["reason"], user=request.user, actor=staff_actor(request))
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
        keep(pair=pair, user=request.user, actor=staff_actor(request))
    except Refused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, _("The judgement stays as it is."))
    return redirect("office:pair", pair.pk)


class InsufficientView(RolesMixin, ListView):
    """Registrations that cannot be compared: references only, the oldest first."""

    roles = frozenset({*READERS, *FILES})
    template_name = "office/pairs/insufficient.html"
    context_object_name = "files"
    paginate_by = PAGE_SIZE

    def get_queryset(self):
        """Those whose names were not enough at the last comparison."""
        return insufficient()

    def get_context_data(self, **kwargs) -> dict:
        """Say who may open the files."""
        may_open = has_role(self.request.user, *FILES)
        current = "pairs" if has_role(self.request.user, *READERS) else "files"
        return {**super().get_context_data(**kwargs), "may_open": may_open, "current": current}
