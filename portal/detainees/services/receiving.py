"""Taking in a file: every row is kept as it was written, encrypted, before anything is judged (floor 5)."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import TypeVar

from django.conf import settings
from django.db import transaction

from portal.audit.actors import Actor, ActorKind
from portal.audit.services import record
from portal.confidential.blind import fingerprint
from portal.confidential.keyring import create_data_key, destroy_data_key
from portal.core.columns import DETAINEE_COLUMNS, map_columns
from portal.core.tables import Table, TableRow, Unusable, read_table
from portal.core.tables.values import MAX_ROWS
from portal.detainees import events
from portal.detainees.enums import BatchState, Credibility, RowOutcome
from portal.detainees.models import Batch, BatchRow, Source

CHUNK = 500
_Item = TypeVar("_Item")


def chunks(items: Iterable[_Item], size: int = CHUNK) -> Iterator[list[_Item]]:
    """Cut a sequence into lists of at most `size`."""
    walk = iter(items)
    while chunk := list(islice(walk, size)):
        yield chunk


def open_list(content: bytes) -> Table:
    """Open a file as a table within the size the installation allows. Raises Unusable."""
    return read_table(content, max_bytes=settings.IMPORT_MAX_BYTES)


def file_fingerprint(content: bytes) -> bytes:
    """A keyed fingerprint by which the same file is recognised without being kept."""
    return fingerprint("list", content.decode("latin-1"))


def last_import_of(*, source: Source, content: bytes) -> Batch | None:
    """Return the source's latest imported list where it came from this very file."""
    latest = Batch.objects.of_source(source).imported().first()
    return latest if latest and bytes(latest.file_fingerprint) == file_fingerprint(content) else None


def read_list(
    *,
    content: bytes,
    source: Source,
    label: str,
    received_on: date,
    actor: Actor,
    reliability: str | None = None,
    sharing_terms: str | None = None,
    credibility: str = Credibility.UNJUDGED,
) -> Batch:
    """Keep a list's rows, encrypted under one key, and propose which column is which. Raises Unusable.

    Reliability and terms are those of this list; without them, the source's. Rows are written in chunks, so that a
    large list does not hold up families; a list broken off half-way stays `reading` and can only be cancelled.
    """
    table = open_list(content)
    batch = Batch.objects.create(
        key_id=create_data_key(purpose="list"),
        source=source,
        label=label,
        received_on=received_on,
        reliability=reliability or source.reliability,
        credibility=credibility,
        sharing_terms=sharing_terms or source.sharing_terms,
        file_fingerprint=file_fingerprint(content),
        header=list(table.header),
        mapping=map_columns(table.header, DETAINEE_COLUMNS),
        remarks=list(table.remarks),
        state=BatchState.READING,
        uploaded_by_id=actor.id if actor.kind == ActorKind.STAFF else None,
    )
    try:
        rows = _keep_rows(batch, table)
    except Unusable:
        batch.delete()
        destroy_data_key(batch.key_id)
        raise
    with transaction.atomic():
        batch.state = BatchState.MAPPING
        batch.counts = {"rows": rows}
        batch.save()
        record(events.LIST_RECEIVED, actor=actor, subject=batch, data={"rows": rows})
    return batch


def _keep_rows(batch: Batch, table: Table) -> int:
    count = 0
    for chunk in chunks(table.rows):
        BatchRow.objects.bulk_create(_batch_row(batch, row) for row in chunk)
        count += len(chunk)
        if count > MAX_ROWS:
            raise Unusable("too_many_rows")
    if not count:
        raise Unusable("no_rows")
    return count


def _batch_row(batch: Batch, row: TableRow) -> BatchRow:
    faults = [[str(fault.code), fault.column] for fault in row.faults]
    return BatchRow(
        key_id=batch.key_id,
        batch=batch,
        number=row.number,
        cells={"cells": list(row.cells), "faults": faults},
        outcome=RowOutcome.PENDING,
    )
