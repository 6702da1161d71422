"""Both sides of a comparison, decrypted in bulk and read into `portal.linkage` records (floor 6).

Nothing here is stored: the records live in memory for one run.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from portal.confidential.blind import fingerprint
from portal.confidential.keyring import open_data_keys
from portal.core.dates import read_date_or_none
from portal.detainees.enums import CustodyKind
from portal.detainees.models import DetaineeRecord
from portal.linkage import DateRange, Record
from portal.names import Name, parse
from portal.registry.enums import Purpose
from portal.registry.models import ConsentLine, PersonName, Registration

# Raise when the comparison itself changes, so that the next run compares everything again.
MODEL_VERSION = "1"
_SEXES = frozenset({"female", "male"})


@dataclass(frozen=True)
class Seen:
    """What is known of a record without opening it: its key and a fingerprint of its content."""

    id: UUID
    fingerprint: bytes


def comparable_registrations() -> QuerySet[Registration]:
    """Registrations whose state takes part in comparison and whose consent to it is in force."""
    agreed = ConsentLine.objects.allowing(Purpose.COMPARE).values("registration")
    return Registration.objects.compared().filter(pk__in=agreed)


def seen_registrations() -> list[Seen]:
    """Key and fingerprint of every comparable registration (one query, nothing opened)."""
    return _seen(comparable_registrations().values_list("pk", "content_fingerprint"))


def seen_detainees() -> list[Seen]:
    """Key and fingerprint of every detainee record (one query, nothing opened)."""
    return _seen(DetaineeRecord.objects.values_list("pk", "content_fingerprint"))


def _seen(rows: Iterable[tuple[UUID, bytes | memoryview]]) -> list[Seen]:
    return [Seen(pk, fingerprint(MODEL_VERSION, bytes(content).hex())) for pk, content in rows]


def registration_records() -> list[Record]:
    """Every comparable registration as a record for linkage, in the order of keys."""
    rows = (
        comparable_registrations()
        .order_by("pk")
        .prefetch_related(
            Prefetch("persons__names", queryset=PersonName.objects.order_by("-is_primary", "pk")), "persons__last_known"
        )
    )
    registrations = list(rows)
    open_data_keys(registration.key_id for registration in registrations)
    return [_of_registration(registration) for registration in registrations]


def detainee_records() -> list[Record]:
    """Every detainee record as a record for linkage, in the order of keys."""
    rows = list(DetaineeRecord.objects.order_by("pk").prefetch_related("names", "custody_events"))
    open_data_keys(row.key_id for row in rows)
    return [_of_detainee(row) for row in rows]


def parsed(name) -> Name:
    """A name row, opened and read into its parts."""
    return parse(
        name.full_as_written,
        given=name.given or None,
        father=name.father or None,
        grandfather=name.grandfather or None,
        family=name.family or None,
        kunya=name.kunya or None,
        mother=name.mother or None,
    )


def _of_registration(registration: Registration) -> Record:
    persons = list(registration.persons.all())
    person = persons[0] if persons else None
    names = [parsed(row) for each in persons for row in each.names.all()] or [Name()]
    last = getattr(person, "last_known", None)
    return Record(
        id=registration.pk,
        name=names[0],
        aliases=tuple(names[1:]),
        sex=_sex(person.sex if person else ""),
        birth=_span(person.birth_date if person else ""),
        birth_place=person.birth_place if person else "",
        nationality=person.nationality if person else "",
        event_place=last.place_as_told if last else "",
        event=_span(last.date if last else ""),
    )


def _of_detainee(row: DetaineeRecord) -> Record:
    names = [parsed(name) for name in sorted(row.names.all(), key=lambda name: not name.is_primary)] or [Name()]
    events = sorted(row.custody_events.all(), key=lambda event: event.kind != CustodyKind.CAPTURE)
    event = events[0] if events else None
    return Record(
        id=row.pk,
        name=names[0],
        aliases=tuple(names[1:]),
        sex=_sex(row.sex),
        birth=_span(row.birth_date),
        birth_place=row.birth_place,
        nationality=row.nationality,
        event_place=event.place if event else "",
        event=_span(event.date if event else ""),
    )


def _sex(text: str):
    return text if text in _SEXES else "unknown"


def _span(text: str) -> DateRange | None:
    read = read_date_or_none(text)
    return (read.earliest, read.latest) if read else None
