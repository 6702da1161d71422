"""The import: rows become records in chunks; what is done stays done when the power fails (floor 5).

A row that has its record is the checkpoint, so a second run, at the same time or after a crash, goes on where the first
stopped. Chunks leave room for other writers: a family's answer never waits for a long list.
"""

import time
from collections.abc import Callable, Sequence

from django.db import transaction
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.blind import fingerprint
from portal.confidential.bulk import update_plain
from portal.confidential.keyring import open_data_keys
from portal.detainees import events
from portal.detainees.enums import BatchState, RowOutcome
from portal.detainees.kept_rows import read_batch_row
from portal.detainees.models import Batch, BatchRow, DetaineeRecord, Source
from portal.detainees.policies import SourceBusy, check_can_become
from portal.detainees.rows import Reading
from portal.detainees.signals import detainees_changed

from .examining import outcome_of
from .planting import give_way
from .receiving import CHUNK
from .sealing import hold_persons, weigh
from .writing import create_records, rewrite_records


@transaction.atomic
def confirm_import(*, batch: Batch, actor: Actor) -> Batch:
    """Let a checked list in; confirming twice is confirming once. Raises ImpossibleStep, SourceBusy."""
    current = turn_of(batch)
    if current.state in (BatchState.IMPORTING, BatchState.IMPORTED):
        return current
    check_can_become(current, BatchState.IMPORTING)
    begin(current, BatchState.IMPORTING)
    return current


def turn_of(batch: Batch) -> Batch:
    """The list as it stands now, locked with its source: lists of one source are at work one after the other."""
    Source.objects.select_for_update().get(pk=batch.source_id)
    return Batch.objects.select_for_update().get(pk=batch.pk)


def begin(batch: Batch, state: str) -> None:
    """Let a locked list be at work from now on. Raises SourceBusy where another one of its source is."""
    if Batch.objects.of_source(batch.source).at_work().exclude(pk=batch.pk).exists():
        raise SourceBusy
    batch.state, batch.done, batch.begun_at = state, 0, timezone.now()
    batch.save(update_fields=["state", "done", "begun_at", "updated_at"])


def import_batch(*, batch: Batch, actor: Actor, seconds: float | None = None) -> Batch:
    """Confirm a checked list where that is still to do, and bring in what is not in yet. Raises ImpossibleStep.

    With `seconds` it stops after about that long; while the state is IMPORTING, another call goes on.
    """
    return work_off(confirm_import(batch=batch, actor=actor), BatchState.IMPORTING, _next_chunk, actor, seconds)


def work_off(
    batch: Batch, state: str, next_chunk: Callable[..., tuple[Batch, int]], actor: Actor, seconds: float | None
) -> Batch:
    """Take chunk after chunk while the list is in this state; with `seconds` stop after about that long."""
    until = None if seconds is None else time.monotonic() + seconds
    last = 0
    while batch.state == state:
        batch, last = next_chunk(batch, actor, after=last)
        if until is not None and time.monotonic() >= until:
            break
    return batch


@transaction.atomic
def _next_chunk(batch: Batch, actor: Actor, *, after: int) -> tuple[Batch, int]:
    """Bring in the next rows after that number, or finish; return the list and the number of the last row."""
    current = turn_of(batch)
    if current.state != BatchState.IMPORTING:
        return current, after
    rows = list(current.rows.not_yet_imported().filter(number__gt=after)[:CHUNK])
    if not rows:
        return _finish(current, actor), after
    open_data_keys([current.key_id])
    _bring_in(current, rows, [read_batch_row(row, current) for row in rows])
    current.done += len(rows)
    current.save(update_fields=["done"])
    return current, rows[-1].number


def _bring_in(batch: Batch, rows: Sequence[BatchRow], readings: Sequence[Reading]) -> None:
    ids = [reading.external_id for reading in readings]
    give_way(source=batch.source, numbers=ids, user=batch.uploaded_by)
    listed = DetaineeRecord.objects.filter(source=batch.source_id, external_id__in=ids)
    hold_persons(listed.values_list("pk", flat=True))
    known = {old.external_id: old for old in listed}
    created, updated, unchanged = [], [], []
    for row, reading in zip(rows, readings, strict=True):
        old = known.get(reading.external_id)
        is_listed = old is not None and old.withdrawn_at is None
        row.outcome = outcome_of(reading, bytes(old.row_fingerprint) if old and is_listed else None)
        if old is None:
            created.append(reading)
        elif row.outcome != RowOutcome.UNCHANGED:
            # A record whose lists were taken back is one again, under its old key.
            updated.append((old, batch, reading))
        else:
            unchanged.append(old.pk)
    known |= {new.external_id: new for new in create_records(batch=batch, readings=created)}
    rewrite_records(updated)
    became = [(row.outcome, known[reading.external_id].pk, row.pk) for row, reading in zip(rows, readings, strict=True)]
    update_plain(BatchRow, ("outcome", "record"), became)
    # What a new list says again stands on its terms and its reliability from now on.
    DetaineeRecord.objects.filter(pk__in=unchanged).update(last_batch=batch, updated_at=timezone.now())
    weigh(old.pk for old, _batch, _reading in updated)


def _finish(batch: Batch, actor: Actor) -> Batch:
    batch.counts = batch.rows.counts()
    batch.state = BatchState.IMPORTED
    batch.imported_at = timezone.now()
    batch.save(update_fields=["counts", "state", "imported_at", "updated_at"])
    data = {**batch.counts, "manifest": _manifest(batch)}
    record(events.LIST_IMPORTED, actor=actor, subject=batch, data=data)
    transaction.on_commit(lambda: detainees_changed.send(sender=Batch))
    return batch


def _manifest(batch: Batch) -> str:
    """A keyed hash over what each row became, so that the log proves later what was let in."""
    rows = batch.rows.order_by("number").values_list("number", "outcome", "record__row_fingerprint")
    parts = (f"{number}:{outcome}:{bytes(content or b'').hex()}" for number, outcome, content in rows.iterator())
    return fingerprint("manifest", bytes(batch.file_fingerprint).hex(), *parts).hex()
