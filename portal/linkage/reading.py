"""Tables in the columns of the import interface, read into records. Floor 1."""

import calendar
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from portal.linkage.records import DateRange, Record, Sex
from portal.names import parse

COLUMNS = (
    "external_id", "full_name", "given_name", "father_name", "grandfather_name", "family_name", "kunya", "mother_name",
    "sex", "birth_date", "birth_place", "nationality", "event_place", "event_date",
)  # fmt: skip
"""Columns that are read; a table may lack any but the first, and others are ignored."""

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?([~?%]?)")
_BETWEEN = re.compile(r"(.*?)/(.*)")
_YEARS = range(1800, 2101)
_SEXES: dict[str, Sex] = {"female": "female", "male": "male", "f": "female", "m": "male"}
_BATCH = 20_000


class TableError(ValueError):
    """A table that cannot be linked, with the reason in words."""


def read_table(path: Path) -> pa.Table:
    """Read a Parquet file with the known columns as strings. Raises :class:`TableError` with a reason."""
    try:
        table = pq.read_table(path)
    except (OSError, pa.ArrowException) as error:
        raise TableError(f"{Path(path).name} is not a readable Parquet file") from error
    if "external_id" not in table.column_names:
        raise TableError(f"{Path(path).name} has no column external_id")
    known = [name for name in COLUMNS if name in table.column_names]
    try:
        table = pa.table({name: table[name].cast(pa.string()) for name in known})
    except pa.ArrowException as error:
        raise TableError(f"{Path(path).name} has a column that cannot be read as text") from error
    _check_ids(table, Path(path).name)
    return table


def records_of(table: pa.Table) -> Iterator[Record]:
    """The records of a table, in its order; at most some thousand rows are held as Python values at a time."""
    for batch in table.to_batches(max_chunksize=_BATCH):
        columns = [batch.column(name).to_pylist() if name in batch.schema.names else None for name in COLUMNS]
        filled = [values if values is not None else [None] * batch.num_rows for values in columns]
        for row in zip(*filled, strict=True):
            yield record_of(row)


def record_of(row: Sequence[str | None] | Mapping[str, Any]) -> Record:
    """One row, as values in the order of :data:`COLUMNS` or by name, as a record; unreadable dates count as unknown."""
    values = [row.get(name) for name in COLUMNS] if isinstance(row, Mapping) else row
    key, full, given, father, grandfather, family, kunya, mother, sex, birth, birth_place, nation, place, event = (
        value or "" for value in values
    )
    return Record(
        id=key,
        name=parse(
            full, given=given, father=father, grandfather=grandfather, family=family, kunya=kunya, mother=mother
        ),
        sex=_SEXES.get(sex.strip().casefold(), "unknown"),
        birth=read_span(birth),
        birth_place=birth_place,
        nationality=nation,
        event_place=place,
        event=read_span(event),
    )


@lru_cache(maxsize=65536)
def read_span(text: str) -> DateRange | None:
    """Earliest and latest day of ``1987``, ``1987-03``, ``1987-03-02``, ``1987~`` or a range ``A/B``; None otherwise.

    An approximate year reaches one year either way; years outside 1800 to 2100 are no dates.
    """
    text = text.strip()
    if between := _BETWEEN.fullmatch(text):
        first, last = read_span(between[1]), read_span(between[2])
        return (min(first + last), max(first + last)) if first and last else first or last
    found = _DATE.fullmatch(text)
    if not found or int(found[1]) not in _YEARS:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        if month:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    except (ValueError, calendar.IllegalMonthError):
        return None
    slack = 1 if found[4] else 0
    return date(year - slack, 1, 1), date(year + slack, 12, 31)


def _check_ids(table: pa.Table, name: str) -> None:
    ids = table["external_id"]
    if ids.null_count:
        raise TableError(f"{name} has rows without external_id")
    if len(ids.unique()) != len(ids):
        raise TableError(f"{name} has an external_id twice")
