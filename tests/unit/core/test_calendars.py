"""Dates in three calendars: what can be meant is computed, what was said is kept, nothing is filled in."""

from datetime import date, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from portal.core import kurdish
from portal.core.calendars import (
    HIJRI_YEARS,
    Calendar,
    date_in_words,
    hijri_year,
    kurdish_year,
    read_kept,
    said_date,
)
from portal.core.dates import read_date, read_date_or_none

HIJRI_MONTHS = st.tuples(st.sampled_from(HIJRI_YEARS), st.integers(1, 12))
KURDISH_MONTHS = st.tuples(st.sampled_from(kurdish.YEARS), st.integers(1, 12))
ONE = timedelta(days=1)


def _months():
    hijri = HIJRI_MONTHS.map(lambda found: (Calendar.HIJRI, *found))
    # The last Kurdish years lie beyond the years that are read at all.
    later = KURDISH_MONTHS.filter(lambda found: found[0] < 2799).map(lambda found: (Calendar.KURDISH, *found))
    return hijri | later


@pytest.mark.parametrize(
    ("said", "edtf"),
    [
        ((Calendar.HIJRI, 1435, 9, 1), "2014-06-27/2014-06-29"),  # Ramadan began on 28 June 2014
        ((Calendar.HIJRI, 1435, 9), "2014-06-27/2014-07-28"),
        ((Calendar.HIJRI, 1444, 1, 1), "2022-07-29/2022-07-31"),  # the year began on 30 July 2022
        ((Calendar.HIJRI, 1435), "2013-11-03/2014-10-25"),
        ((Calendar.KURDISH, 2714, 1, 1), "2014-03-20/2014-03-22"),  # Newroz
        ((Calendar.KURDISH, 2714, 5), "2014-07-22/2014-08-23"),
        ((Calendar.KURDISH, 2715, 12, 30), "2016-03-19/2016-03-21"),  # February 2016 had 29 days
        ((Calendar.GREGORIAN, 2014, 7), "2014-07"),
        ((Calendar.GREGORIAN, 2014), "2014"),
    ],
)
def test_what_a_date_can_mean(said, edtf):
    assert said_date(*said).edtf() == edtf


@given(_months())
def test_a_month_covers_all_its_days_and_one_more_at_either_end(said):
    month = said_date(*said)
    read = read_date(month.edtf())
    assert 29 + 2 <= (read.latest - read.earliest).days + 1 <= 31 + 2
    assert month.begins() == read.earliest
    for day in (1, 29):
        inside = read_date(said_date(*said, day).edtf())
        assert read.earliest <= inside.earliest and inside.latest <= read.latest


@given(_months().filter(lambda said: said[2] < 12))
def test_months_follow_one_another_without_a_gap(said):
    calendar, year, month = said
    this, following = said_date(calendar, year, month), said_date(calendar, year, month + 1)
    assert read_date(this.edtf()).latest - ONE == read_date(following.edtf()).earliest + ONE - ONE


@given(_months(), st.none() | st.integers(1, 29), st.booleans())
def test_what_is_kept_is_read_again_and_shown_in_every_language(said, day, whole_year):
    kept = said_date(*said[:2]) if whole_year else said_date(*said, day)
    assert read_kept(kept.kept()) == kept
    for language in ("ar", "ckb", "ku", "en"):
        with translation.override(language):
            assert kept.display() and str(Calendar(kept.calendar).label) in kept.display()


@given(st.text() | st.from_regex(r"(hijri|kurdish|gregorian) -?\d{1,5}(-\d{1,3}){0,4}", fullmatch=True))
def test_no_text_is_too_strange_to_be_read_as_nothing(text):
    found = read_kept(text)
    assert found is None or read_date_or_none(found.edtf())


@pytest.mark.parametrize(
    "said",
    [
        (Calendar.HIJRI, 1342), (Calendar.HIJRI, 1501), (Calendar.HIJRI, 2014), (Calendar.HIJRI, 1435, 13),
        (Calendar.HIJRI, 1435, 0), (Calendar.HIJRI, 1435, 9, 31), (Calendar.HIJRI, 1435, None, 3),
        (Calendar.KURDISH, 2014), (Calendar.KURDISH, 2714, 7, 31), (Calendar.KURDISH, 2714, 12, 30),
        (Calendar.KURDISH, 2714, 0), (Calendar.GREGORIAN, 1435), (Calendar.GREGORIAN, 2014, 2, 29),
        ("coptic", 1730),
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(said):
    with pytest.raises(ValueError):
        said_date(*said)


def test_a_hijri_month_of_29_days_may_have_had_30_where_the_moon_was_looked_for():
    assert said_date(Calendar.HIJRI, 1435, 2, 30).edtf() == "2014-01-01/2014-01-03"


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_the_year_shown_beside_a_calendar_is_the_one_of_today(day):
    kurdish_one = read_date(said_date(Calendar.KURDISH, kurdish_year(day)).edtf())
    hijri_one = read_date(said_date(Calendar.HIJRI, hijri_year(day)).edtf())
    assert kurdish_one.earliest < day < kurdish_one.latest
    assert hijri_one.earliest < day < hijri_one.latest


def test_it_is_shown_as_it_was_said_with_the_days_it_can_mean():
    with translation.override("en"):
        shown = date_in_words("2014-06-27/2014-07-28", "hijri 1435-09")
        assert shown == "Ramadan (9) 1435, Hijri calendar · From 27 June 2014 to 28 July 2014"
        assert date_in_words("2014-07") == "July 2014"
        assert date_in_words("") == ""
    with translation.override("ar"):
        assert "١٤٣٥" in date_in_words("2014-06-27/2014-07-28", "hijri 1435-09")
