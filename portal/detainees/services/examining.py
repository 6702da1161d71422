"""What would become of rows: new, changed, the same, rejected. Writes nothing (floor 5)."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from portal.accounts.services.planting import planted_keys
from portal.core.tables import TableRow
from portal.detainees.enums import RowOutcome
from portal.detainees.models import DetaineeRecord, Source
from portal.detainees.problems import Problem, ProblemCode
from portal.detainees.rows import Meanings, Reading, read_row, word_of

# Which problem says that a column's word has no meaning yet.
_WITHOUT_MEANING = {
    ProblemCode.UNKNOWN_SEX: "sex",
    ProblemCode.UNKNOWN_STATUS: "legal_status",
    ProblemCode.UNKNOWN_COUNTRY: "nationality",
}
# Different words of one column that are counted; a column of more is no vocabulary.
_MOST_WORDS = 200


@dataclass(frozen=True)
class Examined:
    """One row with its reading and its outcome."""

    number: int
    reading: Reading
    outcome: str


class Examination:
    """Goes through a file in order and remembers the record numbers it met: the second of two is rejected."""

    def __init__(self, source: Source | None, mapping: Mapping[str, int], meanings: Meanings | None = None):
        self._source = source
        self._mapping = mapping
        self._meanings = meanings or {}
        self._seen: set[str] = set()
        self.has_swapped_dates = False
        self._words: dict[str, Counter[str]] = defaultdict(Counter)
        self._first_writing: dict[tuple[str, str], str] = {}

    def examine(self, rows: Sequence[TableRow]) -> list[Examined]:
        """Judge the next rows of the file."""
        readings = [self._once(read_row(list(row.cells), row.faults, self._mapping, self._meanings)) for row in rows]
        known = known_contents(self._source, [one.external_id for one in readings if not one.is_rejected])
        return [
            Examined(row.number, reading, outcome_of(reading, known.get(reading.external_id)))
            for row, reading in zip(rows, readings, strict=True)
        ]

    def unknown_words(self) -> dict[str, list[list]]:
        """Words nobody has given a meaning yet: `{column: [[word, rows], ...]}`, the most frequent first."""
        return {
            column: [[self._first_writing[column, word], rows] for word, rows in counts.most_common()]
            for column, counts in self._words.items()
        }

    def _once(self, reading: Reading) -> Reading:
        if reading.is_rejected:
            return reading
        if reading.external_id in self._seen:
            problem = Problem(ProblemCode.DUPLICATE_ID, "external_id")
            return replace(reading, problems=(*reading.problems, problem))
        self._seen.add(reading.external_id)
        for problem in reading.problems:
            self.has_swapped_dates |= problem.code == ProblemCode.SWAPPED_DATE
            if column := _WITHOUT_MEANING.get(ProblemCode(problem.code)):
                self._count(column, reading.values[column])
        if reading.values["facility"] and not reading.facility_code:
            self._count("facility", reading.values["facility"])
        return reading

    def _count(self, column: str, written: str) -> None:
        word, counts = word_of(written), self._words[column]
        if word in counts or len(counts) < _MOST_WORDS:
            counts[word] += 1
            self._first_writing.setdefault((column, word), written)


def known_contents(source: Source | None, external_ids: Sequence[str]) -> dict[str, bytes]:
    """The fingerprints of the source's listed records under these numbers. Planted ones give way, so they are none."""
    if source is None:
        return {}
    listed = DetaineeRecord.objects.listed().exclude(pk__in=planted_keys())
    records = listed.filter(source=source, external_id__in=external_ids)
    return {number: bytes(row) for number, row in records.values_list("external_id", "row_fingerprint")}


def outcome_of(reading: Reading, known: bytes | None) -> str:
    """Compare a reading with the fingerprint of the record we have under its number, if any."""
    if reading.is_rejected:
        return RowOutcome.REJECTED
    if known is None:
        return RowOutcome.CREATED
    return RowOutcome.UNCHANGED if known == reading.content_fingerprint() else RowOutcome.UPDATED
