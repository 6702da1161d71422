"""Figures of a month, of invented counts hidden as real ones are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from portal.figures.enums import Counting, Stage
from portal.figures.hiding import told_table
from portal.figures.models import PublicFigures
from portal.matching.models import OfficeFigures
from portal.registry.counting import counted_cells

MONTH = date(2026, 3, 1)
COUNTS: dict[str, Mapping[str, int]] = {
    Counting.PLACE: {"SY-RA": 127, "IQ-NI": 64, "SY-HA": 9, "unknown": 31},
    Counting.YEAR: {"2014": 118, "2017": 62, "2019": 7, "unknown": 44},
    Counting.STATUS: {"waiting": 41, "going_on": 150, "answered": 33, "closed": 7},
    Counting.SOURCE: {"self": 171, "helper": 52, "staff": 8},
    Counting.ACKNOWLEDGED: {"in_time": 160, "late": 39, "waiting": 21, "not_due": 11},
    Counting.ANSWERED: {"one_month": 71, "in_time": 64, "late": 32, "waiting": 23, "not_due": 41},
}
STAGES = {"proposed": 214, "read": 71, "agreed": 33, "asked": 21, "decided": 12, "told": 4, "confirmed": 11}


def _fields(month: date, counts: Mapping[str, Mapping[str, int]]) -> dict:
    tables = {name: told_table(counts.get(name, {}), cells) for name, cells in counted_cells(today=month).items()}
    return {"month": month, "tables": tables, "weeks": {"answered": {"50": 6, "90": None}}}


def make_public_figures(month: date = MONTH, counts: Mapping[str, Mapping[str, int]] = COUNTS) -> PublicFigures:
    """Figures for the public that nobody has asked to publish."""
    return PublicFigures.objects.create(**_fields(month, counts))


def make_office_figures(month: date = MONTH, counts: Mapping[str, Mapping[str, int]] = COUNTS) -> OfficeFigures:
    """The office's own figures."""
    agreement = {"pairs": 120, "kappa": 0.81, "same": 93}
    stages = told_table(STAGES, Stage.values)
    return OfficeFigures.objects.create(**_fields(month, counts), stages=stages, agreement=agreement)
