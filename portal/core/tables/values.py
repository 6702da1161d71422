"""What reading a file yields: a header, rows and what to tell about the file (floor 0)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

MAX_COLUMNS = 100
MAX_ROWS = 200_000


class FaultCode(StrEnum):
    """Why a row or a cell cannot be used."""

    RAGGED = "ragged"
    BROKEN_QUOTE = "broken_quote"
    FORMULA = "formula"
    UNREADABLE = "unreadable"
    ROUNDED = "rounded"


@dataclass(frozen=True)
class Fault:
    """`column` counts from 0; None where the fault is the whole row's."""

    code: str
    column: int | None = None


@dataclass(frozen=True)
class TableRow:
    """`number` is the line of the text file or the row of the sheet, so that a person finds it there."""

    number: int
    cells: tuple[str, ...]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Table:
    """`rows` can be walked once; `encoding` and `delimiter` are empty for a workbook.

    `remarks` are codes about the whole file: `encoding_guessed`, `other_sheets`.
    """

    header: tuple[str, ...]
    rows: Iterator[TableRow]
    encoding: str = ""
    delimiter: str = ""
    remarks: tuple[str, ...] = ()
