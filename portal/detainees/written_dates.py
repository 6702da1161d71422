"""Dates as people write them in lists, brought to EDTF: day first, and never more than was written (floor 5)."""

import re

from portal.core.dates import read_date, write_date

_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})")


def read_written(text: str) -> tuple[str, bool] | None:
    """Return a date in EDTF and whether day and month had to change places; None where it cannot be read.

    Digits are Latin ones. A number above 12 cannot be a month: then the other one is.
    """
    if parts := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, parts.groups())
        return _day(year, month, day)
    if parts := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, parts.groups())
        return _day(year, month, day)
    try:
        if parts := _MONTH_AND_YEAR.fullmatch(text):
            return write_date(int(parts[2]), int(parts[1])), False
        read_date(text)
    except ValueError:
        return None
    return text, False


def _day(year: int, month: int, day: int) -> tuple[str, bool] | None:
    is_swapped = month > 12 >= day
    if is_swapped:
        month, day = day, month
    try:
        return write_date(year, month, day), is_swapped
    except ValueError:
        return None
