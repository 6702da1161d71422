"""The Kurdish solar calendar, computed from the Gregorian one (floor 0). Pure Python.

The year begins on Newroz, 21 March; the first six months have 31 days, the next five 30, and the last what remains
until 20 March (29, or 30 where February had 29 days). Years are counted from 700 before the common era: 21 March 2014
is 1 Xakelêwe 2714. Sources: the calendars printed in the Kurdistan Region of Iraq; the month lengths are those of the
Solar Hijri calendar (Encyclopaedia Iranica, "Calendars: Islamic period"), after which the months are counted. Where a
calendar follows the equinox of Tehran, its year may begin on 20 March; who compares days should allow for one.
"""

from datetime import date, timedelta

_EPOCH = 700
_LONG, _SHORT = 31, 30
MONTHS = range(1, 13)
YEARS = range(2501, 2801)


def month_begins(year: int, month: int) -> date:
    """The first day of a month. Raises ValueError on a month or year that is none."""
    if year not in YEARS or month not in MONTHS:
        raise ValueError("no such Kurdish month")
    long, short = min(month - 1, 6), max(month - 7, 0)
    return date(year - _EPOCH, 3, 21) + timedelta(days=long * _LONG + short * _SHORT)


def month_ends(year: int, month: int) -> date:
    """The last day of a month."""
    following = month_begins(year, month + 1) if month < 12 else date(year - _EPOCH + 1, 3, 21)
    month_begins(year, month)
    return following - timedelta(days=1)


def to_gregorian(year: int, month: int, day: int) -> date:
    """A day in the Gregorian calendar. Raises ValueError on a day that the month does not have."""
    found = month_begins(year, month) + timedelta(days=day - 1)
    if day < 1 or found > month_ends(year, month):
        raise ValueError("no such Kurdish day")
    return found


def year_of(day: date) -> int:
    """The Kurdish year in which a Gregorian day lies."""
    return day.year + _EPOCH - (day < date(day.year, 3, 21))
