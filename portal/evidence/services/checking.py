"""Out of quarantine: scanned, then a copy without hidden notes is made (floor 6; R-73, R-75).

Run by the worker when a file arrives and again by the periodic work, so that a scanner that was away is asked anew.
"""

import hashlib
import logging
import uuid

from django.db import transaction
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.cipher import CannotOpen
from portal.evidence import events
from portal.evidence.enums import EvidenceState, Refusal
from portal.evidence.examination.verdicts import Lies
from portal.evidence.models import Evidence, WorkingCopy
from portal.evidence.sandbox import copy_of
from portal.evidence.scanners import Scanner, ScannerDown, current_scanner
from portal.registry.enums import TRUSTED

logger = logging.getLogger(__name__)


def check_waiting(*, actor: Actor) -> int:
    """Check every file in quarantine; return how many still wait. A scanner that is away ends the round.

    A file of a registration that people have still to check first waits with it: it costs neither time nor room.
    """
    scanner = current_scanner()
    due = Evidence.objects.waiting().filter(registration__trust__in=TRUSTED)
    for evidence in due.order_by("received_at"):
        try:
            _check(evidence, scanner, actor)
        except ScannerDown:
            logger.warning("the scanner gives no verdict: files stay in quarantine")
            break
        except CannotOpen:
            # verify_evidence says which; a person has to look.
            logger.exception("a file in quarantine does not open")
    return due.count()


def _check(evidence: Evidence, scanner: Scanner, actor: Actor) -> None:
    if scanner.is_harmful(evidence.original.segments()):
        _refuse(evidence, scanner, actor)
        return
    copied = _make_copy(evidence)
    try:
        with transaction.atomic():
            if not _take(evidence):
                raise _NoLongerWaiting
            evidence.state, evidence.scanner, evidence.scanned_at = EvidenceState.READY, scanner.name, timezone.now()
            evidence.save(update_fields=["state", "scanner", "scanned_at"])
            record(events.SCANNED, actor=actor, subject=evidence, data={"scanner": scanner.name, "result": "clean"})
            if copied:
                copied.save(force_insert=True)
                record(events.COPIED, actor=actor, subject=evidence, data={"type": copied.media_type})
    except _NoLongerWaiting:
        if copied:
            copied.contents.remove()


class _NoLongerWaiting(Exception):
    """Somebody else has checked it, or she took it back meanwhile."""


def _take(evidence: Evidence) -> bool:
    return Evidence.objects.select_for_update().waiting().filter(pk=evidence.pk).exists()


def _refuse(evidence: Evidence, scanner: Scanner, actor: Actor) -> None:
    """Keep the row, so that her page can say what became of the file; keep nothing of its contents."""
    with transaction.atomic():
        if not _take(evidence):
            return
        evidence.state, evidence.refusal = EvidenceState.REFUSED, Refusal.HARMFUL
        evidence.scanner, evidence.scanned_at = scanner.name, timezone.now()
        evidence.ended_at = evidence.scanned_at
        evidence.save(update_fields=["state", "refusal", "scanner", "scanned_at", "ended_at"])
        record(events.SCANNED, actor=actor, subject=evidence, data={"scanner": scanner.name, "result": "harmful"})
        transaction.on_commit(evidence.original.remove)


def _make_copy(evidence: Evidence) -> WorkingCopy | None:
    """Seal a copy; the row is the caller's to save. None where none can be made: then only the original is there."""
    try:
        made = copy_of(evidence.original.read(), media_type=evidence.media_type)
    except Lies:
        return None
    if made is None:
        return None
    copied = WorkingCopy(
        id=uuid.uuid4(),
        key_id=evidence.key_id,
        evidence=evidence,
        media_type=made.media_type,
        size=len(made.content),
        sha256=hashlib.sha256(made.content).hexdigest(),
        made_at=timezone.now(),
    )
    copied.contents.append_all(made.content)
    return copied
