"""Months of Iraq and Syria, weekdays, and dates in every language."""

from datetime import UTC, date, datetime

import pytest
from django.utils import formats, translation
from django.utils.dates import MONTHS, MONTHS_3, MONTHS_ALT, MONTHS_AP, WEEKDAYS

from portal.core.dates import read_date
from portal.core.digits import in_digits
from portal.core.languages import latin_digits
from portal.family.forms.last_known import WhenForm
from portal.operations.catalogues import read_glossary
from tests.architecture.sources import ROOT

LANGUAGES = ("ar", "ckb", "ku", "en")
ENGLISH = [date(2026, month, 1).strftime("%B") for month in range(1, 13)]
# Egypt's and the Maghreb's names, and the solar calendar's, which would misdate a hearing by weeks.
FOREIGN = {
    "ar": ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "جانفي", "جوان"),
    "ckb": (
        "نەورۆز",
        "ڕێبەندان",
        "ڕەشەمە",
        "گوڵان",
        "جۆزەردان",
        "پووشپەڕ",
        "گەلاوێژ",
        "خەرمانان",
        "ڕەزبەر",
        "بەفرانبار",
    ),
    "ku": ("January", "March", "Rêbendan", "Reşemî", "Gelawêj"),
    "en": (),
}


@pytest.mark.parametrize("language", ["ar", "ckb", "ku"])
@pytest.mark.parametrize("names", [MONTHS, MONTHS_ALT, MONTHS_AP], ids=["plain", "in dates", "short"])
def test_months_are_those_of_the_glossary(language, names):
    glossary = read_glossary(ROOT, language)
    with translation.override(language):
        written = [str(names[number]) for number in range(1, 13)]
    assert [{name} for name in written] == [glossary[english] for english in ENGLISH]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_other_countrys_or_calendars_month(language):
    with translation.override(language):
        written = " ".join(
            formats.date_format(date(2026, month, 2), style)
            for month in range(1, 13)
            for style in ("DATE_FORMAT", "YEAR_MONTH_FORMAT", "MONTH_DAY_FORMAT", "SHORT_DATE_FORMAT")
        )
        written += " ".join(str(name) for name in MONTHS_3.values())
    assert not [name for name in FOREIGN[language] if name in written]


@pytest.mark.parametrize("language", LANGUAGES)
def test_weekdays_are_those_of_the_glossary(language):
    glossary = read_glossary(ROOT, language)
    with translation.override("en"):
        english = [str(WEEKDAYS[number]) for number in range(7)]
    with translation.override(language):
        assert [{str(WEEKDAYS[number])} for number in range(7)] == [glossary[day] for day in english]


@pytest.mark.parametrize(
    ("language", "day", "month", "year", "about"),
    [
        ("ar", "١٢ كانون الثاني ٢٠٢٦", "آذار ٢٠١٤", "٢٠١٤", "آب ٢٠١٤ تقريباً"),
        ("ckb", "١٢ی کانوونی دووەمی ٢٠٢٦", "ئازاری ٢٠١٤", "٢٠١٤", "نزیکەی ئابی ٢٠١٤"),
        ("ku", "12 Çile 2026 (1)", "Adar 2014 (3)", "2014", "Bi texmînî Tebax 2014 (8)"),
        ("en", "12 January 2026", "March 2014", "2014", "About August 2014"),
    ],
)
def test_dates_as_each_language_writes_them(language, day, month, year, about):
    with translation.override(language):
        assert read_date("2026-01-12").display() == day
        assert read_date("2014-03").display() == month
        assert read_date("2014").display() == year
        assert read_date("2014-08~").display() == about


@pytest.mark.parametrize("style", ["DATE_FORMAT", "DATETIME_FORMAT", "YEAR_MONTH_FORMAT", "SHORT_DATE_FORMAT"])
def test_kurmanji_always_shows_the_months_number(style):
    with translation.override("ku"):
        assert "(11)" in formats.date_format(datetime(2026, 11, 3, tzinfo=UTC), style)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_date_is_written_in_figures_only(language):
    with translation.override(language):
        for style in ("DATE_FORMAT", "SHORT_DATE_FORMAT", "DATETIME_FORMAT", "SHORT_DATETIME_FORMAT"):
            assert any(sign.isalpha() for sign in formats.date_format(datetime(2026, 4, 3, tzinfo=UTC), style))


@pytest.mark.parametrize(("language", "first"), [("ar", 6), ("ckb", 6), ("ku", 1), ("en", 1)])
def test_first_day_of_the_week(language, first):
    with translation.override(language):
        assert formats.get_format("FIRST_DAY_OF_WEEK") == first


@pytest.mark.parametrize("language", LANGUAGES)
def test_interval_and_decade(language):
    with translation.override(language):
        for text in ("1985/1988", "198X"):
            written = read_date(text).display()
            assert latin_digits(written).count("198") == 2
            assert ("From" in written) == (language == "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_months_to_choose_are_those_of_the_glossary_each_with_its_number(language):
    glossary = read_glossary(ROOT, language)
    with translation.override(language):
        gregorian = WhenForm.base_fields["month"].choices[1][1]
        labels = {str(value): str(label) for value, label in gregorian}
        numbers = [in_digits(str(number)) for number in range(1, 13)]
    assert list(labels) == [str(number) for number in range(1, 13)]
    for english, label, number in zip(ENGLISH, labels.values(), numbers, strict=True):
        name, _space, shown = label.rpartition(" ")
        assert {name} == glossary[english] and shown == f"({number})"
