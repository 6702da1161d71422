"""The cells of one registration in an export, in the reader's language, part by part (floor 6).

Opened for `tables`, which has asked the ledger. What is sealed, notes, messages and files have no cell at all.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.confidential.keyring import open_data_keys
from portal.core.dates import day_of, read_date_or_none
from portal.core.languages import language
from portal.notifications.care import cautions
from portal.notifications.models import SafeChannel
from portal.places.countries import country_name
from portal.registry.access import access_channels
from portal.registry.casework import STATE_WORDS
from portal.registry.enums import Knowledge, Relationship, Sex
from portal.registry.facts import label_of
from portal.registry.models import CaseAssignment, PersonSought, Registration
from portal.registry.told import latin

from .enums import Part

Cell = str | date
_BETWEEN = " / "

# What stands over the cells of a part.
HEADINGS: dict[str, tuple[str | Promise, ...]] = {
    Part.FILE: (_("Registration"), _("State"), _("Language"), _("Registered on"), _("Who has it")),
    Part.NAMES: (_("Names, as they were written"), _("Our reading")),
    Part.KNOWN_BY: (_("Sex"), _("Born"), _("Place of birth"), _("Nationality")),
    Part.LAST_NEWS: (_("Last news"), _("Place of the last news"), _("Place, from the list")),
    Part.APPLICANT: (_("Who registered"), _("Is to the person")),
    Part.REACH: (_("How to reach the family"), _("What to mind")),
}


def with_all_parts(rows: QuerySet[Registration]) -> QuerySet[Registration]:
    """Load with few questions what the cells are made from."""
    people = PersonSought.objects.select_related("last_known__place__parent__parent").prefetch_related("names")
    owners = CaseAssignment.objects.live().select_related("owner").defer("note")
    return rows.prefetch_related(
        Prefetch("persons", people), "applicants", Prefetch("assignments", owners, to_attr="in_force")
    )


def open_keys(rows: Collection[Registration], parts: Collection[str]) -> None:
    """Open with few questions the keys of all that the cells are made from."""
    keys = [row.key_id for row in rows]
    if Part.REACH in parts:
        channels = SafeChannel.objects.filter(holder__in=[row.holder_id for row in rows], ended_at__isnull=True)
        keys += channels.values_list("key_id", flat=True)
    open_data_keys(keys)


def cells_of(registration: Registration, parts: Iterable[str], *, user) -> list[Cell]:
    """Return the cells of the parts, in their order. `user` is who may see how the family is reached."""
    return [cell for part in parts for cell in _CELLS[part](registration, user)]


def _file(registration: Registration, user) -> list[Cell]:
    owner = next((one.owner for one in registration.in_force), None)  # type: ignore[attr-defined]  # prefetched
    return [
        registration.get_kind_display(),
        str(STATE_WORDS[registration.state]),
        language(registration.language).native,
        day_of(registration.submitted_at),
        owner.shown_name if owner else "",
    ]


def _names(registration: Registration, user) -> list[Cell]:
    names = [
        name.full_as_written
        for person in registration.persons.all()
        for name in sorted(person.names.all(), key=lambda name: (not name.is_primary, str(name.pk)))
    ]
    return [_BETWEEN.join(names), _BETWEEN.join(filter(None, map(latin, names)))]


def _known_by(registration: Registration, user) -> list[Cell]:
    people = list(registration.persons.all())
    return [
        _BETWEEN.join(str(label_of(Sex, person.sex)) for person in people if person.sex in (Sex.MALE, Sex.FEMALE)),
        _BETWEEN.join(_date(person.birth_date) for person in people),
        _BETWEEN.join(person.birth_place for person in people),
        _BETWEEN.join(country_name(person.nationality) for person in people),
    ]


def _last_news(registration: Registration, user) -> list[Cell]:
    found = [person.last_known for person in registration.persons.all() if hasattr(person, "last_known")]
    dated = [last for last in found if last.date_knowledge == Knowledge.KNOWN]
    placed = [last for last in found if last.place_knowledge == Knowledge.KNOWN]
    return [
        _BETWEEN.join(filter(None, (words for last in dated for words in (_date(last.date), last.date_in_words)))),
        _BETWEEN.join(last.place_as_told for last in placed),
        _BETWEEN.join(last.place.path for last in placed if last.place),
    ]


def _applicant(registration: Registration, user) -> list[Cell]:
    applicant = registration.applicant
    if applicant is None:
        return ["", ""]
    return [applicant.name, str(Relationship(applicant.relationship).label)]


def _reach(registration: Registration, user) -> list[Cell]:
    channels = access_channels(registration, user=user)
    minded = (f"{fact.label}: {fact.value}" for channel in channels for fact in cautions(channel))
    return [_BETWEEN.join(f"{one.get_kind_display()}: {one.value}" for one in channels), _BETWEEN.join(minded)]


def _date(text: str) -> str:
    read = read_date_or_none(text)
    return read.display() if read else text


_CELLS: dict[str, Callable[[Registration, object], list[Cell]]] = {
    Part.FILE: _file,
    Part.NAMES: _names,
    Part.KNOWN_BY: _known_by,
    Part.LAST_NEWS: _last_news,
    Part.APPLICANT: _applicant,
    Part.REACH: _reach,
}
