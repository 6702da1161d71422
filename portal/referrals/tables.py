"""The table itself: a sample without anybody's words, and the one copy with its marks (floor 6; R-22, R-78).

A copy says in its first and last line whose it is. Every row has a mark that stands in no other copy, and the rows
stand in the order of their marks: what is found somewhere, in whole or in part, leads back (see `tracing`).
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.accounts.permissions import hold_roles
from portal.core import spreadsheets
from portal.core.dates import at_the_operator
from portal.core.digits import write_date
from portal.core.languages import language

from .cells import HEADINGS, Cell, cells_of, open_keys, with_all_parts
from .enums import FileKind, Part
from .models import Extract, ExtractRow
from .selecting import Selection, selection_of

SAMPLE = 3
_HIDDEN = "•••"


@dataclass(frozen=True)
class Copy:
    """The bytes of the one copy, and what went into it."""

    content: bytes
    sha256: str
    rows: list[ExtractRow]
    selection: Selection

    def holds(self, selection: Selection) -> bool:
        """Say whether exactly these registrations are in it."""
        return {row.registration_id for row in self.rows} == set(selection.rows.values_list("pk", flat=True))


def headings_of(extract: Extract) -> list[str]:
    """Return what stands over the columns: our number first, then part by part."""
    return [_("Reference number"), *(str(label) for part in _parts(extract) for label in HEADINGS[part])]


def sample_of(extract: Extract) -> list[list[str]]:
    """Return a few rows as whoever approves sees them: how the table looks, and nothing that anybody said."""
    found = list(with_all_parts(selection_of(extract).rows.order_by("-submitted_at", "pk")[:SAMPLE]))
    open_keys(found, _parts(extract))
    hidden = [part for part in _parts(extract) if part != Part.FILE]
    shown = [part for part in _parts(extract) if part == Part.FILE]
    return [
        [
            _masked(one.reference),
            *map(_written, cells_of(one, shown, user=extract.requested_by)),
            *(_masked(_written(cell)) for cell in cells_of(one, hidden, user=extract.requested_by)),
        ]
        for one in found
    ]


def make_copy(extract: Extract) -> Copy:
    """Return the copy as it is now, in the active language; its rows are not saved."""
    selection = selection_of(extract)
    hold_roles(extract.requested_by)
    found = list(with_all_parts(selection.rows))
    open_keys(found, _parts(extract))
    rows = sorted((ExtractRow(extract=extract, registration=one) for one in found), key=lambda row: row.mark)
    content = _file(extract, rows)
    return Copy(content, hashlib.sha256(content).hexdigest(), rows, selection)


def _file(extract: Extract, rows: Iterable[ExtractRow]) -> bytes:
    whose: list[Cell] = [watermark(extract)]
    headings: list[Cell] = [_("Row"), *headings_of(extract)]
    table: list[list[Cell]] = [
        [row.mark, row.registration.reference, *cells_of(row.registration, _parts(extract), user=extract.requested_by)]
        for row in rows
    ]
    lines = [whose, headings, *table, whose]
    if extract.file_kind == FileKind.CSV:
        return spreadsheets.csv_file(lines)
    is_from_right = language(get_language()).direction == "rtl"
    return spreadsheets.xlsx_file(lines, title=extract.number, right_to_left=is_from_right)


def watermark(extract: Extract) -> str:
    """Say whose copy it is, for whom, since when, and that it stays there."""
    said = {
        "who": _name(extract.requested_by),
        "when": write_date(at_the_operator(timezone.now()), "DATETIME_FORMAT"),
        "number": extract.number,
        "recipient": extract.recipient.name if extract.recipient else "",
    }
    if extract.recipient is None:
        return _("Copy of %(who)s, %(when)s, export %(number)s. Not to be passed on.") % said
    return _("Copy of %(who)s for %(recipient)s, %(when)s, export %(number)s. Not to be passed on.") % said


def _parts(extract: Extract) -> list[str]:
    return [part for part in Part.values if part in extract.parts]


def _masked(text: str) -> str:
    """Leave the first letter of each word."""
    return re.sub(r"(\w)\w*", rf"\1{_HIDDEN}", text)


def _written(cell: Cell) -> str:
    return cell if isinstance(cell, str) else write_date(cell)


def _name(user: User) -> str:
    return user.shown_name
