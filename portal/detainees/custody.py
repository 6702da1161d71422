"""What happened to one person in custody, from all lists and entries, on one time line (floor 5; ADR 0023)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date as Day

from django.utils.functional import Promise

from portal.core.dates import read_date_or_none

from .enums import CustodyKind
from .models import CustodyEntry, DetaineeRecord
from .orders import impossible
from .readings import Claimed

Words = str | Promise
_LAST = Day.max


@dataclass(frozen=True)
class Happening:
    """One line: `occurred` is EDTF. `entry` is set where people entered it; `faults` say what cannot be."""

    kind: str
    date: str
    place: str
    facility: str
    source: str
    grade: str
    entry: CustodyEntry | None = None
    is_past: bool = False
    faults: tuple[Words, ...] = ()

    @property
    def occurred(self) -> str:
        """The date as the time line reads it."""
        return self.date

    @property
    def label(self) -> Words:
        """What happened, in words."""
        return CustodyKind(self.kind).label


def time_line(claimed: Iterable[Sequence[Claimed]], records: Iterable[DetaineeRecord]) -> list[Happening]:
    """All that is said of custody, the earliest first, what has no date last; without what was taken back."""
    events = [one for rows in claimed for one in _of_lists(rows)]
    entries = CustodyEntry.objects.live().in_order().select_related("facility", "transfer", "source", "entered_by")
    events += [_of_entry(entry) for entry in entries.filter(record__in=list(records))]
    events.sort(key=_order)
    faults = impossible([one for one in events if not one.is_past])
    current = iter(range(len(events)))
    return [one if one.is_past else replace(one, faults=tuple(faults.get(next(current), ()))) for one in events]


def _of_lists(rows: Sequence[Claimed]) -> list[Happening]:
    """The arrest as each list of one source tells it; what the same source has told anew since is past."""
    told: dict[tuple[str, str], Claimed] = {}
    for row in rows:
        said = (row.values.get("event_date", ""), row.values.get("event_place", ""))
        if any(said):
            told.pop(said, None)
            told[said] = row
    return [
        Happening(
            kind=CustodyKind.CAPTURE,
            date=date,
            place=place,
            facility="",
            source=row.batch.source.name,
            grade=row.batch.grade,
            is_past=number < len(told),
        )
        for number, ((date, place), row) in enumerate(told.items(), start=1)
    ]


def _of_entry(entry: CustodyEntry) -> Happening:
    source = " · ".join(part for part in (entry.source.name if entry.source else "", entry.said_by) if part)
    facility = entry.facility.path if entry.facility else ""
    return Happening(entry.kind, entry.date, entry.place, facility, source, "", entry=entry)


def _order(one: Happening) -> tuple[Day, Day]:
    read = read_date_or_none(one.date)
    return (read.earliest, read.latest) if read else (_LAST, _LAST)
