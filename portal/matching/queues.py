"""Which pairs wait for whom and how far comparison is, without opening a single name (floor 6)."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from portal.registry.models import Registration

from .enums import READABLE_BY_REVIEWERS, DuplicateState, Finding, PairState, SideKind
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
DUPLICATE_QUEUES = {
    "open": _("To read"),
    "changed": _("Judged before, and a record has changed since"),
    "same": _("Same person"),
    "settled": _("Settled"),
}


def queue(name: str, *, user) -> PairQuerySet:
    """Pairs of one queue for one user, heaviest first. An unknown name is the first queue."""
    pairs = (
        CandidatePair.objects.open_to_reading()
        .select_related("registration", "detainee")
        .prefetch_related("registration__applicants")
    )
    waiting = Exists(Disclosure.objects.waiting().filter(pair=OuterRef("pk"), round=OuterRef("round")))
    if name == "disputed":
        pairs = pairs.filter(state=PairState.DISPUTED)
    elif name == "confirmed":
        pairs = pairs.filter(~waiting, state=PairState.VERIFIED)
    elif name == "decisions":
        pairs = pairs.filter(waiting, state=PairState.VERIFIED)
    elif name == "changed":
        pairs = pairs.changed_since()
    elif name == "settled":
        pairs = pairs.filter(
            state__in=[PairState.REJECTED, PairState.UNSURE, PairState.DISCLOSED, PairState.NOT_DISCLOSED]
        )
    else:
        mine = Judgement.objects.filter(pair=OuterRef("pk"), round=OuterRef("round"), reviewer=user)
        pairs = pairs.filter(~Exists(mine), state__in=READABLE_BY_REVIEWERS)
    return pairs.heaviest_first()


def queues_of(user) -> list[str]:
    """Names of the queues that concern the user, the most pressing first."""
    names = ["read"] if can_judge(user) else []
    names += ["disputed", "decisions"] if can_decide(user) else []
    return [*names, "confirmed", *(["changed"] if can_decide(user) else []), "settled"]


def duplicate_queue(name: str) -> QuerySet[DuplicatePair]:
    """Possible duplicates of one queue, heaviest first. An unknown name is the first queue."""
    found = DuplicatePair.objects.open_to_reading().select_related(
        "first_registration", "second_registration", "first_detainee__source", "second_detainee__source"
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
