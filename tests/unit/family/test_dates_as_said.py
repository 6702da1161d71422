"""The form for a date: three calendars, three sets of digits, and advice that fits what was written."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from portal.core.dates import read_date
from portal.family.forms.last_known import WhenForm
from portal.family.forms.person import PartsForm
from portal.registry.anchors import WHEN
from portal.registry.enums import Anchor

DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")


def _when(**posted) -> WhenForm:
    form = WhenForm({"how": "date", **posted})
    form.is_valid()
    return form


@pytest.mark.parametrize("digits", DIGITS)
@pytest.mark.parametrize(
    ("posted", "date", "said"),
    [
        ({"calendar": "hijri", "month": "h9", "year": "1435"}, "2014-06-27/2014-07-28", "hijri 1435-09"),
        ({"calendar": "kurdish", "year": "2714"}, "2014-03-20/2015-03-21", "kurdish 2714"),
        ({"day": "14", "month": "7", "year": "2014"}, "2014-07-14", None),
        ({"year": "2014"}, "2014", None),
        # A month that only one calendar has says which one it is.
        ({"calendar": "gregorian", "month": "h9", "year": "1435"}, "2014-06-27/2014-07-28", "hijri 1435-09"),
        ({"month": "k1", "day": "1", "year": "2714"}, "2014-03-20/2014-03-22", "kurdish 2714-01-01"),
    ],
)
def test_a_date_in_any_calendar_and_digits_is_kept_as_precisely_as_it_was_said(digits, posted, date, said):
    table = str.maketrans(DIGITS[0], digits)
    form = _when(
        **{name: value.translate(table) if name in ("day", "year") else value for name, value in posted.items()}
    )
    answers = form.answers()
    assert (answers["date"], answers.get("date_as_said")) == (date, said)
    again = WhenForm(WhenForm.initial_from(answers))
    assert again.is_valid() and again.answers() == answers


@pytest.mark.parametrize(
    ("posted", "field", "advice"),
    [
        ({"year": "1435"}, "year", "Is this a year of the Hijri calendar?"),
        ({"year": "١٤٤٣"}, "year", "Is this a year of the Hijri calendar?"),
        ({"year": "2714"}, "year", "Is this a year of the Kurdish calendar?"),
        ({"calendar": "hijri", "year": "2014"}, "year", "This is not a year of the calendar that you chose."),
        ({"calendar": "kurdish", "year": "1435"}, "year", "This is not a year of the calendar that you chose."),
        ({"calendar": "hijri", "month": "7", "year": "1435"}, "month", "This month is not of the calendar"),
        ({"calendar": "hijri", "month": "h9", "day": "31", "year": "1435"}, "day", "This day is not in the calendar."),
        ({"calendar": "hijri", "day": "3", "year": "1435"}, "day", "You wrote the day without the month."),
        ({"calendar": "hijri", "year": "1499"}, "year", "This date has not come yet."),
        ({"calendar": "coptic", "year": "1730"}, "calendar", "Please answer this question."),
        ({"year": ""}, "year", "This date is not complete."),
        ({"year": "201"}, "year", "This date is not complete."),
        ({"month": "2", "day": "٣١", "year": "2014"}, "day", "This day is not in the calendar."),
        ({"month": "2", "day": "0", "year": "2014"}, "day", "This day is not in the calendar."),
        ({"month": "2", "day": "²", "year": "2014"}, "day", "This day is not in the calendar."),
    ],
)
def test_advice_fits_what_was_written_and_a_year_14xx_is_hijri_only_when_said_so(posted, field, advice):
    with translation.override("en"):
        form = _when(**posted)
        assert set(form.errors) == {field}
        assert form.errors[field][0].startswith(advice)


@given(st.dictionaries(st.sampled_from(["calendar", "day", "month", "year"]), st.text(max_size=12)))
def test_no_text_in_the_parts_breaks_the_form_or_is_filled_in(posted):
    form = _when(**posted)
    if form.is_valid():
        read = read_date(form.answers()["date"])
        assert read.text == form.answers()["date"]
    else:
        assert form.errors


@given(st.sampled_from(DIGITS), st.integers(1900, 2025), st.none() | st.integers(1, 12), st.booleans())
def test_nothing_more_is_kept_than_was_written(digits, year, month, with_day):
    day = "28" if month and with_day else ""
    posted = {"year": str(year).translate(str.maketrans(DIGITS[0], digits)), "month": str(month or ""), "day": day}
    kept = _when(**posted).answers()["date"]
    assert kept == "-".join([str(year), *([f"{month:02d}"] if month else []), *([day] if day else [])])


@pytest.mark.parametrize("anchor", list(Anchor))
def test_an_event_is_kept_as_words_beside_its_days(anchor):
    form = WhenForm({"how": "roughly", "anchor": anchor.value})
    assert form.is_valid() and form.answers() == {"knowledge": "known", "anchor": anchor.value}
    assert read_date(WHEN[anchor]).earliest < read_date(WHEN[anchor]).latest
    assert WhenForm.initial_from(form.answers())["how"] == "roughly"


def test_neither_event_nor_words_is_no_answer():
    assert set(WhenForm({"how": "roughly"}).errors) == {"words"}


def test_a_date_of_birth_may_be_said_in_another_calendar_and_is_optional():
    form = PartsForm({"birth_calendar": "hijri", "birth_year": "۱۴۱۰", "birth_month": "h1"})
    assert form.is_valid()
    assert form.answers() == {"birth_date": "1989-08-01/1989-09-01", "birth_date_as_said": "hijri 1410-01"}
    assert PartsForm.initial_from(form.answers())["birth_month"] == "h1"
    assert PartsForm({"birth_calendar": "hijri"}).is_valid()
    assert set(PartsForm({"birth_year": "1410"}).errors) == {"birth_year"}
    assert set(PartsForm({"birth_day": "3"}).errors) == {"birth_day", "birth_year"}
