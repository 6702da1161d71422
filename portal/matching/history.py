"""What has been said about a pair, as far as this reader may see it (floor 6)."""

from .enums import PairState
from .models import CandidatePair, Judgement
from .permissions import can_decide


def visible_judgements(pair: CandidatePair, user) -> list[Judgement]:
    """Judgements of all rounds that the user may see, oldest first.

    While a round is read, nobody sees another's judgement of it: the second reading is blind to the first. A supervisor
    sees both once they differ.
    """
    rows = list(pair.judgements.select_related("reviewer").order_by("round", "judged_at", "pk"))
    if pair.state == PairState.CANDIDATE:
        return [row for row in rows if row.round < pair.round]
    if pair.state == PairState.UNDER_REVIEW or (pair.state == PairState.DISPUTED and not can_decide(user)):
        return [row for row in rows if row.round < pair.round or row.reviewer_id == user.pk]
    return rows
