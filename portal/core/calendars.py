"""A date as somebody says it, in the Gregorian, the Hijri or the Kurdish calendar (floor 0).

What was said is kept; what is compared is the span of Gregorian days that it can mean. Nothing is filled in: a Ramadan
is a whole month. The Hijri calendar is Umm al-Qura (`hijridate`); in Syria and Iraq the month began when the moon was
seen, a day before or after, so its span is a day wider at both ends. So is the Kurdish one, whose year begins on 20 or
21 March (see `portal.core.kurdish`).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from hijridate import Gregorian, Hijri

from . import kurdish
from .dates import read_date, read_date_or_none, write_date
from .digits import in_digits


class Calendar(models.TextChoices):
    """In which calendar a date was said."""

    GREGORIAN = "gregorian", gettext_lazy("Gregorian calendar")
    HIJRI = "hijri", gettext_lazy("Hijri calendar")
    KURDISH = "kurdish", gettext_lazy("Kurdish calendar")


HIJRI_MONTHS: tuple[Promise, ...] = (
    pgettext_lazy("Hijri month", "Muharram"),
    pgettext_lazy("Hijri month", "Safar"),
    pgettext_lazy("Hijri month", "Rabi al-Awwal"),
    pgettext_lazy("Hijri month", "Rabi al-Thani"),
    pgettext_lazy("Hijri month", "Jumada al-Ula"),
    pgettext_lazy("Hijri month", "Jumada al-Thaniya"),
    pgettext_lazy("Hijri month", "Rajab"),
    pgettext_lazy("Hijri month", "Shaban"),
    pgettext_lazy("Hijri month", "Ramadan"),
    pgettext_lazy("Hijri month", "Shawwal"),
    pgettext_lazy("Hijri month", "Dhu al-Qadah"),
    pgettext_lazy("Hijri month", "Dhu al-Hijjah"),
)
KURDISH_MONTHS: tuple[Promise, ...] = (
    pgettext_lazy("Kurdish month", "Khakalewa"),
    pgettext_lazy("Kurdish month", "Gulan"),
    pgettext_lazy("Kurdish month", "Jozardan"),
    pgettext_lazy("Kurdish month", "Pushpar"),
    pgettext_lazy("Kurdish month", "Galawezh"),
    pgettext_lazy("Kurdish month", "Kharmanan"),
    pgettext_lazy("Kurdish month", "Razbar"),
    pgettext_lazy("Kurdish month", "Galarezan"),
    pgettext_lazy("Kurdish month", "Sarmawaz"),
    pgettext_lazy("Kurdish month", "Bafranbar"),
    pgettext_lazy("Kurdish month", "Rebandan"),
    pgettext_lazy("Kurdish month", "Rashame"),
)
MONTHS = {Calendar.HIJRI: HIJRI_MONTHS, Calendar.KURDISH: KURDISH_MONTHS}
# Years that the tables of Umm al-Qura know.
HIJRI_YEARS = range(1343, 1501)
_SLACK = timedelta(days=1)


@dataclass(frozen=True)
class SaidDate:
    """A date as said: day and month may be missing. Made by `said_date`, which checks it."""

    calendar: str
    year: int
    month: int | None = None
    day: int | None = None

    def edtf(self) -> str:
        """What is compared: as said where that is Gregorian, else the span of days that it can mean."""
        if self.calendar == Calendar.GREGORIAN:
            return write_date(self.year, self.month, self.day)
        first, last = _span(self)
        return f"{first - _SLACK:%Y-%m-%d}/{last + _SLACK:%Y-%m-%d}"

    def begins(self) -> date:
        """The earliest day that it can mean."""
        return read_date(self.edtf()).earliest

    def kept(self) -> str:
        """What is kept beside the span: calendar and numbers; nothing where `edtf` says it all."""
        if self.calendar == Calendar.GREGORIAN:
            return ""
        parts = [f"{part:02d}" for part in (self.year, self.month, self.day) if part]
        return f"{self.calendar} {'-'.join(parts)}"

    def display(self) -> str:
        """In words, in the reader's language and digits, with the calendar named unless it is the usual one."""
        if self.calendar == Calendar.GREGORIAN:
            return read_date(self.edtf()).display()
        calendar, parts = Calendar(self.calendar), [str(self.year)]
        if self.month:
            parts.insert(0, f"{MONTHS[calendar][self.month - 1]} ({self.month})")
        if self.day:
            parts.insert(0, str(self.day))
        return _("%(date)s, %(calendar)s") % {"date": in_digits(" ".join(parts)), "calendar": calendar.label}


def said_date(calendar: str, year: int, month: int | None = None, day: int | None = None) -> SaidDate:
    """A date that exists in its calendar. Raises ValueError otherwise, also on a day without a month."""
    said = SaidDate(Calendar(calendar), year, month, day)
    if day is not None and month is None:
        raise ValueError("day without month")
    said.begins()
    return said


def read_kept(text: str | None) -> SaidDate | None:
    """Read what `kept` wrote; None for an empty or unreadable text."""
    try:
        calendar, _space, numbers = (text or "").partition(" ")
        return said_date(Calendar(calendar), *(int(number) for number in numbers.split("-")))
    except (ValueError, TypeError):
        return None


def date_in_words(edtf: str, kept: str | None = "") -> str:
    """A stored date for a reader: as it was said, and where that was another calendar, the days it can mean."""
    said, read = read_kept(kept), read_date_or_none(edtf)
    words = read.display() if read else ""
    return f"{said.display()} · {words}" if said else words


def kurdish_year(today: date) -> int:
    """The Kurdish year of a day, to be shown beside the choice: it tells which count is meant."""
    return kurdish.year_of(today)


def hijri_year(today: date) -> int:
    """The Hijri year of a day, for the same purpose."""
    return int(Gregorian.fromdate(today).to_hijri().year)


def _span(said: SaidDate) -> tuple[date, date]:
    first_month, last_month = (said.month, said.month) if said.month is not None else (1, 12)
    if said.calendar == Calendar.KURDISH:
        if said.day is not None:
            found = kurdish.to_gregorian(said.year, first_month, said.day)
            return found, found
        return kurdish.month_begins(said.year, first_month), kurdish.month_ends(said.year, last_month)
    if said.year not in HIJRI_YEARS:
        raise ValueError("no such Hijri year")
    begins = _hijri_month(said.year, first_month)[0]
    if said.day is None:
        return begins, _hijri_month(said.year, last_month)[1]
    # A month that the tables give 29 days may have had 30 where the moon was looked for.
    if said.day not in range(1, 31):
        raise ValueError("no such Hijri day")
    found = begins + timedelta(days=said.day - 1)
    return found, found


def _hijri_month(year: int, month: int) -> tuple[date, date]:
    begins = Hijri(year, month, 1)
    first = begins.to_gregorian()
    return date(first.year, first.month, first.day), first + timedelta(days=begins.month_length() - 1)
