"""Rows of lists that were kept word for word, read again (floor 5)."""

from portal.core.tables import Fault, TableRow

from .models import Batch, BatchRow
from .rows import Reading, read_row


def table_row(row: BatchRow) -> TableRow:
    """A kept row as it was read from the file."""
    kept = row.kept()
    faults = tuple(Fault(code, column) for code, column in kept["faults"])
    return TableRow(row.number, tuple(kept["cells"]), faults)


def read_batch_row(row: BatchRow, batch: Batch) -> Reading:
    """A kept row as its list says it, with the columns and the meanings chosen for that list."""
    kept = table_row(row)
    return read_row(list(kept.cells), kept.faults, batch.mapping, batch.words())
