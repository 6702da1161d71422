"""A file goes: taken back, lapsed, or with its registration. Its key goes first (floor 6; R-34)."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.keyring import destroy_data_key
from portal.confidential.sealed_files import strangers
from portal.evidence import events
from portal.evidence.enums import EvidenceState
from portal.evidence.models import Evidence, WorkingCopy


def take_back(*, evidence: Evidence, actor: Actor) -> None:
    """Remove a file at the family's wish, or what was said of one that was refused.

    The row stays, unreadable, so that the log has something to speak of.
    """
    with transaction.atomic():
        row = (
            Evidence.objects.select_for_update().exclude(state=EvidenceState.TAKEN_BACK).filter(pk=evidence.pk).first()
        )
        if row is None:
            return
        copied = WorkingCopy.objects.filter(evidence=row).first()
        destroy_data_key(row.key_id)
        gone = {"state": EvidenceState.TAKEN_BACK, "refusal": "", "ended_at": timezone.now()}
        Evidence.objects.filter(pk=row.pk).update(**gone)
        WorkingCopy.objects.filter(evidence=row).delete()
        record(events.TAKEN_BACK, actor=actor, subject=row)
    row.original.remove()
    if copied:
        copied.contents.remove()


def discard_unfinished(*, actor: Actor) -> int:
    """Delete files nobody goes on sending; return how many."""
    limit = timezone.now() - timedelta(days=settings.EVIDENCE_UNFINISHED_DAYS)
    count = 0
    for row in Evidence.objects.unfinished().filter(started_at__lt=limit):
        with transaction.atomic():
            deleted, _models = Evidence.objects.unfinished().filter(pk=row.pk).delete()
            if deleted:
                record(events.LAPSED, actor=actor, subject=row)
        if deleted:
            destroy_data_key(row.key_id)
            row.original.remove()
            count += 1
    return count


def remove_strangers() -> int:
    """Remove sealed files without a row, a day old at least: a crash left them, and nobody can open them."""
    limit = (timezone.now() - timedelta(days=1)).timestamp()
    known = {
        "evidence": set(Evidence.objects.values_list("pk", flat=True)),
        "evidence_copy": set(WorkingCopy.objects.values_list("pk", flat=True)),
    }
    old = [path for table, rows in known.items() for path in strangers(table, rows) if path.stat().st_mtime < limit]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
