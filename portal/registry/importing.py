"""One row of an organization's list as the content of a registration (floor 5).

Values that cannot be read (a date, a kind) are kept as written where there is room for them, and a warning says so; a
row is rejected only without an external id or a name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core.columns import REGISTRATION_COLUMNS, map_columns
from portal.core.dates import read_date_or_none
from portal.core.languages import guess_name_language, language
from portal.core.tables import Table, TableRow
from portal.core.tables.values import FaultCode
from portal.core.text import clean_text

from .content import NameContent, RegistrationContent
from .enums import (
    Answer,
    ApplicantKind,
    ContactWish,
    Knowledge,
    NameKind,
    Purpose,
    RegistrationKind,
    Relationship,
    Sex,
)

EXTERNAL_ID_LENGTH = 80
CELL_LENGTH = 500
# The organization asserts these two; it cannot speak for the third.
_ASSERTED = {Purpose.CONTACT.value: Answer.YES.value, Purpose.COMPARE.value: Answer.YES.value}


_NAMES = frozenset({"full_name", "given_name"})
_FAULTS = {
    FaultCode.RAGGED: gettext_lazy("The row has more or fewer cells than the heading."),
    FaultCode.BROKEN_QUOTE: gettext_lazy("A quotation mark is opened and not closed."),
    FaultCode.FORMULA: gettext_lazy("The cell holds a formula. Please put the value in its place."),
    FaultCode.UNREADABLE: gettext_lazy("Some signs cannot be read or change the direction of reading."),
}


class RowRejected(Exception):
    """The row cannot become a registration; the message says why."""


@dataclass(frozen=True)
class RowRead:
    """`external_id` and content of one row, with warnings for what was kept as written."""

    external_id: str
    content: RegistrationContent
    warnings: list[str] = field(default_factory=list)


def columns_of(table: Table) -> dict[str, int] | None:
    """Which column of a table is which, or None where it names no record number or no name."""
    mapping = map_columns(table.header, REGISTRATION_COLUMNS)
    return mapping if "external_id" in mapping and mapping.keys() & _NAMES else None


def read_table_row(row: TableRow, mapping: Mapping[str, int]) -> RowRead:
    """Read one row of an opened file. Raises RowRejected with a reason to show."""
    used = set(mapping.values())
    for fault in row.faults:
        if fault.column is None or fault.column in used:
            raise RowRejected(str(_FAULTS[FaultCode(fault.code)]))
    return read_row({column: row.cells[place] for column, place in mapping.items() if place < len(row.cells)})


def read_row(row: Mapping[str, str]) -> RowRead:
    """Read one row of canonical columns, any of which may be missing. Raises RowRejected with a reason to show."""
    cells = {column: _cell(row.get(column) or "") for column in REGISTRATION_COLUMNS}
    external_id = cells["external_id"]
    if not external_id:
        raise RowRejected(_("The number of the record is missing."))
    if len(external_id) > EXTERNAL_ID_LENGTH:
        raise RowRejected(_("The text is too long."))
    name = _name(cells)
    if not name.as_written():
        raise RowRejected(_("The name is missing."))
    warnings: list[str] = []
    content = RegistrationContent(
        names=(name,),
        kind=_kind(cells["kind"], warnings),
        language=_language(name.as_written()),
        applicant_kind=ApplicantKind.ORGANIZATION,
        relationship=_relationship(cells["relationship"]),
        relationship_as_written=cells["relationship"],
        contact_wish=ContactWish.CALL,
        sex=_sex(cells["sex"], warnings),
        birth_date=_date(cells["birth_date"], warnings),
        birth_place=cells["birth_place"],
        nationality=cells["nationality"],
        consents=dict(_ASSERTED),
        **_last_known(cells, warnings),
    )
    return RowRead(external_id, content, warnings)


def _cell(text: str) -> str:
    try:
        cleaned = clean_text(text[: CELL_LENGTH + 1])
    except (ValidationError, UnicodeError) as error:
        raise RowRejected(str(_FAULTS[FaultCode.UNREADABLE])) from error
    if len(cleaned) > CELL_LENGTH:
        raise RowRejected(_("The text is too long."))
    return cleaned


def _name(cells: Mapping[str, str]) -> NameContent:
    return NameContent(
        full=cells["full_name"],
        given=cells["given_name"],
        father=cells["father_name"],
        grandfather=cells["grandfather_name"],
        family=cells["family_name"],
        kunya=cells["kunya"],
        mother=cells["mother_name"],
        kind=NameKind.SOURCE,
    )


def _kind(text: str, warnings: list[str]) -> str:
    if text and text not in RegistrationKind.values:
        warnings.append(_("This kind of registration is not known. It was read as “missing”."))
    return text if text in RegistrationKind.values else RegistrationKind.MISSING.value


def _relationship(text: str) -> str:
    return text if text in Relationship.values else Relationship.OTHER.value


def _sex(text: str, warnings: list[str]) -> str:
    if text and text not in Sex.values:
        warnings.append(_("The sex is not written as we know it. It is kept as it stands."))
    return text or Sex.UNKNOWN.value


def _date(text: str, warnings: list[str]) -> str:
    if text and read_date_or_none(text) is None:
        warnings.append(_("The date is not written as we know it. It is kept as it stands."))
    return text


def _last_known(cells: Mapping[str, str], warnings: list[str]) -> dict[str, Any]:
    """When and where; an unreadable date is kept in words, so that nothing pretends to be a date."""
    date, place = cells["event_date"], cells["event_place"]
    readable = read_date_or_none(date) is not None
    _date(date, warnings)
    return {
        "date": date if readable else "",
        "date_in_words": "" if readable else date,
        "date_knowledge": Knowledge.KNOWN if date else Knowledge.NOT_ASKED,
        "place_as_told": place,
        "place_knowledge": Knowledge.KNOWN if place else Knowledge.NOT_ASKED,
    }


def _language(name: str) -> str:
    """The language of letters and pages, guessed from the name's spelling until somebody says otherwise."""
    code = {"kmr": "ku", "und": "ar"}.get(guess := guess_name_language(name), guess)
    return language(code).code
