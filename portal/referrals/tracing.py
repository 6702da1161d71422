"""Whose copy a file is that was found where it does not belong (floor 6; R-22).

Each row of a copy has a mark that stands in no other; one row is enough. Where the marks were cut out, the order of our
numbers tells: every copy has its own.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.core.pieces import pieces
from portal.core.references import ALPHABET, read_reference
from portal.core.tables import words_of

from . import events
from .models import Extract, ExtractRow
from .models.extracts import MARK_LENGTH

MAX_BYTES = 20 * 1024 * 1024
# Fewer numbers than this may stand in the same order in two copies by chance.
ENOUGH = 5
_MARK = re.compile(rf"(?<![A-Za-z0-9-])[{ALPHABET}]{{{MARK_LENGTH}}}(?![A-Za-z0-9-])")
_REFERENCE = re.compile(r"(?<![A-Za-z0-9])SR-\w{4}-\w{4}(?![A-Za-z0-9])")


@dataclass(frozen=True)
class Trace:
    """A copy of which something stands in the file: how many rows, and whether by their marks or by their order."""

    extract: Extract
    rows: int
    by_marks: bool


def trace(content: bytes, *, actor: Actor) -> list[Trace]:
    """Return the copies of which something stands in a CSV, XLSX or text file, the surest first. Raises Unusable."""
    words = words_of(content, max_bytes=MAX_BYTES).upper()
    found = _by_marks(dict.fromkeys(_MARK.findall(words)))
    traces = [(key, rows, True) for key, rows in found.most_common()] or [
        (key, rows, False) for key, rows in _by_order(list(dict.fromkeys(_REFERENCE.findall(words))))
    ]
    extracts = Extract.objects.select_related("requested_by", "recipient").in_bulk(key for key, _rows, _by in traces)
    record(events.TRACED, actor=actor, data={"extracts": [str(key) for key in extracts]})
    return [Trace(extracts[key], rows, by_marks) for key, rows, by_marks in traces]


def _by_marks(marks: Iterable[str]) -> Counter[UUID]:
    rows = (row for some in pieces(marks) for row in ExtractRow.objects.filter(mark__in=some))
    return Counter(row.extract_id for row in rows)


def _by_order(written: list[str]) -> list[tuple[UUID, int]]:
    """The copies that hold all these numbers that we know, in the file's order."""
    references = [reference for reference in map(read_reference, written) if reference]
    rows = [
        row
        for some in pieces(references)
        for row in ExtractRow.objects.filter(registration__reference__in=some).select_related("registration")
    ]
    known = {row.registration.reference for row in rows}
    in_file = [reference for reference in references if reference in known]
    orders: dict[UUID, list[str]] = {}
    for row in sorted(rows, key=lambda row: row.mark):
        orders.setdefault(row.extract_id, []).append(row.registration.reference)
    return [(key, len(order)) for key, order in orders.items() if order == in_file and len(order) >= ENOUGH]
