"""What the rows of lists say of a record, read anew with the mapping of their list (floor 5; ADR 0023)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from portal.confidential.cipher import CannotOpen
from portal.confidential.keyring import open_data_keys
from portal.core.dates import read_date_or_none

from .kept_rows import read_batch_row
from .models import Batch, BatchRow, DetaineeRecord

# What a record says for itself where no row stands behind it.
_OF_RECORD = ("sex", "birth_date", "birth_place", "nationality", "facility", "legal_status", "source_note")


@dataclass(frozen=True)
class Claimed:
    """What one row, in one list, says of one record: `values` by canonical column, empty where it is silent.

    `facility_code` is the place we know behind the place of detention as written, if any.
    """

    record: DetaineeRecord
    batch: Batch
    values: Mapping[str, str]
    full_name: str
    facility_code: str = ""


def claimed_by(records: Iterable[DetaineeRecord]) -> dict[UUID, list[Claimed]]:
    """For each record what its rows say, the latest last. Few queries for many records; every key is opened once."""
    wanted = {record.pk: record for record in records}
    rows = list(BatchRow.objects.claiming(wanted.values()))
    open_data_keys([*(record.key_id for record in wanted.values()), *(row.key_id for row in rows)])
    claimed: dict[UUID, list[Claimed]] = defaultdict(list)
    for row in rows:
        reading = read_batch_row(row, row.batch)
        if row.record_id is not None:
            claimed[row.record_id].append(
                Claimed(wanted[row.record_id], row.batch, reading.values, reading.full_name(), reading.facility_code)
            )
    for key, record in wanted.items():
        if key not in claimed:
            # A record whose every list was taken back says nothing any more.
            claimed[key] = [] if record.withdrawn_at else [_itself(record)]
    return dict(claimed)


def last_births(records: Iterable[DetaineeRecord]) -> dict[UUID, str | None]:
    """What `last_birth` says of each of many records, without what else their rows say; None where it does not open."""
    wanted = {record.pk: record for record in records}
    rows = list(BatchRow.objects.claiming(wanted))
    open_data_keys([*(record.key_id for record in wanted.values()), *(row.key_id for row in rows)])
    said: dict[UUID, list[BatchRow]] = defaultdict(list)
    for row in rows:
        if row.record_id is not None:
            said[row.record_id].append(row)
    return {key: _birth_of(record, said[key]) for key, record in wanted.items()}


def _birth_of(record: DetaineeRecord, rows: Sequence[BatchRow]) -> str | None:
    try:
        return last_birth(record, (read_batch_row(row, row.batch).values["birth_date"] for row in rows))
    except CannotOpen:
        return None


def last_birth(record: DetaineeRecord, said: Iterable[str]) -> str:
    """The last date of birth that can be read, in EDTF; `said` is what the rows of lists say, the latest last.

    A list that leaves it out, or writes what is no date, unsays nothing. A record without rows speaks for itself.
    """
    readable = [text for text in (record.birth_date, *said) if read_date_or_none(text)]
    return readable[-1] if readable else ""


def _itself(record: DetaineeRecord) -> Claimed:
    names = sorted(record.names.all(), key=lambda name: not name.is_primary)
    events = record.custody_events.all()
    values = {field: getattr(record, field) for field in _OF_RECORD}
    values["kunya"], values["mother_name"] = (names[0].kunya, names[0].mother) if names else ("", "")
    values["event_date"], values["event_place"] = next(((event.date, event.place) for event in events), ("", ""))
    name = names[0].full_as_written if names else ""
    return Claimed(record, record.last_batch, values, name, record.facility_code or "")
