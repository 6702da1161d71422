"""Holding a detainee record that somebody calls wrong: one person holds it, another answers (floor 6)."""

from django.db import transaction
from django.utils import timezone

from portal.accounts.services.planting import tell_if_planted
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.keyring import create_data_key
from portal.detainees.models import DetaineeRecord
from portal.matching import events
from portal.matching.enums import CheckOutcome
from portal.matching.models import CandidatePair, RecordCheck
from portal.matching.permissions import check_check_records
from portal.matching.policies import check_can_be_held, check_check_can_be_closed
from portal.matching.tasks import enqueue_link_changes
from portal.matching.telling import told_and_not_called_wrong
from portal.support.models import Report

from .correcting import call_wrong

PURPOSE = "correction"


@transaction.atomic
def open_check(*, record_of: DetaineeRecord, reason: str, report: Report | None, user, actor: Actor) -> RecordCheck:
    """Hold a record: from now on it is neither compared nor told. Raises PermissionDenied or Refused."""
    check_check_records(user)
    held = DetaineeRecord.objects.select_for_update().get(pk=record_of.pk)
    check_can_be_held(held)
    check = RecordCheck.objects.create(
        key_id=create_data_key(purpose="record check"), record=held, report=report, reason=reason, opened_by=user
    )
    # Who knows its number has found it.
    tell_if_planted(subjects=[held], user=user)
    _record(events.CHECK_OPENED, check, actor)
    return check


@transaction.atomic
def close_check(*, check: RecordCheck, outcome: str, answer: str, user, actor: Actor) -> None:
    """Say what came of it: another person than who held the record. Raises PermissionDenied, Refused or ValueError.

    Where a family was told of a record that is withdrawn, it waits for a second person to confirm that we were wrong.
    """
    check_check_records(user)
    if outcome not in CheckOutcome.values:
        raise ValueError("unknown outcome")
    # In the order of all others: pairs first, so that a correction asked for at this moment is seen or waits.
    list(CandidatePair.objects.select_for_update().filter(detainee=check.record_id).order_by("pk").values_list("pk"))
    current = RecordCheck.objects.select_for_update().get(pk=check.pk)
    check_check_can_be_closed(current, user)
    current.outcome, current.answer = outcome, answer
    current.closed_by, current.closed_at = user, timezone.now()
    current.save()
    _record(events.CHECK_CLOSED, current, actor)
    if outcome == CheckOutcome.WITHDRAWN:
        for disclosure in told_and_not_called_wrong().filter(pair__detainee=current.record_id):
            call_wrong(disclosure, reason=answer, user=user, actor=actor)


def _record(code: str, check: RecordCheck, actor: Actor) -> None:
    record(code, actor=actor, subject=check.record, purpose=PURPOSE, data={"check": str(check.pk)})
    transaction.on_commit(enqueue_link_changes)
