"""Figures as they are read: each table with its words, its chart and what it leaves unsaid (floor 3)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.core.digits import in_digits
from portal.places.models import Place

from .drawing import Chart, Words, chart_of
from .enums import (
    BEFORE,
    DUE_ACKNOWLEDGED,
    DUE_ANSWERED,
    FIRST_YEAR,
    OTHER,
    UNKNOWN,
    Counting,
    FirstAnswer,
    Source,
    Stage,
    Status,
    Wait,
)
from .hiding import Table, share, total
from .models import MonthOfFigures

_WORDS = {
    Counting.STATUS: Status,
    Counting.SOURCE: Source,
    Counting.ACKNOWLEDGED: Wait,
    Counting.ANSWERED: FirstAnswer,
}


@dataclass(frozen=True)
class Line:
    """One cell: nought means fewer than ten."""

    label: Words
    told: int


@dataclass(frozen=True)
class Shown:
    """One table. `few` are places of which fewer than ten are told, or nobody: named together, without a bar."""

    key: str
    title: Words
    lines: tuple[Line, ...]
    chart: Chart
    few: tuple[Words, ...] = ()
    sentences: tuple[str, ...] = ()


def shown_tables(figures: MonthOfFigures) -> list[Shown]:
    """Return the tables of a month in their order."""
    codes = [code for table in figures.tables.values() for code in table]
    names = {place.code: str(place) for place in Place.objects.filter(code__in=codes)}
    return [
        _shown(Counting(name), figures.tables[name], names, figures.weeks)
        for name in Counting.values
        if name in figures.tables
    ]


def withheld(figures: MonthOfFigures) -> list[Words]:
    """Return the titles of tables that are left out whole: beside the others they would say too much."""
    return [Counting(name).label for name in Counting.values if name not in figures.tables]


def in_all(figures: MonthOfFigures) -> int:
    """Return of how many registrations at least the tables tell: the most that one of them adds up to."""
    return max((total(table) for table in figures.tables.values()), default=0)


def shown_stages(stages: Table) -> Shown:
    """Return how many possible matches came at least so far; sums of what is told, so that no difference says more."""
    values = list(Stage)
    lines = tuple(Line(stage.label, total(stages, values[place:])) for place, stage in enumerate(values))
    return Shown("stages", _("How far possible matches came"), lines, _chart(lines))


def _shown(counting: Counting, table: Table, names: Mapping[str, str], weeks: Mapping[str, Mapping]) -> Shown:
    lines = [Line(_label(counting, cell, names), count) for cell, count in table.items()]
    few: list[Words] = []
    if counting == Counting.PLACE:
        few = sorted((line.label for line in lines if not line.told), key=str)
        lines = sorted((line for line in lines if line.told), key=lambda line: (-line.told, str(line.label)))
    chart = _chart(lines, is_flat=counting == Counting.YEAR)
    sentences = tuple(_sentences(counting, table, weeks.get(counting.value, {})))
    return Shown(counting.value, counting.label, tuple(lines), chart, tuple(few), sentences)


def _chart(lines: Iterable[Line], *, is_flat: bool = False) -> Chart:
    return chart_of([(line.label, line.told) for line in lines], is_flat=is_flat)


def _label(counting: Counting, cell: str, names: Mapping[str, str]) -> Words:
    if counting in _WORDS:
        return _WORDS[counting](cell).label
    if cell == UNKNOWN:
        return _("Not told")
    if counting == Counting.YEAR:
        return _("Before %(year)s") % {"year": in_digits(str(FIRST_YEAR))} if cell == BEFORE else in_digits(cell)
    if cell in ("SY", "IQ"):
        return _("%(country)s, no governorate told") % {"country": names[cell]}
    return _("Another country") if cell == OTHER else names.get(cell, cell)


def _sentences(counting: Counting, table: Table, weeks: Mapping[str, int | None]) -> Iterable[str]:
    """What a wait comes to, in words; of those alone whose time is over."""
    if counting == Counting.ACKNOWLEDGED:
        in_time = share(table, [Wait.IN_TIME], DUE_ACKNOWLEDGED)
        if in_time is not None:
            yield _("Within 7 days: about %(share)s of 100 families.") % {"share": in_time}
    if counting == Counting.ANSWERED:
        in_time = share(table, DUE_ANSWERED[:2], DUE_ANSWERED)
        if in_time is not None:
            yield _("Within 3 months: about %(share)s of 100 families.") % {"share": in_time}
        if weeks.get("50") is not None:
            yield _("Weeks until half of the families had a first answer: %(weeks)s") % {"weeks": weeks["50"]}
        if weeks.get("90") is not None:
            yield _("Weeks until nine of ten families had a first answer: %(weeks)s") % {"weeks": weeks["90"]}
