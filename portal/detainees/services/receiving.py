"""Taking in a file: every row is kept as it was written, encrypted, before anything is judged (floor 5)."""

from datetime import date

from django.conf import settings
from django.db import transaction

from portal.audit.actors import Actor, ActorKind
from portal.audit.services import record
from portal.confidential.blind import fingerprint
from portal.confidential.keyring import create_data_key, destroy_data_key
from portal.core.pieces import pieces
from portal.core.tables import Table, TableRow, Unusable, read_table
from portal.core.tables.values import MAX_ROWS
from portal.detainees import events
from portal.detainees.columns import remembered_columns
from portal.detainees.enums import BatchState, Credibility, RowOutcome
from portal.detainees.models import Batch, BatchRow, Source

CHUNK = 500
_REMEMBERED_LISTS = 10
_UNCHOSEN = (BatchState.READING, BatchState.MAPPING, BatchState.CANCELLED)


def open_list(content: bytes, *, sheet: str = "") -> Table:
    """Open a file as a table within the size the installation allows; `sheet` of a workbook. Raises Unusable."""
    return read_table(content, max_bytes=settings.IMPORT_MAX_BYTES, sheet=sheet)


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
    sheet: str = "",
) -> Batch:
    """Keep a list's rows, encrypted under one key, and propose which column is which. Raises Unusable.

    What staff chose for earlier lists of the source, columns and meanings of words, is proposed again.

    Reliability and terms are those of this list; without them, the source's. Rows are written in chunks, so that a
    large list does not hold up families; a list broken off half-way stays `reading` and can only be cancelled.
    """
    table = open_list(content, sheet=sheet)
    mapping, is_remembered = columns_for(source, table)
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
        mapping=mapping,
        meanings=remembered_meanings(source),
        remarks=[*table.remarks, *(["columns_remembered"] if is_remembered else [])],
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


def _earlier_lists(source: Source) -> list[Batch]:
    """The latest lists of a source for which somebody chose columns, and whose headings are still there."""
    chosen = Batch.objects.of_source(source).exclude(state__in=_UNCHOSEN).filter(header__isnull=False)
    return list(chosen.order_by("-created_at")[:_REMEMBERED_LISTS])


def columns_for(source: Source | None, table: Table) -> tuple[dict[str, int], bool]:
    """Which column is probably which, and whether earlier lists of the source said so."""
    earlier = [(batch.headings(), batch.mapping) for batch in _earlier_lists(source)] if source else []
    return remembered_columns(table.header, earlier)


def remembered_meanings(source: Source) -> dict[str, dict[str, str]]:
    """What staff said that words of this source mean; what was said last holds."""
    said: dict[str, dict[str, str]] = {}
    for batch in reversed(_earlier_lists(source)):
        for column, words in batch.words().items():
            said.setdefault(column, {}).update(words)
    return said


def _keep_rows(batch: Batch, table: Table) -> int:
    count = 0
    for chunk in pieces(table.rows, CHUNK):
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
