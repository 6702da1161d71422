"""One pair as two people read it: both sides' facts, names part by part, and the path of the weights (floor 6).

Everything is decrypted here, after `access_pair` has checked and logged the read. Values are plain data for templates.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date as Day
from typing import Any, cast

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from portal.confidential.keyring import open_data_keys
from portal.core.dates import read_date_or_none
from portal.detainees.entered import Entries, entries_of
from portal.detainees.enums import CustodyKind, Reliability, SharingTerms, status_label
from portal.detainees.models import CustodyEntry, CustodyEvent, DetaineeRecord, Statement
from portal.names import Name, transliterate
from portal.places.countries import country_name
from portal.registry.enums import Relationship, Sex
from portal.registry.models import Applicant, PersonSought, Registration

from .contradictions import contradictions
from .models import CandidatePair, DuplicatePair
from .name_parts import TokenCell, Words, token_cells
from .records import parsed, persons_of


@dataclass(frozen=True)
class Fact:
    """A line of a record: label and value as told; `style` is text (as written), words (ours) or date (EDTF)."""

    label: Words
    value: Words
    style: str = "text"


@dataclass(frozen=True)
class Side:
    """One side of a pair: its reference, all names as written and the facts told."""

    reference: str
    names: tuple[Name, ...]
    facts: tuple[Fact, ...]
    spans: tuple["Span", ...] = ()
    spots: tuple["Spot", ...] = ()
    contradictions: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The first name as written."""
        return self.names[0].text if self.names else ""

    @property
    def latin(self) -> str:
        """Our reading of the name in Latin letters; empty where it is already written so."""
        reading = transliterate(self.name, "Latn")
        return "" if reading == self.name else reading

    @property
    def others(self) -> tuple[str, ...]:
        """Further names and spellings."""
        return tuple(name.text for name in self.names[1:])


@dataclass(frozen=True)
class Span:
    """Something that has a time: who says it, what, the date as told (EDTF) and its reach."""

    who: Words
    date: str
    earliest: Day
    latest: Day


@dataclass(frozen=True)
class Spot:
    """Something that has a place: what, the place as told, and its name where it was chosen from the list."""

    what: Words
    place: str
    chosen: str = ""


@dataclass(frozen=True)
class PairSides:
    """Both sides of a pair with the table of name parts: registration and detainee record, or two of one kind."""

    left: Side
    right: Side
    tokens: tuple[TokenCell, ...] = field(default=())


def read_sides(pair: CandidatePair) -> PairSides:
    """Open both sides of a pair that `access_pair` returned."""
    open_data_keys([pair.key_id, pair.registration.key_id, pair.detainee.key_id])
    prefetch_related_objects([pair.detainee], "names", "custody_events")
    found = cast(Any, pair)  # as `with_both_sides` found it
    left = registration_side(pair.registration, persons_of(pair.registration), found.asking)
    right = detainee_side(pair.detainee, is_entered=found.is_entered)
    silent = (_("The family did not give one"), _("The source did not give one"))
    return PairSides(left, right, tuple(token_cells(left.names, right.names, silent)))


def read_duplicate(duplicate: DuplicatePair) -> PairSides:
    """Open both records of a duplicate that `access_duplicate` returned."""
    open_data_keys([duplicate.key_id, duplicate.first.key_id, duplicate.second.key_id])
    left, right = _side(duplicate.first, _("First record")), _side(duplicate.second, _("Second record"))
    silent = (_("The first record gives none"), _("The second record gives none"))
    return PairSides(left, right, tuple(token_cells(left.names, right.names, silent)))


def _side(record: Registration | DetaineeRecord, label: str) -> Side:
    """One of two of a kind, with its label at every time: without it nobody knows whose time it is."""
    if isinstance(record, Registration):
        told = registration_side(record, persons_of(record), record.applicant)
    else:
        told = detainee_side(record)
    return replace(told, spans=tuple(replace(span, who=f"{label} · {span.who}") for span in told.spans))


def registration_side(registration: Registration, persons: Sequence[PersonSought], applicant: Applicant | None) -> Side:
    """What the family told of the person sought."""
    person = persons[0] if persons else None
    rows = [row for each in persons for row in sorted(each.names.all(), key=lambda row: not row.is_primary)]
    facts = [Fact(_("Asks"), _relationship(applicant), "words")] if applicant else []
    spans: list[Span] = []
    spots: list[Spot] = []
    if person:
        spots.append(Spot(_("Birth place"), person.birth_place))
        last = getattr(person, "last_known", None)
        facts += [
            Fact(_("Born"), person.birth_date, style="date"),
            Fact(_("From"), person.birth_place),
            Fact(_("Nationality"), country_name(person.nationality)),
            Fact(_("Sex"), _sex(person.sex), "words"),
        ]
        if last:
            place = " · ".join(part for part in (last.place_as_told, str(last.place or "")) if part)
            facts += [
                Fact(_("Last news"), last.date, style="date"),
                Fact(_("Last news, in words"), last.date_in_words),
                Fact(_("Place of the last news"), place),
            ]
            spans = _spans(_("Family: last news"), last.date)
            spots.append(Spot(_("Place of the last news"), place, last.place.bare_name if last.place else ""))
    names = tuple(parsed(row) for row in rows)
    return Side(registration.reference, names, _told(facts), tuple(spans), _placed(spots))


def detainee_side(record: DetaineeRecord, *, is_entered: bool = True) -> Side:
    """What one source says, and what people entered beside it by whose word. Being listed is not guilt.

    With `is_entered` false nobody is asked for what people entered.
    """
    batch, rows = record.last_batch, sorted(record.names.all(), key=lambda row: not row.is_primary)
    events = sorted(record.custody_events.all(), key=lambda event: event.kind != CustodyKind.CAPTURE)
    entries, stated = entries_of(record) if is_entered else Entries([], [])
    status = status_label(record.legal_status, is_woman=record.sex == Sex.FEMALE)
    facts = [
        Fact(_("Source"), record.source.name),
        Fact(_("Reliability"), Reliability(batch.reliability).label, "words"),
        Fact(_("Terms of the source"), SharingTerms(batch.sharing_terms).label, "words"),
        Fact(_("Born"), record.birth_date, style="date"),
        Fact(_("From"), record.birth_place),
        Fact(_("Nationality"), country_name(record.nationality)),
        Fact(_("Nationality, as stated"), _stated_nationality(stated)),
        Fact(_("Sex"), _sex(record.sex), "words"),
        Fact(_("Status"), status, "words"),
        Fact(_("Status, as written"), record.legal_status_as_written),
        Fact(_("Held in"), record.facility),
    ]
    spans: list[Span] = []
    spots = [Spot(_("Birth place"), record.birth_place), Spot(_("Held in"), record.facility)]
    for event in events:
        label = CustodyKind(event.kind).label
        facts += [Fact(label, event.date, style="date"), Fact(_("Place of custody"), event.place)]
        spans += _spans(_("Source: %(what)s") % {"what": label}, event.date)
        spots.append(Spot(label, event.place))
    for entry in entries:
        label, said_by = CustodyKind(entry.kind).label, entry.said_by or (entry.source.name if entry.source else "")
        place = " · ".join(part for part in (entry.place, str(entry.facility or "")) if part)
        facts += [Fact(label, entry.date, style="date"), Fact(_("Place of custody"), place)]
        facts.append(Fact(_("Who says so, or which paper"), said_by))
        spans += _spans(_("Entered by staff: %(what)s") % {"what": label}, entry.date)
        spots.append(Spot(label, place))
    facts.append(Fact(_("Note of the source"), record.source_note))
    told: list[CustodyEvent | CustodyEntry] = [*events, *entries]
    against = contradictions(
        arrests=[(one.date, one.place) for one in told if one.kind == CustodyKind.CAPTURE],
        nationalities=(record.nationality, *(row.value for row in stated)),
    )
    names = tuple(parsed(row) for row in rows)
    return Side(record.external_id, names, _told(facts), tuple(spans), _placed(spots), against)


def _stated_nationality(rows: Sequence[Statement]) -> str:
    """What people state beside the list, each with who says so."""
    said = ((country_name(row.value), row.said_by or (row.source.name if row.source else "")) for row in rows)
    return " · ".join(f"{value} ({by})" if by else value for value, by in said)


def _told(facts: list[Fact]) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.value)


def _placed(spots: list[Spot]) -> tuple[Spot, ...]:
    return tuple(spot for spot in spots if spot.place or spot.chosen)


def _relationship(applicant) -> Words:
    if applicant.relationship == Relationship.OTHER and applicant.relationship_as_written:
        return applicant.relationship_as_written
    return Relationship(applicant.relationship).label


def _sex(text: str) -> Words:
    if text in (Sex.UNKNOWN, Sex.UNSAID, Sex.NOT_ASKED):
        return ""
    return Sex(text).label if text in Sex.values else text


def _spans(who: Words, text: str) -> list[Span]:
    read = read_date_or_none(text)
    return [Span(who, text, read.earliest, read.latest)] if read else []
