"""In which state a pair may be judged, reopened or told; each rule raises Refused with a reason to show (floor 6)."""

from datetime import timedelta

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.core.dates import read_date_or_none, years_later
from portal.detainees.enums import LegalStatus, SharingTerms
from portal.registry.consent import allows
from portal.registry.enums import COMPARED_STATES, Purpose

from .enums import CHANGE_MATTERS, REOPENABLE, Decision, MatchRole, PairState, Reading
from .models import CandidatePair, Disclosure, DuplicatePair, Judgement
from .permissions import check_decide, check_judge

# A request nobody approves in time must be made again, on what is known then.
REQUEST_DAYS = 14
ADULT_YEARS = 18
_GRAVE = frozenset({LegalStatus.DIED, LegalStatus.DEATH_SENTENCE})


class Refused(Exception):
    """The state of things does not allow it; `reason` says why, in the reader's language."""

    def __init__(self, reason: str | Promise):
        super().__init__()
        self.reason = reason

    def __str__(self) -> str:
        return str(self.reason)


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


def check_can_be_kept(pair: CandidatePair) -> None:
    """Refuse to leave a judgement as it is where no record has changed since."""
    check_can_be_read(pair)
    if pair.changed_since is None or pair.state not in CHANGE_MATTERS:
        raise Refused(_("Nothing has changed since this was judged. Nothing was saved."))


def check_duplicate_can_be_judged(duplicate: DuplicatePair) -> None:
    """Refuse what the last comparison dropped or a family no longer allows."""
    if not DuplicatePair.objects.open_to_reading().filter(pk=duplicate.pk).exists():
        raise Refused(_("This possible duplicate has ended. Nothing was saved."))


def check_can_be_requested(pair: CandidatePair, decision: str) -> None:
    """Refuse a decision about telling where the pair is not confirmed, or the rules for telling are not met."""
    check_can_be_read(pair)
    if pair.state != PairState.VERIFIED:
        raise Refused(_("Two people must confirm this before anyone decides about telling the family."))
    if open_disclosure(pair):
        raise Refused(_("A decision has already been asked for. Another person answers it next."))
    if decision == Decision.TELL:
        check_may_tell(pair)


def open_disclosure(pair: CandidatePair) -> Disclosure | None:
    """Return the decision that waits for a second person, if any; an old one no longer counts."""
    waiting = Disclosure.objects.filter(
        pair=pair, round=pair.round, approved_at__isnull=True, refused_at__isnull=True
    ).first()
    return waiting if waiting and not is_expired(waiting) else None


def is_expired(disclosure: Disclosure) -> bool:
    """Say whether the request is too old to be approved."""
    return disclosure.requested_at < timezone.now() - timedelta(days=REQUEST_DAYS)


def check_may_tell(pair: CandidatePair) -> None:
    """Refuse to tell the family without role, consent and the source's leave, or where more protection is needed."""
    if pair.role != MatchRole.SAME_PERSON:
        raise Refused(_("Only “Same person” may lead to a talk with the family."))
    if not allows(pair.registration, Purpose.CONTACT):
        raise Refused(_("The family has not agreed to be contacted."))
    if pair.registration.state not in COMPARED_STATES:
        raise Refused(_("The registration is paused or closed at the family’s wish."))
    if pair.registration.held_at is not None:
        raise Refused(_("A report about this registration is being checked. Nothing is told until that is done."))
    if not pair.registration.is_trusted:
        raise Refused(_("This registration is to be checked first. Nothing is told until that is done."))
    if pair.detainee.withdrawn_at is not None:
        raise Refused(_("The list behind this record was taken back. Nothing is told on its ground."))
    if pair.detainee.last_batch.sharing_terms != SharingTerms.FAMILY_AFTER_DECISION:
        raise Refused(_("The source does not allow us to tell the family. Ask the source first."))
    if pair.detainee.legal_status in _GRAVE or may_be_minor(pair):
        raise Refused(
            _("A death, a death sentence or a person under 18 needs two approvers. This cannot be decided here yet.")
        )


def may_be_minor(pair: CandidatePair) -> bool:
    """Say whether, by what either side says of the birth, the person may be under 18 today."""
    said = [pair.detainee.birth_date, *(person.birth_date for person in pair.registration.persons.all())]
    births = [read.latest for text in said if (read := read_date_or_none(text))]
    return any(years_later(birth, ADULT_YEARS) > timezone.localdate() for birth in births)


def check_can_be_approved(disclosure: Disclosure, user, *, refusing: bool = False) -> None:
    """Refuse to answer one's own request, an old one, or one whose ground has changed since.

    With `refusing` the ground for telling is not asked again: turning a request down is always safe.
    """
    pair = disclosure.pair
    if disclosure.requested_by_id == user.pk:
        raise Refused(_("You asked for this decision yourself. Another person must answer it."))
    if disclosure.approved_at or disclosure.refused_at:
        raise Refused(_("This decision has already been answered."))
    if is_expired(disclosure):
        raise Refused(_("This request is too old. Please ask for a new decision."))
    check_can_be_read(pair)
    if pair.state != PairState.VERIFIED or disclosure.round != pair.round:
        raise Refused(_("This possible match has changed since the request. Please ask for a new decision."))
    if disclosure.decision == Decision.TELL and not refusing:
        check_may_tell(pair)
