"""A date as far as it is known, in one of three calendars, for any form that asks for one (floor 7).

The year alone is enough and nothing is filled in. A year is Hijri or Kurdish only when she says so: by the calendar, or
by a month that only that calendar has. Digits may be 0-9, ٠-٩ or ۰-۹.
"""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.dates import MONTHS as GREGORIAN_MONTHS
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.core import calendars, kurdish
from portal.core.calendars import Calendar, SaidDate, said_date
from portal.core.dates import MAX_YEAR, MIN_YEAR, today
from portal.core.digits import Number
from portal.core.fields import DigitsField

_ONLY_DAY = _("You wrote the day without the month. Choose the month too, or clear the day.")
NO_YEAR = _("This date is not complete. The year alone is enough.")
_NO_SUCH_DAY = _("This day is not in the calendar. Please look at day, month and year.")
_FUTURE = _("This date has not come yet. Please look at the year.")
_MIXED = _("This month is not of the calendar that you chose. Please look at month and calendar.")
_IS_HIJRI = _("Is this a year of the Hijri calendar? Then choose that calendar. Otherwise please look at the year.")
_IS_KURDISH = _("Is this a year of the Kurdish calendar? Then choose that calendar. Otherwise please look at the year.")
_IS_GREGORIAN = _("This is not a year of the calendar that you chose. Please look at year and calendar.")

_YEARS = {
    Calendar.GREGORIAN: range(MIN_YEAR + 1, MAX_YEAR + 1),
    Calendar.HIJRI: calendars.HIJRI_YEARS,
    Calendar.KURDISH: kurdish.YEARS,
}
# A month's value says its calendar; the usual one has none.
_MARKS = {Calendar.GREGORIAN: "", Calendar.HIJRI: "h", Calendar.KURDISH: "k"}
_CALENDARS = {mark: calendar for calendar, mark in _MARKS.items()}


def _digits(css: str) -> forms.TextInput:
    return forms.TextInput(attrs={"inputmode": "numeric", "class": css})


def _months(names: Iterable[tuple[int, Any]], calendar: Calendar) -> list[tuple[str, Any]]:
    return [(f"{_MARKS[calendar]}{number}", format_lazy("{} ({})", name, Number(number))) for number, name in names]


def _calendars() -> list[tuple[str, Any]]:
    """The calendars; beside the rarer ones their present year, which tells what count is meant."""
    day = today()
    years = {Calendar.HIJRI: calendars.hijri_year(day), Calendar.KURDISH: calendars.kurdish_year(day)}
    return [
        (
            each.value,
            gettext("%(calendar)s (this year is %(year)s)") % {"calendar": each.label, "year": Number(years[each])},
        )
        if each in years
        else (each.value, each.label)
        for each in Calendar
    ]


def calendar_field() -> forms.ChoiceField:
    """In which calendar: the Gregorian one unless she says otherwise."""
    return forms.ChoiceField(label=_("Calendar"), required=False, choices=_calendars, initial=Calendar.GREGORIAN.value)


def day_field() -> DigitsField:
    """The day, which may be missing."""
    return DigitsField(label=_("Day"), required=False, max_length=10, widget=_digits("input--day"))


def month_field() -> forms.ChoiceField:
    """The month by name and number; every calendar has its own."""
    choices: list[tuple[str | Promise, Any]] = [
        ("", _("I do not know")),
        (Calendar.GREGORIAN.label, _months(GREGORIAN_MONTHS.items(), Calendar.GREGORIAN)),
    ]
    for calendar, names in calendars.MONTHS.items():
        choices.append((calendar.label, _months(enumerate(names, start=1), calendar)))
    return forms.ChoiceField(label=_("Month"), required=False, choices=choices)


def year_field() -> DigitsField:
    """The year, without which there is no date."""
    return DigitsField(label=_("Year"), required=False, max_length=10, widget=_digits("input--year"))


def read_said(form: forms.Form, prefix: str = "", no_year: Any = NO_YEAR) -> SaidDate | None:
    """The date in the fields `<prefix>calendar`, `…day`, `…month` and `…year`; None with the error beside its field."""
    names = {part: f"{prefix}{part}" for part in ("calendar", "day", "month", "year")}
    if set(names.values()) & set(form.errors):
        return None
    calendar, day, month, year = (form.cleaned_data.get(name) or "" for name in names.values())
    months_own = _CALENDARS[month[:1] if month[:1].isalpha() else ""]
    if month and calendar in ("", Calendar.GREGORIAN):
        calendar = months_own
    calendar = Calendar(calendar or Calendar.GREGORIAN)
    if month and months_own != calendar:
        form.add_error(names["month"], _MIXED)
    if day and not month:
        form.add_error(names["day"], _ONLY_DAY)
    if problem := _problem_of_year(calendar, year, no_year):
        form.add_error(names["year"], problem)
    if set(names.values()) & set(form.errors):
        return None
    return _said(form, names, calendar, int(year), month.lstrip("hk"), day)


def _said(
    form: forms.Form, names: dict[str, str], calendar: Calendar, year: int, month: str, day: str
) -> SaidDate | None:
    try:
        if day and not (day.isdecimal() and len(day) <= 2 and int(day)):
            raise ValueError
        said = said_date(calendar, year, int(month) if month else None, int(day) if day else None)
    except ValueError:
        form.add_error(names["day"], _NO_SUCH_DAY)
        return None
    if said.begins() > today():
        form.add_error(names["year"], _FUTURE)
        return None
    return said


def _problem_of_year(calendar: Calendar, year: str, no_year: Any) -> Any:
    """What is wrong with a year, as advice that fits; nothing where it may be one."""
    if not (len(year) == 4 and year.isdecimal()):
        return no_year
    if int(year) in _YEARS[calendar]:
        return ""
    if calendar != Calendar.GREGORIAN:
        return _IS_GREGORIAN
    if int(year) in _YEARS[Calendar.HIJRI]:
        return _IS_HIJRI
    return _IS_KURDISH if int(year) in _YEARS[Calendar.KURDISH] else no_year


def initial_of(edtf: str, kept: str, prefix: str = "") -> dict[str, str]:
    """A stored date back in its fields."""
    if said := calendars.read_kept(kept):
        calendar, numbers = said.calendar, (said.year, said.month, said.day)
    else:
        calendar = Calendar.GREGORIAN
        numbers = tuple(int(part) for part in [*edtf.split("-"), "0", "0"][:3])  # type: ignore[assignment]
    year, month, day = (str(number) if number else "" for number in numbers)
    marked = f"{_MARKS[Calendar(calendar)]}{month}" if month else ""
    parts = {"calendar": str(calendar), "year": year, "month": marked, "day": day}
    return {f"{prefix}{part}": value for part, value in parts.items()}
