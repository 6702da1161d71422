"""Reads the sample tables in tests/data/ into records. The dates there are EDTF; the product parses them elsewhere."""

import csv
from calendar import monthrange
from datetime import date
from pathlib import Path

from portal.linkage import DateRange, Record
from portal.names import parse

DATA = Path(__file__).resolve().parents[2] / "data"


def edtf_range(text: str) -> DateRange | None:
    """``1987``, ``1987-03``, ``1987-03-02``, ``1987~`` (a year either way) as earliest and latest day."""
    if not text:
        return None
    slack = 1 if text.endswith("~") else 0
    parts = [int(part) for part in text.rstrip("~").split("-")]
    year, month, day = [*parts, 0, 0][:3]
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year - slack, 1, 1), date(year + slack, 12, 31)


def record_of(row: dict[str, str]) -> Record:
    name = parse(
        row["full_name"],
        given=row["given_name"],
        father=row["father_name"],
        grandfather=row["grandfather_name"],
        family=row["family_name"],
        kunya=row["kunya"],
        mother=row["mother_name"],
    )
    return Record(
        id=row["external_id"],
        name=name,
        mother=row["mother_name"],
        sex=row["sex"] or "unknown",
        birth=edtf_range(row["birth_date"]),
        birth_place=row["birth_place"],
        nationality=row["nationality"],
        event_place=row["event_place"],
        event=edtf_range(row["event_date"]),
    )


def records(table: str) -> list[Record]:
    with (DATA / table).open(encoding="utf-8", newline="") as rows:
        return [record_of(row) for row in csv.DictReader(rows)]


def truth() -> list[tuple[str, str]]:
    with (DATA / "truth_sample.csv").open(encoding="utf-8", newline="") as rows:
        return [(row["registration_external_id"], row["detainee_external_id"]) for row in csv.DictReader(rows)]
