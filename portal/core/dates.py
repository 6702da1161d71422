"""Partial dates as people know them, in EDTF level 1 (Library of Congress, 2019; floor 0).

The text is kept as given; `earliest` and `latest` are computed; nothing is filled in. Years 1800 to 2100.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from . import digits
from .languages import latin_digits

MIN_YEAR, MAX_YEAR = 1800, 2100
ADULT_YEARS = 18
_PLAIN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)")
_DECADE = re.compile(r"(\d{3})X([~?%]?)")
# How far "about" reaches, in days, by what was given.
_ABOUT = {"year": 366, "month": 62, "day": 10, "decade": 366}


@dataclass(frozen=True)
class PartialDate:
    """`text` in EDTF; `earliest` and `latest` as dates; `precision` day, month, year, decade or range."""

    text: str
    earliest: date
    latest: date
    precision: str
    is_about: bool = False

    def display(self) -> str:
        """Write the date in the active language and the reader's digits, with no more precision than was given."""
        if self.precision == "day":
            written = digits.write_date(self.earliest)
        elif self.precision == "month":
            written = digits.write_date(_inside(self), "YEAR_MONTH_FORMAT")
        elif self.precision == "year":
            written = digits.in_digits(str(_inside(self).year))
        else:
            start, end = self._ends()
            return _("From %(start)s to %(end)s") % {"start": start, "end": end}
        return _("About %(date)s") % {"date": written} if self.is_about else written

    def _ends(self) -> tuple[str, str]:
        """Both ends as precisely as they were given; of a decade and of an open end, the year."""
        first, slash, last = self.text.partition("/")
        sides = [read_date_or_none(side) if slash else None for side in (first, last)]
        years = (self.earliest.year, self.latest.year)
        start, end = (
            side.display() if side and "/" not in side.text else digits.in_digits(str(year))
            for side, year in zip(sides, years, strict=True)
        )
        return start, end


def _inside(value: PartialDate) -> date:
    """The middle of the span, which lies in the year and month that were given."""
    return value.earliest + (value.latest - value.earliest) / 2


def _span(year: int, month: int | None, day: int | None) -> tuple[date, date, str]:
    if not MIN_YEAR <= year <= MAX_YEAR:
        raise ValueError("year out of range")
    if month is None:
        return date(year, 1, 1), date(year, 12, 31), "year"
    if day is None:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month"
    return date(year, month, day), date(year, month, day), "day"


def _widen(earliest: date, latest: date, precision: str, about: bool) -> tuple[date, date]:
    reach = timedelta(days=_ABOUT[precision]) if about else timedelta()
    return earliest - reach, latest + reach


@lru_cache(maxsize=4096)
def read_date(text: str) -> PartialDate:
    """Read EDTF text such as `1987`, `1987-03`, `1987~`, `1985/1988`, `198X`, in any digit set.

    Raises ValueError where the text is no such date or a year lies outside 1800 to 2100.
    """
    text = latin_digits(text.strip())
    if len(text) > 32:
        raise ValueError("too long")
    if plain := _PLAIN.fullmatch(text):
        year, month, day, mark = plain.groups()
        earliest, latest, precision = _span(int(year), int(month) if month else None, int(day) if day else None)
        return PartialDate(text, *_widen(earliest, latest, precision, bool(mark)), precision, bool(mark))
    if decade := _DECADE.fullmatch(text):
        first, about = int(decade[1] + "0"), bool(decade[2])
        earliest, latest = _span(first, None, None)[0], _span(first + 9, None, None)[1]
        return PartialDate(text, *_widen(earliest, latest, "decade", about), "decade", about)
    return _between(text) or _read_by_library(text)


def _between(text: str) -> PartialDate | None:
    """An interval whose ends are plain dates; None for anything else, also for an interval in the wrong order."""
    first, _slash, last = text.partition("/")
    found = [_PLAIN.fullmatch(side) for side in (first, last)]
    if not all(side and not side[4] for side in found):
        return None
    begins, ends = (read_date(side) for side in (first, last))
    return PartialDate(text, begins.earliest, ends.latest, "range") if begins.earliest <= ends.latest else None


def _read_by_library(text: str) -> PartialDate:
    """Intervals and the rarer forms of level 1 (the library takes milliseconds, hence the forms above)."""
    try:
        parsed = parse_edtf(text)
        lower, upper = parsed.lower_fuzzy(), parsed.upper_fuzzy()
        earliest = date(lower.tm_year, lower.tm_mon, lower.tm_mday)
        latest = date(upper.tm_year, upper.tm_mon, upper.tm_mday)
    except (EDTFParseException, AttributeError, TypeError, OverflowError) as error:
        raise ValueError("not a date") from error
    if not (earliest.year >= MIN_YEAR and latest.year <= MAX_YEAR and earliest <= latest):
        raise ValueError("out of range")
    return PartialDate(text, earliest, latest, "range", any(mark in text for mark in "~?%"))


def read_date_or_none(text: str) -> PartialDate | None:
    """Like `read_date`, answering None for an empty or unreadable text."""
    try:
        return read_date(text) if text else None
    except ValueError:
        return None


def today() -> date:
    """Return today's date where the operator is: the day of every form, list and deadline."""
    return day_of(timezone.now())


def day_of(at: datetime) -> date:
    """Return the day of a moment where the operator is."""
    return at_the_operator(at).date()


def at_the_operator(at: datetime) -> datetime:
    """Return a moment as the clock shows it where the operator is: so it stands on every page."""
    return timezone.localtime(at, ZoneInfo(settings.OPERATOR_TIME_ZONE))


def begin_of(day: date) -> datetime:
    """Return the moment at which a day begins where the operator is."""
    return datetime.combine(day, time.min, tzinfo=ZoneInfo(settings.OPERATOR_TIME_ZONE))


def years_later(day: date, years: int) -> date:
    """The same day some years later; 29 February becomes 1 March where it has to."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def write_date(year: int, month: int | None = None, day: int | None = None, *, about: bool = False) -> str:
    """Build EDTF text from parts. Raises ValueError on a day without month or an impossible date."""
    if day and not month:
        raise ValueError("day without month")
    _span(year, month, day)
    text = f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")
    return text + ("~" if about else "")
