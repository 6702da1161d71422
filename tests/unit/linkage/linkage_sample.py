"""Reads the sample tables in tests/data/ into records, and compares two records alone."""

import csv
from pathlib import Path

from portal.linkage import Pair, Record, ServingIndex
from portal.linkage.reading import record_of

DATA = Path(__file__).resolve().parents[2] / "data"


def rows(table: str) -> list[dict[str, str]]:
    with (DATA / table).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def records(table: str) -> list[Record]:
    return [record_of(row) for row in rows(table)]


def truth() -> list[tuple[str, str]]:
    return [(row["registration_external_id"], row["detainee_external_id"]) for row in rows("truth_sample.csv")]


def compared(left: Record, right: Record, *others: Record) -> Pair:
    """The pair of two records, with others beside the right one that make its values more or less frequent."""
    index = ServingIndex()
    index.extend([right, *others])
    return index.compare(left, right.id)
