"""Which pairs wait for whom and how far comparison is, without opening a single name (floor 6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, When
from django.utils.translation import gettext_lazy as _

from portal.core.counting import CountOf
from portal.detainees.enums import LegalStatus
from portal.registry.models import Applicant, Registration

from .enums import READABLE_BY_REVIEWERS, REOPENABLE, DuplicateState, Finding, PairState, QueueOrder, SideKind, Taken
from .models import CandidatePair, Disclosure, DuplicatePair, Judgement, LinkedMark, LinkRun, PairQuerySet
from .permissions import can_decide, can_judge
from .records import comparable_registrations

# What a queue shows, under the word in the address.
QUEUES = {
    "read": _("To read"),
    "disputed": _("Two readings differ: a supervisor decides"),
    "confirmed": _("Confirmed by two people"),
    "decisions": _("Decisions that wait for a second person"),
    "changed": _("Judged before, and a record has changed since"),
    "settled": _("Settled"),
}
# Counting further takes long and helps nobody.
MOST_COUNTED = 999
DUPLICATE_QUEUES = {
    "open": _("To read"),
    "changed": _("Judged before, and a record has changed since"),
    "same": _("Same person"),
    "settled": _("Settled"),
}


@dataclass(frozen=True)
class Wish:
    """How somebody wants to read a queue: in which order, of which families' language, taken by whom."""

    order: str = QueueOrder.WEIGHT
    language: str = ""
    taken: str = Taken.ANYBODY


_NO_WISH = Wish()


def queue(name: str, *, user, wish: Wish = _NO_WISH) -> PairQuerySet:
    """Pairs of one queue for one user, in the wished order. An unknown name is the first queue."""
    pairs = _of_queue(name, user)
    if wish.language:
        pairs = pairs.filter(registration__language=wish.language)
    if wish.taken == Taken.MINE:
        pairs = pairs.taken().filter(taken_by=user)
    elif wish.taken == Taken.NOBODY:
        pairs = pairs.exclude(pk__in=CandidatePair.objects.taken().values("pk"))
    return _ordered(pairs, wish.order)


def count(pairs: QuerySet[Any]) -> int:
    """How many there are; past MOST_COUNTED nobody needs to know."""
    return pairs.order_by()[: MOST_COUNTED + 1].count()


def counted(pairs: PairQuerySet) -> PairQuerySet:
    """The same pairs, each with how many there are as `in_queue`: what `count` says, without a query of its own."""
    return pairs.annotate(in_queue=CountOf(pairs.order_by().values("pk")[: MOST_COUNTED + 1]))


def in_queue(pairs: list[CandidatePair]) -> int:
    """How many there are in the queue of which these are a part, as `counted` found it."""
    return cast(Any, pairs[0]).in_queue if pairs else 0


def beside(pairs: PairQuerySet, pair: CandidatePair, order: str, size: int) -> list[CandidatePair]:
    """The part of a queue where a pair stands: the one before it, itself where it is there, and those that follow.

    Found from the pair's own place, so that whoever has judged it goes on where she or he was.
    """
    place = _place(pair)
    before = pairs.filter(_past(place, order, is_after=False), _up_to(place, order, is_after=False))
    after = pairs.filter(Q(pk=pair.pk) | _past(place, order, is_after=True), _up_to(place, order, is_after=True))
    nearest = before.order_by(*_by(order, is_reversed=True)).values("pk")[:1]
    # Sorted here: the database would else walk its whole index for these few.
    found = pairs.filter(Q(pk__in=nearest) | Q(pk__in=after.values("pk")[: size - 1])).order_by()
    return sorted(found, key=lambda one: _sorting(one, order))


def following(pairs: PairQuerySet, pair: CandidatePair, order: str) -> CandidatePair | None:
    """What comes after a pair in a queue; after the last one, the first."""
    others, place = pairs.exclude(pk=pair.pk), _place(pair)
    after = others.filter(_past(place, order, is_after=True), _up_to(place, order, is_after=True))
    return after.first() or others.first()


def _place(pair: CandidatePair) -> dict[str, Any]:
    """What a pair is sorted by, whether or not it stands in the queue."""
    return {"weight": pair.weight, "created_at": pair.created_at, "pk": pair.pk, "risk": _risk_of(pair)}


def _of_queue(name: str, user) -> PairQuerySet:
    pairs = CandidatePair.objects.open_to_reading().open_to(user)
    waiting = Exists(Disclosure.objects.waiting().filter(pair=OuterRef("pk"), round=OuterRef("round")))
    if name == "disputed":
        return pairs.filter(state=PairState.DISPUTED)
    if name == "confirmed":
        return pairs.filter(~waiting, state=PairState.VERIFIED)
    if name == "decisions":
        return pairs.filter(waiting, state=PairState.VERIFIED)
    if name == "changed":
        return pairs.changed_since()
    if name == "settled":
        return pairs.filter(state__in=REOPENABLE)
    mine = Judgement.objects.standing().filter(pair=OuterRef("pk"), round=OuterRef("round"), reviewer=user)
    return pairs.filter(~Exists(mine), state__in=READABLE_BY_REVIEWERS)


# What a queue is sorted by, and whether the greatest comes first; the key last, so that every pair has its own place.
_ORDERS: dict[str, dict[str, bool]] = {
    QueueOrder.WEIGHT: {"weight": True, "pk": False},
    QueueOrder.AGE: {"created_at": False, "pk": False},
    QueueOrder.RISK: {"risk": True, "weight": True, "pk": False},
}
# A life may hang on it; then, a court decides or has decided.
_RISKS = {
    LegalStatus.DEATH_SENTENCE: 2,
    **dict.fromkeys((LegalStatus.TRIED, LegalStatus.SENTENCED, LegalStatus.CHARGED), 1),
}


def _risk_of(pair: CandidatePair) -> int:
    return _RISKS.get(LegalStatus(pair.detainee.legal_status), 0)


def _by(order: str, *, is_reversed: bool = False) -> list[str]:
    return [f"-{name}" if is_falling != is_reversed else name for name, is_falling in _ORDERS[order].items()]


def _ordered(pairs: PairQuerySet, order: str) -> PairQuerySet:
    if "risk" in _ORDERS[order]:
        whens = [When(detainee__legal_status=status, then=risk) for status, risk in _RISKS.items()]
        pairs = pairs.annotate(risk=Case(*whens, default=0, output_field=IntegerField()))
    asks = Applicant.objects.filter(registration=OuterRef("registration")).values("relationship")[:1]
    return pairs.annotate(asks=Subquery(asks)).select_related("registration", "detainee").order_by(*_by(order))


def _sorting(pair: CandidatePair, order: str) -> list[Any]:
    """What Python sorts by as `_by` lets the database sort; numbers alone are sorted from the greatest on."""
    risk = _risk_of(pair)
    values: dict[str, Any] = {"weight": pair.weight, "created_at": pair.created_at, "pk": pair.pk.hex, "risk": risk}
    return [-values[name] if is_falling else values[name] for name, is_falling in _ORDERS[order].items()]


def _up_to(place: Mapping[str, Any], order: str, *, is_after: bool) -> Q:
    """A bound of `_past` by the first column alone, which an index can answer."""
    name, is_falling = next(iter(_ORDERS[order].items()))
    return Q(**{f"{name}__{'lte' if is_falling == is_after else 'gte'}": place[name]})


def _past(place: Mapping[str, Any], order: str, *, is_after: bool) -> Q:
    """What stands after a place, or before it."""
    found, level = Q(), Q()
    for name, is_falling in _ORDERS[order].items():
        side = "lt" if is_falling == is_after else "gt"
        found |= level & Q(**{f"{name}__{side}": place[name]})
        level &= Q(**{name: place[name]})
    return found


def queues_of(user) -> list[str]:
    """Names of the queues that concern the user, the most pressing first."""
    names = ["read"] if can_judge(user) else []
    names += ["disputed", "decisions"] if can_decide(user) else []
    return [*names, "confirmed", *(["changed"] if can_decide(user) else []), "settled"]


def duplicate_queue(name: str, *, user) -> QuerySet[DuplicatePair]:
    """Possible duplicates of one queue for one user, heaviest first. An unknown name is the first queue."""
    found = (
        DuplicatePair.objects.open_to_reading()
        .open_to(user)
        .select_related(
            "first_registration", "second_registration", "first_detainee__source", "second_detainee__source"
        )
    )
    if name == "changed":
        found = found.filter(changed_since__isnull=False)
    elif name == "same":
        found = found.filter(state=DuplicateState.SAME)
    elif name == "settled":
        found = found.filter(Q(state=DuplicateState.NOT_SAME) | Q(state=DuplicateState.UNSURE))
    else:
        found = found.filter(state=DuplicateState.OPEN)
    return found.order_by("-weight", "pk")


def insufficient() -> QuerySet[Registration]:
    """Registrations that are not compared because their names are not enough, the oldest first."""
    marks = LinkedMark.objects.filter(kind=SideKind.REGISTRATION, finding=Finding.INSUFFICIENT)
    return comparable_registrations().filter(pk__in=marks.values("record_id")).order_by("submitted_at", "pk")


def is_insufficient_registration(registration: Registration) -> bool:
    """Say whether the last comparison found the names of a registration not enough to compare."""
    return insufficient().filter(pk=registration.pk).exists()


@dataclass(frozen=True)
class Progress:
    """How far comparison is: runs under way, and when the last one ended."""

    under_way: list[LinkRun]
    last_ended: datetime | None


def progress() -> Progress:
    """Read it from the runs; two queries."""
    ended = (
        LinkRun.objects.filter(finished_at__isnull=False).order_by("-finished_at").values_list("finished_at", flat=True)
    )
    return Progress(list(LinkRun.objects.open().order_by("started_at")), ended.first())
