"""What has been said about a pair, as far as this reader may see it (floor 6)."""

from .enums import CHANGE_MATTERS, PairState, SideKind
from .models import CandidatePair, Judgement
from .permissions import can_decide
from .remembering import changed_values
from .words import changed_words


def visible_judgements(pair: CandidatePair, user) -> list[Judgement]:
    """Judgements of all rounds that the user may see, oldest first.

    While a round is read, nobody sees another's judgement of it: the second reading is blind to the first. A supervisor
    sees both once they differ.
    """
    if pair.state == PairState.CANDIDATE and pair.round == 1:
        return []
    rows = list(pair.judgements.select_related("reviewer").order_by("round", "judged_at", "pk"))
    if pair.state == PairState.CANDIDATE:
        return [row for row in rows if row.round < pair.round]
    if pair.state == PairState.UNDER_REVIEW or (pair.state == PairState.DISPUTED and not can_decide(user)):
        return [row for row in rows if row.round < pair.round or row.reviewer_id == user.pk]
    return rows


def what_changed(pair: CandidatePair) -> list[str]:
    """Say, one sentence a side, what has changed since the pair was judged; nothing where no run noticed it."""
    if pair.changed_since is None or pair.state not in CHANGE_MATTERS:
        return []
    fields = changed_values(pair)
    sides = (
        (SideKind.REGISTRATION, pair.judged_registration, pair.registration.content_fingerprint),
        (SideKind.DETAINEE, pair.judged_detainee, pair.detainee.content_fingerprint),
    )
    return [changed_words(side, fields.get(side, [])) for side, judged, now in sides if bytes(judged) != bytes(now)]
