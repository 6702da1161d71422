"""The only way to a pair: checks, logs the read of both sides, answers one uniform "not found" (floor 6).

The event's subject is the pair, not the registration: what a family may see of who read her file never betrays that
somebody compares (R-20). Both sides are named by their keys in the event's data.
"""

from uuid import UUID

from django.http import Http404

from portal.accounts.reading import record_reading
from portal.detainees.access import check_unsealed
from portal.detainees.models import DetaineeRecord

from . import events
from .models import CandidatePair, Correction, DuplicatePair, RecordCheck, Talk
from .permissions import can_check_records, can_hold_talks, can_read

CLERICAL_REVIEW = "clerical_review"
TELLING = "disclosure"
CORRECTING = "correction"


def access_pair(key: UUID, *, user, purpose: str = CLERICAL_REVIEW) -> CandidatePair:
    """Return a live, allowed pair with both sides for a member of staff, logged. Raises Http404 otherwise."""
    if not can_read(user):
        raise Http404
    pair = CandidatePair.objects.open_to_reading().with_both_sides().filter(pk=key).first()
    if pair is None:
        raise Http404
    check_unsealed([pair.detainee], user=user, purpose=purpose)
    record_reading(
        events.PAIR_VIEWED,
        user=user,
        subjects=[pair],
        purpose=purpose,
        data={"registration": str(pair.registration_id), "detainee": str(pair.detainee_id)},
    )
    return pair


def access_duplicate(key: UUID, *, user, purpose: str = CLERICAL_REVIEW) -> DuplicatePair:
    """Return a live, allowed duplicate with both records for a member of staff, logged. Raises Http404 otherwise."""
    if not can_read(user):
        raise Http404
    found = DuplicatePair.objects.open_to_reading().select_related(
        "first_registration",
        "second_registration",
        "first_detainee__source",
        "first_detainee__last_batch",
        "second_detainee__source",
        "second_detainee__last_batch",
    )
    duplicate = found.filter(pk=key).first()
    if duplicate is None:
        raise Http404
    sides = (duplicate.first, duplicate.second)
    check_unsealed([one for one in sides if isinstance(one, DetaineeRecord)], user=user, purpose=purpose)
    data = {"kind": duplicate.kind, "first": str(duplicate.first.pk), "second": str(duplicate.second.pk)}
    record_reading(events.DUPLICATE_VIEWED, user=user, subjects=[duplicate], purpose=purpose, data=data)
    return duplicate


def access_talk(key: UUID, *, user) -> Talk:
    """Return a live talk for who holds it or who reads pairs, logged. Raises Http404 otherwise.

    Who holds it needs no right to the pair, nor to a sealed record: it shows what may be told, and nothing of the
    detainee record.
    """
    talk = (
        Talk.objects.live()
        .select_related("teller", "correction", "disclosure__pair__registration", "disclosure__pair__detainee")
        .filter(pk=key)
        .first()
    )
    is_theirs = talk is not None and talk.teller_id == user.pk and can_hold_talks(user)
    if talk is None or not (is_theirs or can_read(user)):
        raise Http404
    if not is_theirs:
        check_unsealed([talk.disclosure.pair.detainee], user=user, purpose=TELLING)
    _log(talk.disclosure.pair, user, {"talk": str(talk.pk)})
    return talk


def access_correction(key: UUID, *, user) -> Correction:
    """Return what somebody says we told wrongly, for who reads pairs, logged. Raises Http404 otherwise.

    It opens also where the pair no longer does: an error is put right even after a list or a consent has ended.
    """
    found = Correction.objects.select_related(
        "requested_by", "approved_by", "disclosure__pair__registration", "disclosure__pair__detainee"
    )
    correction = found.filter(pk=key).first()
    if correction is None or not can_read(user):
        raise Http404
    check_unsealed([correction.disclosure.pair.detainee], user=user, purpose=TELLING)
    _log(correction.disclosure.pair, user, {"correction": str(correction.pk)})
    return correction


def access_check(key: UUID, *, user) -> RecordCheck:
    """Return the check of a detainee record for who answers for records, logged. Raises Http404 otherwise."""
    found = RecordCheck.objects.select_related("record__source", "opened_by", "closed_by", "report")
    check = found.filter(pk=key).first()
    if check is None or not can_check_records(user):
        raise Http404
    check_unsealed([check.record], user=user, purpose=CORRECTING)
    data = {"check": str(check.pk)}
    record_reading(events.CHECK_VIEWED, user=user, subjects=[check.record], purpose=CORRECTING, data=data)
    return check


def _log(pair: CandidatePair, user, data: dict) -> None:
    record_reading(events.TALK_VIEWED, user=user, subjects=[pair], purpose=TELLING, data=data)
