"""Partial dates: what is read, how far it reaches, how it is written."""

from datetime import date

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from portal.core.dates import MAX_YEAR, MIN_YEAR, read_date, read_date_or_none, write_date

years = st.integers(MIN_YEAR + 10, MAX_YEAR - 10)
days = st.dates(date(MIN_YEAR + 1, 1, 1), date(MAX_YEAR - 1, 12, 31))


@given(days)
def test_a_day_is_read_as_itself(day):
    read = read_date(day.isoformat())
    assert (read.earliest, read.latest, read.precision) == (day, day, "day")


@given(days)
def test_a_month_reaches_from_its_first_to_its_last_day(day):
    read = read_date(day.strftime("%Y-%m"))
    assert read.earliest <= day <= read.latest
    assert read.earliest.month == read.latest.month == day.month


@given(years, st.booleans())
def test_about_reaches_further_on_both_sides(year, _):
    exact, about = read_date(str(year)), read_date(f"{year}~")
    assert about.earliest < exact.earliest
    assert about.latest > exact.latest


@given(years, years)
def test_intervals_need_their_ends_in_order(first, second):
    text = f"{first}/{second}"
    if first <= second:
        read = read_date(text)
        assert (read.earliest.year, read.latest.year, read.precision) == (first, second, "range")
    else:
        assert read_date_or_none(text) is None


@given(days)
def test_arabic_and_persian_digits_are_read(day):
    text = day.isoformat()
    for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"):
        assert read_date(text.translate(str.maketrans("0123456789", digits))) == read_date(text)


@given(years, st.integers(1, 12), st.booleans())
def test_what_is_written_is_read_again(year, month, about):
    read = read_date(write_date(year, month, about=about))
    assert (read.precision, read.is_about) == ("month", about)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_and_never_breaks(text):
    read = read_date_or_none(text)
    assert read is None or read.earliest <= read.latest


@pytest.mark.parametrize(
    "text",
    [
        "0000",
        "1799",
        "2101",
        "1987-13",
        "1987-00",
        "1987-02-30",
        "9" * 30,
        "198",
        "1987-3",
        "\x00",
        "\ud800",
        "x" * 999,
    ],
)
def test_impossible_dates_are_refused(text):
    assert read_date_or_none(text) is None
    with pytest.raises(ValueError):
        read_date(text)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("198X", date(1980, 1, 1), date(1989, 12, 31), "decade"),
        ("1985/1988", date(1985, 1, 1), date(1988, 12, 31), "range"),
        ("2014-08/2014-09", date(2014, 8, 1), date(2014, 9, 30), "range"),
        (" 2014-08 ", date(2014, 8, 1), date(2014, 8, 31), "month"),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29), "month"),
    ],
)
def test_forms_of_level_one(text, earliest, latest, precision):
    read = read_date(text)
    assert (read.earliest, read.latest, read.precision) == (earliest, latest, precision)


@pytest.mark.parametrize("text", ["1987~", "1987?", "1987%", "1987-03~", "198X~"])
def test_uncertain_is_about(text):
    assert read_date(text).is_about


def test_no_more_precision_than_given():
    with translation.override("en"):
        assert read_date("2014").display() == "2014"
        assert read_date("2014-08").display() == "August 2014"
        assert read_date("2014-08-03").display() == "3 August 2014"
        assert read_date("2014~").display() == "About 2014"
        assert read_date("2014-08~").display() == "About August 2014"


@pytest.mark.parametrize("parts", [(2014, None, 3), (2014, 2, 30), (1700, None, None), (2014, 13, None)])
def test_impossible_parts_are_refused(parts):
    with pytest.raises(ValueError):
        write_date(*parts)
