"""What would become of rows: new, changed, the same, rejected. Writes nothing (floor 5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from portal.core.tables import Fault, TableRow
from portal.detainees.enums import RowOutcome
from portal.detainees.models import BatchRow, DetaineeRecord, Source
from portal.detainees.problems import Problem, ProblemCode
from portal.detainees.rows import Reading, read_row


@dataclass(frozen=True)
class Examined:
    """One row with its reading and its outcome."""

    number: int
    reading: Reading
    outcome: str


class Examination:
    """Goes through a file in order and remembers the record numbers it met: the second of two is rejected."""

    def __init__(self, source: Source | None, mapping: Mapping[str, int]):
        self._source = source
        self._mapping = mapping
        self._seen: set[str] = set()

    def examine(self, rows: Sequence[TableRow]) -> list[Examined]:
        """Judge the next rows of the file."""
        readings = [self._once(read_row(list(row.cells), row.faults, self._mapping)) for row in rows]
        known = self._known([reading.external_id for reading in readings if not reading.is_rejected])
        return [
            Examined(row.number, reading, outcome_of(reading, known.get(reading.external_id)))
            for row, reading in zip(rows, readings, strict=True)
        ]

    def _once(self, reading: Reading) -> Reading:
        if reading.is_rejected:
            return reading
        if reading.external_id in self._seen:
            problem = Problem(ProblemCode.DUPLICATE_ID, "external_id")
            return Reading(reading.values, (*reading.problems, problem))
        self._seen.add(reading.external_id)
        return reading

    def _known(self, external_ids: list[str]) -> dict[str, bytes]:
        if self._source is None:
            return {}
        records = DetaineeRecord.objects.filter(source=self._source, external_id__in=external_ids)
        records = records.only("external_id", "content_fingerprint")
        return {known.external_id: bytes(known.content_fingerprint) for known in records}


def outcome_of(reading: Reading, known: bytes | None) -> str:
    """Compare a reading with the fingerprint of the record we have under its number, if any."""
    if reading.is_rejected:
        return RowOutcome.REJECTED
    if known is None:
        return RowOutcome.CREATED
    return RowOutcome.UNCHANGED if known == reading.content_fingerprint() else RowOutcome.UPDATED


def table_row(row: BatchRow) -> TableRow:
    """A kept row as it was read from the file."""
    kept = row.kept()
    faults = tuple(Fault(code, column) for code, column in kept["faults"])
    return TableRow(row.number, tuple(kept["cells"]), faults)
