"""The import: rows become records in chunks; what is done stays done when the power fails (floor 5).

A row that has its record is the checkpoint, so a second run, at the same time or after a crash, goes on where the first
stopped. Chunks leave room for other writers: a family's answer never waits for a long list.
"""

import time
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.blind import fingerprint
from portal.confidential.keyring import open_data_keys
from portal.detainees import events
from portal.detainees.enums import BatchState, RowOutcome
from portal.detainees.models import Batch, BatchRow, DetaineeRecord, Source
from portal.detainees.policies import check_can_become
from portal.detainees.rows import Reading, read_row
from portal.detainees.signals import detainees_changed

from .examining import outcome_of, table_row
from .receiving import CHUNK
from .writing import create_records, update_records


@transaction.atomic
def confirm_import(*, batch: Batch, actor: Actor) -> Batch:
    """Let a checked list in; confirming twice is confirming once. Raises ImpossibleStep."""
    current = Batch.objects.select_for_update().get(pk=batch.pk)
    if current.state in (BatchState.IMPORTING, BatchState.IMPORTED):
        return current
    check_can_become(current, BatchState.IMPORTING)
    current.state = BatchState.IMPORTING
    current.save(update_fields=["state", "updated_at"])
    return current


def import_batch(*, batch: Batch, actor: Actor, seconds: float | None = None) -> Batch:
    """Confirm a checked list where that is still to do, and bring in what is not in yet. Raises ImpossibleStep.

    With `seconds` it stops after about that long; while the state is IMPORTING, another call goes on.
    """
    until = None if seconds is None else time.monotonic() + seconds
    current = confirm_import(batch=batch, actor=actor)
    while current.state == BatchState.IMPORTING:
        current = _next_chunk(current, actor)
        if until is not None and time.monotonic() >= until:
            break
    return current


@transaction.atomic
def _next_chunk(batch: Batch, actor: Actor) -> Batch:
    """Bring in the next rows, or finish. Imports of one source take turns."""
    Source.objects.select_for_update().get(pk=batch.source_id)
    current = Batch.objects.select_for_update().get(pk=batch.pk)
    if current.state != BatchState.IMPORTING:
        return current
    rows = list(current.rows.not_yet_imported()[:CHUNK])
    if not rows:
        return _finish(current, actor)
    open_data_keys([current.key_id])
    readings = [_read(row, current) for row in rows]
    _bring_in(current, rows, readings)
    return current


def _read(row: BatchRow, batch: Batch) -> Reading:
    kept = table_row(row)
    return read_row(list(kept.cells), kept.faults, batch.mapping)


def _bring_in(batch: Batch, rows: Sequence[BatchRow], readings: Sequence[Reading]) -> None:
    ids = [reading.external_id for reading in readings]
    known = {old.external_id: old for old in DetaineeRecord.objects.filter(source=batch.source_id, external_id__in=ids)}
    created, updated = [], []
    for row, reading in zip(rows, readings, strict=True):
        old = known.get(reading.external_id)
        row.outcome = outcome_of(reading, bytes(old.content_fingerprint) if old else None)
        if row.outcome == RowOutcome.CREATED:
            created.append(reading)
        elif row.outcome == RowOutcome.UPDATED and old is not None:
            updated.append((old, reading))
    known |= {new.external_id: new for new in create_records(batch=batch, readings=created)}
    update_records(batch=batch, changes=updated)
    for row, reading in zip(rows, readings, strict=True):
        row.record = known.get(reading.external_id)
    BatchRow.objects.bulk_update(rows, ["outcome", "record"])


def _finish(batch: Batch, actor: Actor) -> Batch:
    batch.counts = batch.rows.counts()
    batch.state = BatchState.IMPORTED
    batch.imported_at = timezone.now()
    batch.save(update_fields=["counts", "state", "imported_at", "updated_at"])
    data = {**batch.counts, "manifest": _manifest(batch)}
    record(events.LIST_IMPORTED, actor=actor, subject=batch, data=data)
    transaction.on_commit(lambda: detainees_changed.send(sender=Batch, batch_id=batch.pk))
    return batch


def _manifest(batch: Batch) -> str:
    """A keyed hash over what each row became, so that the log proves later what was let in."""
    rows = batch.rows.order_by("number").values_list("number", "outcome", "record__content_fingerprint")
    parts = (f"{number}:{outcome}:{bytes(content or b'').hex()}" for number, outcome, content in rows.iterator())
    return fingerprint("manifest", bytes(batch.file_fingerprint).hex(), *parts).hex()
