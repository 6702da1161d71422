"""The queues of possible matches: what waits, in which order, taken by whom, without a single name (floor 7)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.http import require_POST
from django.views.generic import ListView

from portal.accounts.permissions import has_role
from portal.core.counting import MOST_COUNTED
from portal.core.refusing import Refused
from portal.matching.access import access_pair
from portal.matching.forms import WishForm
from portal.matching.models import CandidatePair
from portal.matching.permissions import READERS
from portal.matching.queues import (
    QUEUES,
    Wish,
    beside,
    following,
    insufficient,
    length,
    progress,
    queue,
    queues_of,
    waiting_for,
)
from portal.matching.services.judging import give_back, take
from portal.office.permissions import FILES, RolesMixin, actor_of, for_roles
from portal.registry.need import open_to

from .bench import neighbours

QUEUE_SIZE = 12
PAGE_SIZE = 50
# In the session: how this person reads, and what she or he judged last.
_READING = "pairs_reading"
JUDGED = "pairs_judged"


class QueueView(RolesMixin, View):
    """One queue in the order somebody wishes, and how many stand in each."""

    roles = frozenset(READERS)

    def get(self, request: HttpRequest) -> HttpResponse:
        """The chosen queue; how it is read is kept for the visit."""
        _keep_reading(request)
        chosen, wish = _reading(request)
        waiting = waiting_for(request.user)
        tabs = [{"name": name, "label": QUEUES[name], "count": count} for name, count in waiting.pairs.items()]
        form = WishForm(initial={"order": wish.order, "language": wish.language, "taken": wish.taken})
        context = {
            "tabs": tabs,
            "chosen": chosen,
            "label": QUEUES[chosen],
            "pairs": queue(chosen, user=request.user, wish=wish)[:PAGE_SIZE],
            "form": form,
            "is_narrowed": bool(wish.language or wish.taken),
            "most": MOST_COUNTED,
            "current": "pairs",
            "progress": progress(),
            "duplicates": waiting.duplicates,
            "insufficient": waiting.insufficient,
        }
        return render(request, "office/pairs/queue.html", context)


def _keep_reading(request: HttpRequest) -> None:
    """Keep what was asked for; what is no choice is as if nothing was asked."""
    kept = dict(request.session.get(_READING, {}))
    if request.GET.get("show") in QUEUES:
        kept["show"] = request.GET["show"]
    form = WishForm(request.GET)
    form.full_clean()
    kept |= {name: form.cleaned_data[name] for name in form.cleaned_data if name in request.GET}
    if kept != request.session.get(_READING, {}):
        request.session[_READING] = kept


def _reading(request: HttpRequest) -> tuple[str, Wish]:
    """Which queue this person reads, and how; her or his first queue where nothing was chosen."""
    kept, names = request.session.get(_READING, {}), queues_of(request.user)
    wishes = {name: kept[name] for name in ("order", "language", "taken") if kept.get(name)}
    return kept["show"] if kept.get("show") in names else names[0], Wish(**wishes)


def work_context(request: HttpRequest, pair: CandidatePair) -> dict:
    """What every page of a pair shows: the pair, and the queue beside it at the place where the pair stands."""
    chosen, wish = _reading(request)
    pairs = queue(chosen, user=request.user, wish=wish)
    waiting = beside(pairs, pair, wish.order, QUEUE_SIZE)
    return {
        **neighbours(waiting, pair, "office:pair"),
        "pair": pair,
        "waiting_count": length(pairs, waiting),
        "most": MOST_COUNTED,
        "waiting_label": QUEUES[chosen],
        "judged": request.session.get(JUDGED),
        "current": "pairs",
    }


def next_after(request: HttpRequest, pair: CandidatePair) -> CandidatePair | None:
    """Where somebody goes on who has judged a pair: at the next one of the same queue."""
    chosen, wish = _reading(request)
    return following(queue(chosen, user=request.user, wish=wish), pair, wish.order)


@require_POST
@for_roles(frozenset(READERS))
def take_next(request: HttpRequest) -> HttpResponse:
    """Take the first pair of the queue that nobody else reads. Where another is quicker, the next."""
    chosen, wish = _reading(request)
    for pair in queue(chosen, user=request.user, wish=wish).free_for(request.user)[:QUEUE_SIZE]:
        try:
            take(pair=pair, user=request.user, actor=actor_of(request))
        except Refused:
            continue
        return redirect("office:pair", pair.pk)
    messages.info(request, _("All that waits here is being read by others."))
    return redirect("office:pairs")


@require_POST
@for_roles(frozenset(READERS))
def take_pair(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take one pair to read, or give it back."""
    pair = access_pair(key, user=request.user)
    if "give_back" in request.POST:
        give_back(pair=pair, user=request.user, actor=actor_of(request))
        return redirect("office:pairs")
    try:
        take(pair=pair, user=request.user, actor=actor_of(request))
    except Refused as refused:
        messages.warning(request, str(refused))
    return redirect("office:pair", pair.pk)


class InsufficientView(RolesMixin, ListView):
    """Registrations that cannot be compared: references only, the oldest first."""

    roles = frozenset({*READERS, *FILES})
    template_name = "office/pairs/insufficient.html"
    context_object_name = "files"
    paginate_by = PAGE_SIZE

    def get_queryset(self):
        """Those whose names were not enough at the last comparison."""
        rows = insufficient()
        return rows if has_role(self.request.user, *READERS) else open_to(self.request.user, rows)

    def get_context_data(self, **kwargs) -> dict:
        """Say who may open the files."""
        may_open = has_role(self.request.user, *FILES)
        current = "pairs" if has_role(self.request.user, *READERS) else "files"
        return {**super().get_context_data(**kwargs), "may_open": may_open, "current": current}
