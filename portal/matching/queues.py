"""Which pairs wait for whom, without opening a single name (floor 6)."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from .enums import READABLE_BY_REVIEWERS, PairState
from .models import CandidatePair, Disclosure, Judgement, PairQuerySet
from .permissions import can_decide, can_judge

# What a queue shows, under the word in the address.
QUEUES = {
    "read": _("To read"),
    "disputed": _("Two readings differ: a supervisor decides"),
    "confirmed": _("Confirmed by two people"),
    "decisions": _("Decisions that wait for a second person"),
    "settled": _("Settled"),
}


def queue(name: str, *, user) -> PairQuerySet:
    """Pairs of one queue for one user, heaviest first. An unknown name is the first queue."""
    pairs = CandidatePair.objects.open_to_reading().select_related("registration__applicant", "detainee")
    waiting = Exists(
        Disclosure.objects.filter(
            pair=OuterRef("pk"), round=OuterRef("round"), approved_at__isnull=True, refused_at__isnull=True
        )
    )
    if name == "disputed":
        pairs = pairs.filter(state=PairState.DISPUTED)
    elif name == "confirmed":
        pairs = pairs.filter(~waiting, state=PairState.VERIFIED)
    elif name == "decisions":
        pairs = pairs.filter(waiting, state=PairState.VERIFIED)
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
    return [*names, "confirmed", "settled"]
