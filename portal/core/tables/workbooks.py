"""XLSX: measured before it is opened, read cell by cell, never calculated (floor 0; R-72)."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from openpyxl import load_workbook

from .refusals import Unusable
from .values import MAX_COLUMNS, MAX_ROWS, Fault, FaultCode, Table, TableRow

MAX_UNPACKED = 100 * 1024 * 1024
MAX_ENTRIES = 1000
MAX_RATIO = 100
_ENCRYPTED = 0x1
# By an entry of the archive: a text document, a sheet of LibreOffice, a binary workbook.
_OTHER_PROGRAMS = (("word/document.xml", "document"), ("META-INF/manifest.xml", "ods"), ("xl/workbook.bin", "xls"))
_ZEROS = re.compile(r"0+")
# What a date's format shows; colours, conditions and languages in brackets and quoted words aside.
_ASIDE = re.compile(r"\[[^\]]*\]|\"[^\"]*\"|\\\\.")
# A spreadsheet keeps fifteen digits of a number; the rest are gone.
_EXACT = 1e15


def read_workbook(content: bytes, *, sheet: str = "") -> Table:
    """Read the sheet of that name, or the first one that holds anything. Raises Unusable."""
    sheets = _open(content)
    for one in sheets:
        if sheet and one.title != sheet:
            continue
        rows = _sheet(one)
        header_row = _first(rows)
        if header_row is None:
            continue
        header = _trimmed(tuple(cell.strip() for cell in header_row.cells))
        if len(header) > MAX_COLUMNS:
            raise Unusable("too_many_columns")
        remarks = ("other_sheets",) if len(sheets) > 1 and not sheet else ()
        return Table(header, _records(rows, len(header)), remarks=remarks)
    raise Unusable("empty")


def filled_sheets(content: bytes) -> list[str]:
    """The names of the sheets that hold anything. Raises Unusable."""
    return [sheet.title for sheet in _open(content) if _first(_sheet(sheet)) is not None]


def words_of_workbook(content: bytes) -> str:
    """All that stands in its cells, a row a line. Raises Unusable."""
    return "\n".join("\t".join(row.cells) for sheet in _open(content) for row in _sheet(sheet))


def _open(content: bytes) -> list[Any]:
    _measure(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        return list(book.worksheets)
    except Exception as error:  # the library raises whatever a damaged part provokes in it
        raise Unusable("broken") from error


def _first(rows: Iterator[TableRow]) -> TableRow | None:
    """The row with the headings: the first of the sheet's beginning that holds anything."""
    return next((row for row in islice(rows, 50) if any(row.cells)), None)


def _measure(content: bytes) -> None:
    """Judge the archive by its directory, without unpacking anything."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise Unusable("broken") from error
    names = {entry.filename for entry in entries}
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(sum(entry.compress_size for entry in entries), 1)
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED or unpacked / packed > MAX_RATIO:
        raise Unusable("bomb")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise Unusable("locked")
    for name, code in _OTHER_PROGRAMS:
        if name in names:
            raise Unusable(code)
    if "xl/workbook.xml" not in names or "[Content_Types].xml" not in names:
        raise Unusable("archive")
    if any(name.startswith("/") or ".." in name.split("/") for name in names):
        raise Unusable("broken")


def _sheet(sheet) -> Iterator[TableRow]:
    """The rows of a sheet as text. The size it states is not believed."""
    sheet.reset_dimensions()
    try:
        for number, cells in enumerate(sheet.iter_rows(max_row=MAX_ROWS + 1000, max_col=MAX_COLUMNS + 1), start=1):
            texts = tuple(_text(cell) for cell in cells)
            yield TableRow(number, texts, tuple(_faults(cells)))
    except Exception as error:  # see read_workbook
        raise Unusable("broken") from error


def _records(rows: Iterator[TableRow], width: int) -> Iterator[TableRow]:
    for row in rows:
        cells = _trimmed(row.cells)
        if not cells:
            continue
        faults = row.faults if len(cells) <= width else (*row.faults, Fault(FaultCode.RAGGED))
        yield TableRow(row.number, cells + ("",) * (width - len(cells)), faults)


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    return cells


def _faults(cells: tuple[Any, ...]) -> Iterator[Fault]:
    """Formulas and their errors are never calculated; a long number has lost its last digits."""
    for place, cell in enumerate(cells):
        if cell.data_type in ("f", "e"):
            yield Fault(FaultCode.FORMULA, place)
        elif type(cell.value) is float and abs(cell.value) >= _EXACT:
            yield Fault(FaultCode.ROUNDED, place)


def _text(cell: Any) -> str:
    """A cell as text, as the sheet shows it: dates in ISO form, numbers with their leading zeros."""
    value = cell.value
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, date):  # with or without a time
        return _date(value, cell.number_format)
    if isinstance(value, time | timedelta):
        return str(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e18:
        value = int(value)
    if type(value) is int:
        if abs(value) >= 10**40:
            return ""
        return str(value).zfill(len(cell.number_format) if _ZEROS.fullmatch(cell.number_format) else 0)
    # Rich text and other rarer values have a plain reading.
    return getattr(value, "text", None) or str(value)


def _date(value: date, shown: str) -> str:
    """No more of a date than its format shows: a year alone is not 1 January."""
    shown = _ASIDE.sub("", shown).lower()
    if isinstance(value, datetime) and value.time() != time():
        return value.isoformat(sep=" ", timespec="minutes")
    text = value.strftime("%Y-%m-%d")
    if "y" in shown and "d" not in shown:
        return text[:7] if "m" in shown else text[:4]
    return text
