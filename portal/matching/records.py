"""Both sides of a comparison, decrypted in bulk and read into `portal.linkage` records (floor 6).

Nothing here is stored, and records come one after the other: no more than a chunk of them is in memory at a time.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, prefetch_related_objects

from portal.accounts.services.planting import planted_keys
from portal.confidential.bulk import Ciphers, Key, open_rows
from portal.core.dates import read_date_or_none
from portal.core.pieces import pieces
from portal.detainees.entered import Entered, entered_on
from portal.detainees.enums import CustodyKind
from portal.detainees.models import CustodyEvent, DetaineeName, DetaineeRecord
from portal.linkage import DateRange, Record
from portal.names import Name
from portal.places.enums import PlaceKind
from portal.places.models import Place
from portal.registry.consent import allowing
from portal.registry.content import NameContent
from portal.registry.enums import Purpose
from portal.registry.models import LastKnown, PersonName, PersonSought, Registration

from .enums import SideKind
from .models.checks import is_comparable

_CHUNK = 1000
_WHOLE = frozenset({PlaceKind.COUNTRY, PlaceKind.GOVERNORATE})
_SEXES = frozenset({"female", "male"})
_FACTS = ("sex", "birth_date", "birth_place", "nationality")
_NAME_PARTS = ("full_as_written", "given", "father", "grandfather", "family", "kunya", "mother")
_FAMILY_NAME_PARTS = (*_NAME_PARTS, "mother_father", "mother_family", "nisba", "tribe")
_NO_EVENT = ("", "")


def comparable(kind: str) -> QuerySet[Any]:
    """Records of one side that take part: detainee records that nobody holds, and the comparable registrations."""
    return comparable_detainees() if kind == SideKind.DETAINEE else comparable_registrations()


def comparable_detainees() -> QuerySet[DetaineeRecord]:
    """All listed detainee records but those that are being checked or were found to be wrong, and planted ones."""
    return DetaineeRecord.objects.filter(is_comparable("")).exclude(pk__in=planted_keys())


def comparable_registrations() -> QuerySet[Registration]:
    """Registrations whose state and consent allow comparison, at this moment."""
    return Registration.objects.compared().filter(Exists(allowing(Purpose.COMPARE).filter(registration=OuterRef("pk"))))


def read_records(kind: str, ids: Sequence[UUID]) -> Iterator[Record]:
    """Those of the given records that take part and can be opened, as records for linkage, in chunks of few queries.

    `fingerprint` is the content's, in hexadecimal, as it was when the record was read.
    """
    read = _registrations if kind == SideKind.REGISTRATION else _detainees
    for some in pieces(ids, _CHUNK):
        yield from read(some)


def persons_of(registration: Registration) -> list[PersonSought]:
    """The persons sought, with names and last news; asked once for one registration in hand."""
    persons = PersonSought.objects.select_related("last_known__place")
    prefetch_related_objects([registration], Prefetch("persons", persons), "persons__names")
    return list(registration.persons.all())


def parsed(name: PersonName | DetaineeName) -> Name:
    """A name row, opened and read into its parts."""
    parts = _FAMILY_NAME_PARTS if isinstance(name, PersonName) else _NAME_PARTS
    return _name(parts, [getattr(name, part) or "" for part in parts])


def named(rows: QuerySet[Any], ciphers: Ciphers, owner: str) -> Iterator[tuple[Key, Name, str]]:
    """The owner of each name row, the name read into its parts, and as written. Rows that do not open are left out."""
    parts = _FAMILY_NAME_PARTS if rows.model is PersonName else _NAME_PARTS
    for key, *values in open_rows(rows, ciphers, plain=(owner,), sealed=parts):
        yield key, _name(parts, values), values[0]


def _name(parts: Sequence[str], values: Sequence[str]) -> Name:
    full, *rest = values
    return NameContent(full=full, **dict(zip(parts[1:], rest, strict=True))).parsed()


def _registrations(ids: Sequence[UUID]) -> Iterator[Record]:
    found = comparable_registrations().filter(pk__in=ids).values_list("pk", "content_fingerprint")
    rows, opened = [(str(pk), content) for pk, content in found], Ciphers()
    sought = PersonSought.objects.filter(registration__in=[pk for pk, _content in rows]).order_by("-pk")
    persons: dict[Key, tuple[Key, list[str]]] = {}
    owners: dict[Key, Key] = {}
    for person, registration, *facts in open_rows(sought, opened, plain=("pk", "registration"), sealed=_FACTS):
        persons[registration], owners[person] = (person, facts), registration
    written = PersonName.objects.filter(person__in=list(owners))
    names = _names(written, opened, "person", owners, parts=_FAMILY_NAME_PARTS)
    told = LastKnown.objects.filter(person__in=list(owners))
    chosen = _chosen(told)
    events = {
        owner: (date, _in_words(chosen.get(owner), words))
        for owner, date, words in open_rows(told, opened, plain=("person",), sealed=("date", "place_as_told"))
    }
    for pk, content in rows:
        if pk in names:
            person, facts = persons[pk]
            yield _record(pk, names[pk], facts, events.get(person, _NO_EVENT), content)


def _detainees(ids: Sequence[UUID]) -> Iterator[Record]:
    records, opened = comparable_detainees().filter(pk__in=ids), Ciphers()
    rows = list(open_rows(records, opened, plain=("pk", "content_fingerprint"), sealed=_FACTS))
    names = _names(DetaineeName.objects.filter(record__in=ids), opened, "record", parts=_NAME_PARTS)
    custody = CustodyEvent.objects.filter(record__in=ids).order_by("-pk")
    events: dict[Key, tuple[str, str]] = {}
    for record, kind, date, place in open_rows(custody, opened, plain=("record", "kind"), sealed=("date", "place")):
        # The capture answers the family's last news; where there is none, what else is known of custody.
        if kind == CustodyKind.CAPTURE or record not in events:
            events[record] = (date, place)
    entered, nothing = entered_on(ids, opened), Entered()
    for pk, content, *facts, nationality in rows:
        if pk in names:
            beside = entered.get(pk, nothing)
            facts.append(beside.nationality(nationality))
            yield _record(pk, names[pk], facts, beside.event(events.get(pk, _NO_EVENT)), content)


def _chosen(told: QuerySet[LastKnown]) -> dict[Key, Place]:
    """By person, the place chosen from the list."""
    rows = told.filter(place__isnull=False).values_list("person", "place")
    keys = dict(rows)
    places = Place.objects.select_related("parent").in_bulk(set(keys.values()))
    return {str(person): places[place] for person, place in keys.items()}


def _in_words(place: Place | None, words: str) -> str:
    """The place as linkage reads it: what is nearest first, as a name of its tables, her own words after a district.

    A country alone says nothing that could be compared, and her words in it may say more.
    """
    governorate = place.parent if place and place.kind not in _WHOLE else place
    parts = [
        place.bare_name if place and place is not governorate else "",
        words,
        governorate.bare_name if governorate and governorate.kind == PlaceKind.GOVERNORATE else "",
    ]
    return ", ".join(part for part in parts if part)


def _names(
    rows: QuerySet,
    opened: Ciphers,
    owner: str,
    owners: Mapping[Key, Key] | None = None,
    *,
    parts: Sequence[str],
) -> dict[Key, list[Name]]:
    """All names of each record, the primary one first; `owners` leads from a person to the registration."""
    names: dict[Key, list[Name]] = defaultdict(list)
    for key, *values in open_rows(rows.order_by("-is_primary", "pk"), opened, plain=(owner,), sealed=parts):
        names[owners[key] if owners else key].append(_name(parts, values))
    return names


def _record(
    pk: Key, names: list[Name], facts: Sequence[str], event: tuple[str, ...], content: bytes | memoryview
) -> Record:
    sex, birth, birth_place, nationality = facts
    return Record(
        id=UUID(pk),
        name=names[0],
        aliases=tuple(names[1:]),
        sex=sex if sex in _SEXES else "unknown",  # type: ignore[arg-type]
        birth=_span(birth),
        birth_place=birth_place,
        nationality=nationality,
        event_place=event[1],
        event=_span(event[0]),
        fingerprint=bytes(content).hex(),
    )


def _span(text: str) -> DateRange | None:
    read = read_date_or_none(text)
    return (read.earliest, read.latest) if read else None
