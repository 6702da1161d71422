"""Figures of a month, counted once: for the office of everybody, for the public of those who agree (floor 6; R-11)."""

from collections.abc import Mapping

from django.db import transaction

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.core.dates import today
from portal.figures import events
from portal.figures.agreement import kappa
from portal.figures.enums import Counting, Stage
from portal.figures.hiding import BASE, Table, fitting, reached_by, told, told_table
from portal.figures.models import PublicFigures
from portal.figures.services import PURPOSE
from portal.matching.counting import count_readings, count_stages
from portal.matching.models import OfficeFigures
from portal.registry.counting import Tally, count_registrations, counted_cells

_WAITS = (Counting.ACKNOWLEDGED, Counting.ANSWERED)
_PERCENTS = (50, 90)


def count_due(*, actor: Actor) -> int:
    """Count this month, where nobody has: return 1, or 0 where it is done already.

    A month is counted once. Two counts a day apart would say who came in between.
    """
    day = today()
    month = day.replace(day=1)
    if OfficeFigures.objects.filter(month=month).exists():
        return 0
    counted = count_registrations(today=day)
    stages, readings = count_stages(), count_readings()
    cells = counted_cells(today=day)
    with transaction.atomic():
        office, is_new = OfficeFigures.objects.get_or_create(
            month=month,
            defaults={
                "tables": _tables(counted.everybody, cells),
                "weeks": _weeks(counted.everybody),
                "stages": told_table(stages, Stage.values),
                "agreement": _agreement(readings),
            },
        )
        if not is_new:
            return 0
        PublicFigures.objects.create(month=month, tables=_tables(counted.public, cells), weeks=_weeks(counted.public))
        data = {"month": month.isoformat(), "registrations": counted.registrations, "sha256": counted.sha256}
        record(events.COUNTED, actor=actor, subject=office, purpose=PURPOSE, data=data)
    return 1


def _tables(tally: Tally, cells: Mapping[str, list[str]]) -> dict[str, Table]:
    return fitting({name: told_table(tally.counts[name], found) for name, found in cells.items()})


def _weeks(tally: Tally) -> dict[str, dict[str, int | None]]:
    """Of each wait: after how many weeks half of the families had what they waited for, and nine of ten."""
    return {
        name.value: {
            str(percent): reached_by(tally.days[name], tally.counts[name]["waiting"], percent) for percent in _PERCENTS
        }
        for name in _WAITS
    }


def _agreement(readings: Mapping[tuple[str, str], int]) -> dict[str, float | int | None]:
    pairs = sum(readings.values())
    if pairs < BASE:
        return {"pairs": 0}
    agreed = sum(count for (one, other), count in readings.items() if one == other)
    found = kappa(readings)
    return {
        "pairs": told(pairs),
        "kappa": None if found is None else round(found, 2),
        "same": round(100 * agreed / pairs),
    }
