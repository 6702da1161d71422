"""What a checked list would change: each value before and after, and whether the list has become shorter (floor 7)."""

from collections.abc import Iterable

from portal.confidential.keyring import open_data_keys
from portal.detainees.columns import COLUMN_LABELS
from portal.detainees.enums import BatchState
from portal.detainees.kept_rows import read_batch_row
from portal.detainees.models import Batch, BatchRow, CustodyEvent, DetaineeName, DetaineeRecord

_OF_RECORD = ("sex", "birth_date", "birth_place", "nationality", "facility", "source_note")
_OF_NAME = {
    "given_name": "given",
    "father_name": "father",
    "grandfather_name": "grandfather",
    "family_name": "family",
    "kunya": "kunya",
    "mother_name": "mother",
}


def changes(rows: Iterable[BatchRow], batch: Batch) -> list[dict]:
    """For rows that change a record: the row, the record's number and what differs, `(label, before, after)`."""
    readings = [(row, read_batch_row(row, batch)) for row in rows]
    ids = [reading.external_id for _row, reading in readings]
    records = DetaineeRecord.objects.filter(source=batch.source_id, external_id__in=ids)
    known = {one.external_id: one for one in records.prefetch_related("names", "custody_events")}
    open_data_keys(one.key_id for one in known.values())
    found = []
    for row, reading in readings:
        before = _said_by(known[reading.external_id]) if reading.external_id in known else {}
        after = {**reading.values, "full_name": reading.full_name(), "legal_status": reading.written["legal_status"]}
        differing = [
            (label, before.get(column, ""), after[column])
            for column, label in COLUMN_LABELS.items()
            if column != "external_id" and before.get(column, "") != after[column]
        ]
        found.append({"row": row, "number": reading.external_id, "differing": differing})
    return found


def _said_by(record: DetaineeRecord) -> dict[str, str]:
    """What a record says now, by column of a list."""
    said = {column: getattr(record, column) for column in _OF_RECORD}
    said["legal_status"] = record.legal_status_as_written
    name: DetaineeName | None = next(iter(record.names.all()), None)
    if name:
        said["full_name"] = name.full_as_written
        said |= {column: getattr(name, part) for column, part in _OF_NAME.items()}
    event: CustodyEvent | None = next(iter(record.custody_events.all()), None)
    said["event_date"], said["event_place"] = (event.date, event.place) if event else ("", "")
    return said


def shrunk(batch: Batch) -> dict[str, int] | None:
    """How many rows this list and the source's last one have, where this one has fewer."""
    if batch.state not in (BatchState.DRY_RUN, BatchState.IMPORTING, BatchState.IMPORTED):
        return None
    earlier = Batch.objects.of_source(batch.source).imported().exclude(pk=batch.pk)
    if batch.imported_at:
        earlier = earlier.filter(imported_at__lt=batch.imported_at)
    last = earlier.first()
    rows, before = batch.counts.get("rows", 0), last.counts.get("rows", 0) if last else 0
    return {"rows": rows, "before": before} if rows < before else None
