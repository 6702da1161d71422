"""XLSX: measured before it is opened, read cell by cell, never calculated (floor 0; R-72)."""

import io
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


def read_workbook(content: bytes) -> Table:
    """Read the first sheet that holds anything. Raises Unusable."""
    _measure(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        sheets = book.worksheets
    except Exception as error:  # the library raises whatever a damaged part provokes in it
        raise Unusable("broken") from error
    for sheet in sheets:
        rows = _sheet(sheet)
        header_row = next((row for row in islice(rows, 50) if any(row.cells)), None)
        if header_row is None:
            continue
        header = _trimmed(tuple(cell.strip() for cell in header_row.cells))
        if len(header) > MAX_COLUMNS:
            raise Unusable("too_many_columns")
        remarks = ("other_sheets",) if len(sheets) > 1 else ()
        return Table(header, _records(rows, len(header)), remarks=remarks)
    raise Unusable("empty")


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
    if "xl/workbook.xml" not in names or "[Content_Types].xml" not in names:
        raise Unusable("archive")
    if any(name.startswith("/") or ".." in name.split("/") for name in names):
        raise Unusable("broken")


def _sheet(sheet) -> Iterator[TableRow]:
    """The rows of a sheet as text. The size it states is not believed."""
    sheet.reset_dimensions()
    try:
        for number, cells in enumerate(sheet.iter_rows(max_row=MAX_ROWS + 1000, max_col=MAX_COLUMNS + 1), start=1):
            texts = tuple(_text(cell.value) for cell in cells)
            formulas = (place for place, cell in enumerate(cells) if cell.data_type == "f")
            yield TableRow(number, texts, tuple(Fault(FaultCode.FORMULA, place) for place in formulas))
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


def _text(value: Any) -> str:
    """A cell as text: dates in ISO form, whole numbers without a fraction."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time | timedelta):
        return str(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, int) and abs(value) >= 10**40:
        return ""
    # Rich text and other rarer values have a plain reading.
    return getattr(value, "text", None) or str(value)
