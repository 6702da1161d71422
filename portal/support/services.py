"""Taking reports in and working on them (floor 3)."""

import hashlib
from uuid import UUID, uuid5

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from portal.accounts.models import AccessHolder
from portal.audit.actors import VISITOR, Actor
from portal.audit.services import record
from portal.confidential.keyring import create_data_key

from . import events
from .models import KINDS_OF_FAMILIES, Report, ReportState

# Which state leads to which; a finished report may be taken up again.
TRANSITIONS: dict[str, frozenset[str]] = {
    ReportState.NEW: frozenset({ReportState.OPEN, ReportState.DONE}),
    ReportState.OPEN: frozenset({ReportState.DONE}),
    ReportState.DONE: frozenset({ReportState.OPEN}),
}


class ImpossibleMove(Exception):
    """A report cannot go from its state to the one asked for."""


def submit_report(
    *,
    kind: str,
    language: str,
    words: str,
    reach: str,
    reference: str,
    token: UUID,
    holder: AccessHolder | None = None,
    actor: Actor | None = None,
) -> Report:
    """Keep what somebody told us. The same form with the same words makes one report, however often it is sent.

    `token` is the form's random key; a form that is sent again with other words is a new report, so nothing is lost.
    `holder` is whom it is about or from, if known; `actor` is who sends it, where that is somebody else.
    """
    key = _idempotency_key(token, kind, words, reach, reference)
    known = Report.objects.filter(token=key).first()
    if known is not None:
        return known
    key_id = create_data_key(purpose="report")
    try:
        with transaction.atomic():
            report = Report.objects.create(
                key_id=key_id,
                holder=holder,
                kind=kind,
                language=language,
                words=words,
                reach=reach,
                reference=reference,
                token=key,
            )
            sender = actor or (Actor.holder(holder.pk) if holder else VISITOR)
            record(events.REPORT_RECEIVED, actor=sender, subject=report, data={"kind": kind})
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


def reports_to_erase(*, holder: AccessHolder | None, reference: str) -> list[Report]:
    """Return what goes with a registration: what its owner sent about it, and what asks for help in its name."""
    named = Report.objects.filter(reference=reference)
    hers = models.Q(holder=holder) if holder else models.Q(pk=None)
    return list(named.filter(hers | models.Q(kind__in=KINDS_OF_FAMILIES)))


def forget_reference(*, reference: str) -> None:
    """Take the number of an erased registration out of what other people told us."""
    Report.objects.filter(reference=reference).update(reference="")


def _idempotency_key(token: UUID, *parts: str) -> UUID:
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
    return uuid5(token, digest)
