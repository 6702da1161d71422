"""CSV as people really send it: three delimiters, quotes left open, rows of the wrong length (floor 0; RFC 4180)."""

import csv
import re
from collections.abc import Iterator

from portal.core.columns import recognised

from .encodings import decode
from .refusals import Unusable
from .values import MAX_COLUMNS, MAX_ROWS, Fault, FaultCode, Table, TableRow

DELIMITERS = ",;\t"
# A quoted cell may run over so many lines; a longer one is a quote that nobody closed.
_LINES_OF_A_CELL = 20
_LONE = re.compile("[\ud800-\udfff]")
# What a spreadsheet program would run. A sign alone, or before a number, is how people write "nothing" or a telephone.
_FORMULA = re.compile(r"\s*(?:=.|[+\-@]\s*[A-Za-z_]+\s*[(|!])", re.S)
_BINARY_SHARE = 0.05


def read_text_table(content: bytes) -> Table:
    """Read delimited text. Raises Unusable."""
    text, encoding, is_guessed = decode(content)
    # NUL in one cell costs its row; a file full of it, or of other control signs, is no text.
    if sum(text.count(sign) for sign in "\x00\x01\x02\x03\x04\x05\x06\ufffd") > _BINARY_SHARE * len(text):
        raise Unusable("other")
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
    del text
    first, delimiter = _start(lines)
    if len(lines) - first > MAX_ROWS + 1000:
        raise Unusable("too_many_rows")
    header = tuple(cell.strip() for cell in _split(lines[first], delimiter) or ())
    while header and not header[-1]:
        header = header[:-1]
    if len(header) > MAX_COLUMNS:
        raise Unusable("too_many_columns")
    if not header:
        raise Unusable("no_header")
    rows = _rows(lines, first + 1, delimiter, len(header))
    remarks = ("encoding_guessed",) if is_guessed else ()
    return Table(header, rows, encoding=encoding, delimiter=delimiter, remarks=remarks)


def _start(lines: list[str]) -> tuple[int, str]:
    """The header's place, and the delimiter under which it names most columns we know."""
    first = next((place for place, line in enumerate(lines) if line.strip(" ,;\t")), None)
    if first is None:
        raise Unusable("empty")
    if told := re.fullmatch(r'"?sep=([,;\t])"?', lines[first].strip(" ")):
        return first + 1, told[1]
    return first, max(DELIMITERS, key=lambda delimiter: _fits(lines[first : first + 20], delimiter))


def _fits(lines: list[str], delimiter: str) -> tuple[int, int, int]:
    header = _split(lines[0], delimiter) or []
    width = len(header)
    alike = sum(len(_split(line, delimiter) or ()) == width for line in lines[1:])
    return len(recognised(header)), alike if width > 1 else 0, width


def _split(line: str, delimiter: str) -> list[str] | None:
    """The cells of one complete record, or None where it cannot be split."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return None


def _rows(lines: list[str], place: int, delimiter: str, width: int) -> Iterator[TableRow]:
    """Walk the records; a quote left open costs its own line and no other."""
    while place < len(lines):
        line = lines[place]
        number, place = place + 1, place + 1
        if not line.strip(delimiter + " "):
            continue
        cells = _split(line, delimiter) if line.count('"') % 2 == 0 else None
        if cells is None and (longer := _over_lines(lines, place - 1, delimiter, width)):
            cells, place = longer
        if cells is None:
            yield TableRow(number, (_stored(line),), (Fault(FaultCode.BROKEN_QUOTE),))
        else:
            yield _row(number, cells, width)


def _over_lines(lines: list[str], place: int, delimiter: str, width: int) -> tuple[list[str], int] | None:
    """A record whose quoted cell holds line breaks: its cells and the place after it."""
    quotes = 0
    for end in range(place, min(place + _LINES_OF_A_CELL, len(lines))):
        quotes += lines[end].count('"')
        if quotes % 2 == 0:
            cells = _split_lines(lines[place : end + 1], delimiter)
            return (cells, end + 1) if cells is not None and len(cells) == width else None
    return None


def _split_lines(lines: list[str], delimiter: str) -> list[str] | None:
    try:
        whole = [f"{line}\n" for line in lines[:-1]] + [lines[-1]]
        return next(csv.reader(whole, delimiter=delimiter, strict=True))
    except (csv.Error, StopIteration):
        return None


def _row(number: int, cells: list[str], width: int) -> TableRow:
    while len(cells) > width and not cells[-1].strip():
        cells.pop()
    faults = [] if len(cells) == width else [Fault(FaultCode.RAGGED)]
    for column, cell in enumerate(cells[:width]):
        if cell and _FORMULA.match(cell):
            faults.append(Fault(FaultCode.FORMULA, column))
        if _LONE.search(cell):
            faults.append(Fault(FaultCode.UNREADABLE, column))
    return TableRow(number, tuple(_stored(cell) for cell in cells), tuple(faults))


def _stored(text: str) -> str:
    """The text with lone surrogates spelt out, so that it can be kept word for word."""
    return text.encode("utf-8", "backslashreplace").decode() if _LONE.search(text) else text
