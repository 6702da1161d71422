"""Which pairs wait for whom and how far comparison is, without opening a single name (floor 6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.core.counting import MOST_COUNTED, CountOf, counts
from portal.registry.models import Applicant, Registration

from .enums import DuplicateState, Finding, Pile, QueueOrder, SideKind, Taken
from .models import CandidatePair, Disclosure, DuplicatePair, Judgement, LinkedMark, LinkRun, PairQuerySet
from .permissions import can_decide, can_judge
from .records import comparable_registrations

Row = TypeVar("Row", CandidatePair, DuplicatePair)

# What a queue shows, under the word in the address.
QUEUES = {
    "read": _("To read"),
    "disputed": _("Two readings differ: a supervisor decides"),
    "confirmed": _("Confirmed by two people"),
    "decisions": _("Decisions that wait for a second person"),
    "changed": _("Judged before, and a record has changed since"),
    "settled": _("Settled"),
}
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


@dataclass(frozen=True)
class Waiting:
    """How much waits for somebody, each up to one more than MOST_COUNTED: pairs by queue, and what stands beside."""

    pairs: dict[str, int]
    duplicates: int
    insufficient: int


def count(rows: QuerySet[Any]) -> int:
    """How many there are, up to one more than MOST_COUNTED: nobody needs to know of more."""
    return _some(rows).count()


def waiting_for(user) -> Waiting:
    """Count what waits for one user; one query."""
    rows: dict[str, QuerySet] = {name: _of_queue(name, user) for name in queues_of(user)}
    beside_them = {"duplicates": duplicate_queue("open", user=user), "insufficient": insufficient()}
    found = counts(User.objects.filter(pk=user.pk), rows | beside_them, most=MOST_COUNTED)
    return Waiting({name: found[name] for name in rows}, found["duplicates"], found["insufficient"])


def beside(rows: QuerySet[Row], one: Row, order: str, size: int) -> list[Row]:
    """The part of a queue where one stands: the one before it, itself where it is there, and those that follow.

    Found from the pair's own place, so that whoever has judged it goes on where she or he was. Two short walks along an
    index: asked in one, PostgreSQL reads the whole table. Those that follow know the length of the queue (`length`).
    """
    place = _place(one, order)
    before: QuerySet[Any] = rows.filter(_past(place, order, is_after=False), _up_to(place, order, is_after=False))
    after = rows.filter(Q(pk=one.pk) | _past(place, order, is_after=True), _up_to(place, order, is_after=True))
    counted: QuerySet[Any] = after.annotate(in_queue=CountOf(_some(rows)))
    return [*before.order_by(*_by(order, is_reversed=True))[:1], *counted[: size - 1]]


def length(rows: QuerySet[Row], part: list[Row]) -> int:
    """How long a queue is, up to one more than MOST_COUNTED; `part` is what `beside` found in it."""
    known = getattr(part[-1], "in_queue", None) if part else 0
    return count(rows) if known is None else known


def _some(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.order_by().values("pk")[: MOST_COUNTED + 1]


def following(rows: QuerySet[Row], one: Row, order: str) -> Row | None:
    """What comes after one in a queue; after the last one, the first."""
    others, place = rows.exclude(pk=one.pk), _place(one, order)
    after = others.filter(_past(place, order, is_after=True), _up_to(place, order, is_after=True))
    return after.first() or others.first()


def _place(one: Row, order: str) -> dict[str, Any]:
    """What a pair or a duplicate is sorted by, whether or not it stands in the queue."""
    return {name: getattr(one, name) for name in _ORDERS[order]}


def _of_queue(name: str, user) -> PairQuerySet:
    pairs = CandidatePair.objects.open_to_reading().open_to(user)
    waiting = Exists(Disclosure.objects.waiting().filter(pair=OuterRef("pk"), round=OuterRef("round")))
    if name == "disputed":
        return pairs.filter(pile=Pile.DISPUTED)
    if name == "confirmed":
        return pairs.filter(~waiting, pile=Pile.CONFIRMED)
    if name == "decisions":
        return pairs.filter(waiting, pile=Pile.CONFIRMED)
    if name == "changed":
        return pairs.changed_since()
    if name == "settled":
        return pairs.filter(pile=Pile.SETTLED)
    mine = Judgement.objects.standing().filter(pair=OuterRef("pk"), round=OuterRef("round"), reviewer=user)
    return pairs.filter(~Exists(mine), pile=Pile.TO_READ)


# What a queue is sorted by, and whether the greatest comes first; the key last, so that every pair has its own place.
_ORDERS: dict[str, dict[str, bool]] = {
    QueueOrder.WEIGHT: {"weight": True, "pk": False},
    QueueOrder.AGE: {"created_at": False, "pk": False},
    QueueOrder.RISK: {"risk": True, "weight": True, "pk": False},
}
# What a queue shows or sorts by. The machine's reasons and both records stay closed.
_SHOWN = (
    *("registration__reference", "registration__language", "detainee__external_id"),
    *("state", "weight", "risk", "created_at", "taken_by", "taken_at"),
)


def _by(order: str, *, is_reversed: bool = False) -> list[str]:
    return [f"-{name}" if is_falling != is_reversed else name for name, is_falling in _ORDERS[order].items()]


def _ordered(pairs: PairQuerySet, order: str) -> PairQuerySet:
    asks = Applicant.objects.filter(registration=OuterRef("registration")).values("relationship")[:1]
    both = pairs.annotate(asks=Subquery(asks)).select_related("registration", "detainee").only(*_SHOWN)
    return both.order_by(*_by(order))


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
    return found.order_by(*_by(QueueOrder.WEIGHT))


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
