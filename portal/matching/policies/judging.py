"""In which state a possible match or duplicate may be read, judged, taken back or reopened (floor 6)."""

from django.utils.translation import gettext_lazy as _

from portal.core.refusing import Refused
from portal.matching.enums import CHANGE_MATTERS, REOPENABLE, PairState, Reading
from portal.matching.models import CandidatePair, DuplicatePair, Judgement, Talk
from portal.matching.permissions import check_decide, check_judge


def reading_for(pair: CandidatePair) -> str | None:
    """Return which reading a pair waits for, or None where there is nothing to judge."""
    waiting = {
        PairState.CANDIDATE: Reading.FIRST,
        PairState.UNDER_REVIEW: Reading.SECOND,
        PairState.DISPUTED: Reading.SUPERVISOR,
    }
    return waiting.get(PairState(pair.state))


def has_judged(pair: CandidatePair, user) -> bool:
    """Say whether the user has already spoken in this round."""
    return Judgement.objects.standing().filter(pair=pair, round=pair.round, reviewer=user).exists()


def check_can_be_read(pair: CandidatePair) -> None:
    """Refuse what the last comparison dropped or the family no longer allows."""
    if not CandidatePair.objects.open_to_reading().filter(pk=pair.pk).exists():
        raise Refused(_("This possible match has ended. Nothing was saved."))


def check_can_be_judged(pair: CandidatePair, user) -> str:
    """Return the reading that is due. Refuse where there is none, or where this person has already judged."""
    check_can_be_read(pair)
    reading = reading_for(pair)
    if reading is None:
        raise Refused(_("Two people have already judged this. Nothing was saved."))
    if has_judged(pair, user):
        raise Refused(_("You have already judged this. Another person reads it next."))
    check_is_free(pair, user)
    return reading


def check_is_free(pair: CandidatePair, user) -> None:
    """Refuse what somebody else has taken a short while ago."""
    if pair.taken_until and pair.taken_by_id != user.pk:
        raise Refused(_("Somebody else is reading this now. Nothing was saved."))


def check_can_be_taken(pair: CandidatePair, user) -> None:
    """Raise PermissionDenied or Refused unless the reading that is due is this person's to give."""
    if check_can_be_judged(pair, user) == Reading.SUPERVISOR:
        check_decide(user)
    else:
        check_judge(user)


def check_can_be_taken_back(pair: CandidatePair, user) -> Judgement:
    """Return this person's own first judgement. Refuse once a second was given, and what is another's."""
    check_can_be_read(pair)
    judgement = Judgement.objects.standing().filter(pair=pair, round=pair.round, reviewer=user).first()
    if judgement is None or pair.state != PairState.UNDER_REVIEW:
        raise Refused(_("This judgement cannot be taken back: another person has read it too, or it is not yours."))
    return judgement


def check_can_be_reopened(pair: CandidatePair) -> None:
    """Refuse what is still being read or waits for a decision."""
    check_can_be_read(pair)
    if pair.state not in REOPENABLE:
        raise Refused(_("This possible match is still being read, so it cannot be opened again."))
    if Talk.objects.told().filter(disclosure__pair=pair, disclosure__round=pair.round).exists():
        raise Refused(_("The family was told. If we were wrong, ask for a correction; two people decide it."))


def check_can_be_kept(pair: CandidatePair) -> None:
    """Refuse to leave a judgement as it is where no record has changed since."""
    check_can_be_read(pair)
    if pair.changed_since is None or pair.state not in CHANGE_MATTERS:
        raise Refused(_("Nothing has changed since this was judged. Nothing was saved."))


def check_duplicate_can_be_judged(duplicate: DuplicatePair, *, seen: int | None = None) -> None:
    """Refuse what the last comparison dropped or a family no longer allows, and what was judged unseen meanwhile."""
    if not DuplicatePair.objects.open_to_reading().filter(pk=duplicate.pk).exists():
        raise Refused(_("This possible duplicate has ended. Nothing was saved."))
    if seen is not None and duplicate.judgements.count() != seen:
        raise Refused(_("Somebody else has judged this meanwhile. Nothing was saved: read that judgement first."))
