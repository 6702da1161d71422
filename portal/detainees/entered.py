"""What people entered beside lists, as far as it is compared: when and where somebody was held, and a nationality.

Attributed claims: what lists say stands first, and where people contradict one another nothing is chosen (floor 5).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, cast
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, prefetch_related_objects

from portal.confidential.blind import fingerprint
from portal.confidential.bulk import Ciphers, Key, open_rows

from .enums import CustodyKind, StatementAbout
from .models import CustodyEntry, DetaineeRecord, Statement

# What tells when and where somebody was in custody, what tells most first.
_IN_CUSTODY = (CustodyKind.CAPTURE, CustodyKind.HELD, CustodyKind.TRANSFER, CustodyKind.COURT)


@dataclass
class Entered:
    """What people entered on one record; `events` are kind, date in EDTF and place, in the order of entering."""

    events: list[tuple[str, str, str]] = field(default_factory=list)
    nationalities: set[str] = field(default_factory=set)

    def event(self, listed: tuple[str, str]) -> tuple[str, str]:
        """Date and place that answer a family's last news: of the arrest as the list has it and people complete it.

        Where nobody knows of an arrest, the first that is known of custody.
        """
        captures = [listed, *(event[1:] for event in self.events if event[0] == CustodyKind.CAPTURE)]
        date, place = (next((one[half] for one in captures if one[half]), "") for half in (0, 1))
        if date or place:
            return date, place
        told = [one for one in self.events if one[1] or one[2]]
        known = sorted(told, key=lambda one: _IN_CUSTODY.index(CustodyKind(one[0])))
        return known[0][1:] if known else ("", "")

    def nationality(self, listed: str) -> str:
        """What the list says; where it is silent, what people state, if they say one and the same."""
        return listed or (next(iter(self.nationalities)) if len(self.nationalities) == 1 else "")


def is_entered_on(path: str) -> Q:
    """Say, within another query, whether people entered anything of it on a record; `path` leads to the record."""
    there = {"record": OuterRef(path)}
    return Q(Exists(CustodyEntry.objects.live().filter(**there))) | Q(Exists(Statement.objects.live().filter(**there)))


def entered_on(keys: Iterable[UUID | Key], ciphers: Ciphers | None = None) -> dict[Key, Entered]:
    """What people entered on many records, by their keys as texts; nothing is there for a record without entries."""
    wanted, opened = list(keys), ciphers or Ciphers()
    found: dict[Key, Entered] = defaultdict(Entered)
    custody = CustodyEntry.objects.live().filter(record__in=wanted, kind__in=_IN_CUSTODY)
    columns = {"plain": ("pk", "record", "kind"), "sealed": ("date", "place")}
    rows = list(open_rows(custody.order_by("entered_at", "pk"), opened, **columns))
    places = custody.filter(facility__isnull=False).values_list("pk", "facility__name_en") if rows else ()
    known = {str(key): name for key, name in places}
    for key, record, kind, date, place in rows:
        found[record].events.append((kind, date, ", ".join(part for part in (place, known.get(key)) if part)))
    stated = Statement.objects.live().filter(record__in=wanted, about=StatementAbout.NATIONALITY)
    for record, value in open_rows(stated, opened, plain=("record",), sealed=("value",)):
        found[record].nationalities.add(value)
    return dict(found)


class Entries(NamedTuple):
    """What people entered beside one list, in the order of entering, each with who says it."""

    custody: list[CustodyEntry]
    nationalities: list[Statement]

    def compared(self) -> Entered:
        """The same as far as it is compared, as `entered_on` finds it."""
        known = [one for one in self.custody if one.kind in _IN_CUSTODY]
        events = [(one.kind, one.date, ", ".join(part for part in (one.place, _named(one)) if part)) for one in known]
        return Entered(events, {one.value for one in self.nationalities})


def entries_of(record: DetaineeRecord) -> Entries:
    """What people entered on one record, whole; asked for once, and then remembered on the record in hand."""
    custody = CustodyEntry.objects.live().select_related("facility", "source")
    stated = Statement.objects.live().filter(about=StatementAbout.NATIONALITY).select_related("source")
    prefetch_related_objects(
        [record],
        Prefetch("custodyentry_rows", custody.order_by("entered_at", "pk"), to_attr="entered_custody"),
        Prefetch("statement_rows", stated.order_by("entered_at", "pk"), to_attr="entered_nationalities"),
    )
    found = cast(Any, record)
    return Entries(found.entered_custody, found.entered_nationalities)


def _named(entry: CustodyEntry) -> str:
    return entry.facility.name_en if entry.facility else ""  # type: ignore[attr-defined]  # added by modeltranslation


def compared_as(records: Sequence[DetaineeRecord]) -> dict[UUID, bytes]:
    """The `content_fingerprint` of each record: of its row, and of what people entered beside it."""
    entered = entered_on(record.pk for record in records)
    return {record.pk: _fingerprint(bytes(record.row_fingerprint), entered.get(str(record.pk))) for record in records}


def _fingerprint(row: bytes, entered: Entered | None) -> bytes:
    if entered is None:
        return row
    events = ("\x1f".join(event) for event in entered.events)
    return fingerprint("entered", row.hex(), *events, *sorted(entered.nationalities))
