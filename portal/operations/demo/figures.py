"""Figures of the demonstration: invented counts, hidden as real ones are; its own people are too few (floor 8)."""

from portal.accounts.models import User
from portal.audit.actors import Actor
from portal.figures.enums import Counting, Stage
from portal.figures.hiding import Table, told_table
from portal.figures.models import PublicFigures
from portal.figures.services import approve, ask_to_publish
from portal.matching.models import OfficeFigures
from portal.registry.clock import today
from portal.registry.counting import counted_cells

from .judgements import OTHER_SUPERVISOR, SUPERVISOR

_COUNTS: dict[str, dict[str, int]] = {
    Counting.PLACE: {
        "SY-RA": 412,
        "SY-DY": 287,
        "SY-HL": 214,
        "SY-HA": 168,
        "SY-HI": 43,
        "SY-RD": 8,
        "IQ-NI": 655,
        "IQ-AN": 301,
        "IQ-SD": 119,
        "IQ-KI": 64,
        "IQ-DA": 4,
        "SY": 37,
        "IQ": 22,
        "other": 13,
        "unknown": 251,
    },
    Counting.YEAR: {
        "before": 17,
        "2012": 31,
        "2013": 188,
        "2014": 907,
        "2015": 461,
        "2016": 298,
        "2017": 334,
        "2018": 76,
        "2019": 58,
        "2020": 9,
        "2022": 6,
        "2025": 24,
        "unknown": 189,
    },
    Counting.STATUS: {"waiting": 211, "going_on": 2012, "answered": 298, "resting": 31, "closed": 46},
    Counting.SOURCE: {"self": 1834, "helper": 617, "staff": 142, "import": 5},
    Counting.ACKNOWLEDGED: {"in_time": 2044, "late": 287, "waiting": 61, "not_due": 164, "stopped": 37, "list": 5},
    Counting.ANSWERED: {
        "one_month": 814,
        "in_time": 796,
        "late": 241,
        "waiting": 118,
        "not_due": 587,
        "stopped": 37,
        "list": 5,
    },
}
_STAGES = {"proposed": 1480, "read": 322, "agreed": 84, "asked": 41, "decided": 27, "told": 12, "confirmed": 38}
_WEEKS: dict[str, dict[str, int | None]] = {"acknowledged": {"50": 1, "90": 2}, "answered": {"50": 6, "90": None}}


def load_figures() -> int:
    """Write this month's figures and let two supervisors make them public, where there are none; return how many."""
    day = today()
    month = day.replace(day=1)
    if OfficeFigures.objects.filter(month=month).exists():
        return 0
    tables = {name: told_table(_COUNTS[name], cells) for name, cells in counted_cells(today=day).items()}
    agreement = {"pairs": 820, "kappa": 0.84, "same": 93}
    stages: Table = told_table(_STAGES, Stage.values)
    OfficeFigures.objects.create(month=month, tables=tables, weeks=_WEEKS, stages=stages, agreement=agreement)
    public = PublicFigures.objects.create(month=month, tables=tables, weeks=_WEEKS)
    one, other = (User.objects.get(username=name) for name in (SUPERVISOR, OTHER_SUPERVISOR))
    ask_to_publish(figures=public, user=one, actor=Actor.staff(one.pk))
    approve(figures=public, user=other, actor=Actor.staff(other.pk))
    return 1
