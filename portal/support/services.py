"""Taking reports in and working on them (floor 3)."""

import hashlib
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.audit.actors import VISITOR, Actor
from portal.audit.services import record
from portal.confidential.keyring import create_data_key

from . import events
from .models import Report, ReportState

# Which state leads to which; a finished report may be taken up again.
TRANSITIONS: dict[str, frozenset[str]] = {
    ReportState.NEW: frozenset({ReportState.OPEN, ReportState.DONE}),
    ReportState.OPEN: frozenset({ReportState.DONE}),
    ReportState.DONE: frozenset({ReportState.OPEN}),
}


class ImpossibleMove(Exception):
    """A report cannot go from its state to the one asked for."""


def submit_report(
    *, kind: str, language: str, words: str, reach: str, reference: str, token: UUID, actor: Actor = VISITOR
) -> Report:
    """Keep what somebody told us. The same form with the same words makes one report, however often it is sent.

    `token` is the form's random key; a form that is sent again with other words is a new report, so nothing is lost.
    """
    key = _idempotency_key(token, kind, words, reach, reference)
    known = Report.objects.filter(token=key).first()
    if known is not None:
        return known
    key_id = create_data_key(purpose="report")
    try:
        with transaction.atomic():
            report = Report.objects.create(
                key_id=key_id, kind=kind, language=language, words=words, reach=reach, reference=reference, token=key
            )
            record(events.REPORT_RECEIVED, actor=actor, subject=report, data={"kind": kind})
    except IntegrityError:
        return Report.objects.get(token=key)
    return report


@transaction.atomic
def move_report(*, report: Report, state: str, actor: Actor) -> Report:
    """Take a report up or finish it; asking for the state it has changes nothing. Raises ImpossibleMove."""
    current = Report.objects.select_for_update().get(pk=report.pk)
    if current.state == state:
        return current
    if state not in TRANSITIONS[current.state]:
        raise ImpossibleMove(f"{current.state} → {state}")
    current.state = state
    current.closed_at = timezone.now() if state == ReportState.DONE else None
    current.save(update_fields=["state", "closed_at"])
    record(events.REPORT_MOVED, actor=actor, subject=current, data={"state": state})
    return current


def _idempotency_key(token: UUID, *parts: str) -> UUID:
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
    return uuid5(token, digest)
