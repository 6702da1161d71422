"""What the rows of lists say of a record, read anew with the mapping of their list (floor 5; ADR 0023)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from portal.confidential.keyring import open_data_keys

from .kept_rows import read_batch_row
from .models import Batch, BatchRow, DetaineeRecord

# What a record says for itself where no row stands behind it.
_OF_RECORD = ("sex", "birth_date", "birth_place", "nationality", "facility", "legal_status", "source_note")


@dataclass(frozen=True)
class Claimed:
    """What one row, in one list, says of one record: `values` by canonical column, empty where it is silent."""

    record: DetaineeRecord
    batch: Batch
    values: Mapping[str, str]
    full_name: str


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
                Claimed(wanted[row.record_id], row.batch, reading.values, reading.full_name())
            )
    for key, record in wanted.items():
        if key not in claimed:
            # A record whose every list was taken back says nothing any more.
            claimed[key] = [] if record.withdrawn_at else [_itself(record)]
    return dict(claimed)


def last_births(records: Iterable[DetaineeRecord]) -> dict[UUID, str]:
    """The date of birth that the lists gave last for each record, in EDTF; a list that leaves it out unsays nothing."""
    births = {record.pk: record.birth_date for record in records}
    rows = list(BatchRow.objects.claiming(births))
    open_data_keys(row.key_id for row in rows)
    for row in rows:
        birth = read_batch_row(row, row.batch).values["birth_date"]
        if birth and row.record_id is not None:
            births[row.record_id] = birth
    return births


def _itself(record: DetaineeRecord) -> Claimed:
    names = sorted(record.names.all(), key=lambda name: not name.is_primary)
    events = record.custody_events.all()
    values = {field: getattr(record, field) for field in _OF_RECORD}
    values["kunya"], values["mother_name"] = (names[0].kunya, names[0].mother) if names else ("", "")
    values["event_date"], values["event_place"] = next(((event.date, event.place) for event in events), ("", ""))
    return Claimed(record, record.last_batch, values, names[0].full_as_written if names else "")
