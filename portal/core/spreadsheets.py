"""The only way to write a table for a spreadsheet: as CSV or XLSX, and no text in it is ever a formula (floor 0; R-78).

Text is guarded, numbers and days are written as what they are. A spreadsheet runs a cell that begins with = + - or @,
also in a full-width form, after blanks or after marks that nobody sees; a line break or a tab within a cell begins a
new one where the file is opened in another way than it was written.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

Cell = str | int | float | Decimal | date | None

# LibreOffice reads the mathematical minus as a sign too.
_SIGNS = frozenset("=+-@\N{MINUS SIGN}")
# Letters that show nothing: they stand among the letters, yet nobody sees them before a sign.
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
# What a workbook reads as another character: _x003D_ is the sign of equality.
_ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")
_BREAKS = re.compile(r"\r\n|[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
# No workbook can hold them, and no text needs them.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_NOT_IN_A_TITLE = re.compile(r"[\\/*?:\[\]']")
_TITLE_LENGTH = 31
# In letters: a name fits without dragging.
_COLUMN_WIDTH = 22


def safe_cell(text: str) -> str:
    """Return the text on one line, with an apostrophe before it where a spreadsheet might read it as a formula."""
    first, *others = _on_one_line(text).split(";")
    # A table that is opened with another separator begins a cell behind it, and loses the quotes there.
    guarded = [f"'{part}" if is_dangerous(part.lstrip('" ')) else part for part in others]
    return ";".join([f"'{first}" if is_dangerous(text) else first, *guarded])


def is_dangerous(text: str) -> bool:
    """Say whether a spreadsheet might run a text: a sign stands before all that one can see, or a tab or break does."""
    for place, character in enumerate(text):
        if _BREAKS.match(character) or _ESCAPED.match(text, place):
            return True
        plain = unicodedata.normalize("NFKC", character)
        if plain.strip()[:1] in _SIGNS:
            return True
        if not all(_is_unseen(one) for one in plain):
            return False
    return False


def csv_file(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return rows as CSV with every cell in quotes; the mark at the head makes spreadsheets read our scripts."""
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows([_written(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def xlsx_file(rows: Iterable[Sequence[Cell]], *, title: str, right_to_left: bool = False) -> bytes:
    """Return rows as a workbook of one sheet, whose texts are kept as texts; nobody's name stands in its properties."""
    book = Workbook(write_only=True)
    book.properties.creator = ""
    sheet = book.create_sheet(_NOT_IN_A_TITLE.sub(" ", _on_one_line(title))[:_TITLE_LENGTH].strip())
    sheet.sheet_view.rightToLeft = right_to_left
    sheet.sheet_format.defaultColWidth = _COLUMN_WIDTH
    for row in rows:
        sheet.append([_text_cell(sheet, cell) if isinstance(cell, str) else cell for cell in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _text_cell(sheet: object, text: str) -> Any:
    if not text:
        return None
    cell = WriteOnlyCell(sheet, safe_cell(text))
    # The library takes "#N/A" for an error; what we call text is text.
    cell.data_type = "s"
    return cell


def _written(cell: Cell) -> str | int | float | Decimal:
    if isinstance(cell, str):
        return safe_cell(cell)
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else cell


def _on_one_line(text: str) -> str:
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", _BREAKS.sub(" ", text))


def _is_unseen(character: str) -> bool:
    """Blanks, marks, and whatever else one cannot see: all but letters, digits, punctuation and symbols."""
    return character in _FILLERS or unicodedata.category(character)[0] in "CZM"
