"""Each comparison alone: values in, level out; and places in six languages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.linkage import comparisons, locate
from portal.linkage.comparisons import MISSING
from portal.linkage.tables.places import PLACES
from portal.linkage.tables.weights import LEVELS
from portal.names import WordLikeness, compare, parse


def day(text):
    one = date.fromisoformat(text)
    return one, one


def year(first, last=None):
    return date(first, 1, 1), date(last or first, 12, 31)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (day("1987-03-02"), day("1987-03-02"), 6),
        (day("1987-03-02"), day("1987-02-03"), 5),
        (day("1987-03-02"), year(1987), 4),
        (year(1985, 1988), year(1988), 4),
        (day("1987-01-01"), day("1987-09-30"), 4),  # 1 January and 1 July mean: only the year is known
        (day("1987-07-01"), day("1987-01-01"), 4),
        (day("1987-03-02"), day("1987-09-30"), 3),
        (year(1987), year(1988), 3),
        (year(1987), year(1990), 2),
        (year(1987), year(1997), 1),
        (year(1987), year(1999), 0),
        (None, year(1987), MISSING),
        ((date(1990, 1, 2), date(1980, 1, 2)), year(1985), 4),  # a range written backwards
        ((date.min, date.min), (date.max, date.max), 0),
    ],
)
def test_birth(left, right, level):
    assert comparisons.birth(left, right) == level
    assert comparisons.birth(right, left) == level


@pytest.mark.parametrize(
    ("lost", "captured", "level"),
    [
        (day("2014-08-03"), day("2014-08-10"), 2),
        (year(2014), day("2014-05-01"), 2),
        (day("2014-08-03"), day("2017-01-01"), 1),
        (day("2017-01-01"), day("2014-08-03"), 0),
        (day("2014-08-03"), day("2014-07-20"), 2),  # "about": families remember the week, not the day
        (None, day("2014-08-03"), MISSING),
    ],
)
def test_disappearance_stands_before_capture(lost, captured, level):
    assert comparisons.event_order(lost, captured) == level


def test_sex_and_nationality():
    assert comparisons.sex("male", "male") == 1
    assert comparisons.sex("male", "female") == 0
    assert comparisons.sex("unknown", "female") == MISSING
    assert comparisons.nationality("IQ", "iq") == 1
    assert comparisons.nationality("IQ", "SY") == 0
    assert comparisons.nationality("", "SY") == MISSING


@pytest.mark.parametrize(
    "written",
    [
        "Bassora Al-Basrah البصرة البصره بەسرە Besra basra",
        "Hawler أربيل هەولێر Hewlêr Erbil ARBIL اربيل",
        "Şam Damascus دمشق Damaskus Damas دیمەشق Dimashq",
        "الموصل Mossoul Mûsil مووسڵ Mosul Mossul AL-MAWSIL",
        "سنجار Şingal Shingal شنكال Sinjar Sindschar",
        "حلب Aleppo Heleb Alep Halab حەلەب",
        "Falludscha الفلوجة Fallujah فەلوجە",
    ],
)
def test_one_place_in_many_languages(written):
    assert len({locate(one) for one in written.split()}) == 1
    assert locate(written.split()[0]) is not None


def test_places_with_slips_kinds_and_facilities():
    assert locate("بشغداد").code == "baghdad"
    assert locate("محافظة نينوى").code == "nineveh"
    assert locate("Al-Sina'a prison, Al-Hasakah").code == "hasakah"
    assert [locate(text) for text in ("", "\x00", "Paris", "لب", "?")] == [None] * 5


def test_every_place_names_a_governorate_of_the_table():
    rows = [line.split("|") for line in PLACES.strip().splitlines()]
    assert len(rows) >= 60
    assert all(len(row) == 3 for row in rows)
    assert len({row[0] for row in rows}) == len(rows)


def test_place_levels():
    words = WordLikeness()
    assert comparisons.place("Hawler", "أربيل", words) == 3
    assert comparisons.place("سنجار", "Mosul", words) == 2
    assert comparisons.place("Tell Kocher", "Til Koçer", words) == 1
    assert comparisons.place("Baghdad", "حلب", words) == 0
    assert comparisons.place("", "حلب", words) == MISSING


def role(left, right, place):
    a, b = parse(left), parse(right)
    return comparisons.role(compare(a, b), a, b, place)[0]


def test_places_of_the_chain():
    assert role("Ali Hassan Omar al-Jubouri", "Ali Hassan Omar al-Jubouri", "given") == comparisons.SAME_TEXT
    assert role("Ali Hassan Omar al-Jubouri", "علي حسن عمر الجبوري", "family") == comparisons.SPELLING
    assert role("Mahmoud Hassan Omar", "محمد حسن عمر", "given") == comparisons.RESEMBLES
    assert role("Ahmad Hassan Omar", "Karim Hassan Omar", "given") == comparisons.DIFFERENT
    assert role("Ali Hassan Omar al-Jubouri", "Ali Omar al-Jubouri", "grandfather") == comparisons.ELSEWHERE
    assert role("Ali Hassan Omar al-Jubouri", "Ali Omar al-Jubouri", "father") == MISSING
    assert role("M. Hassan", "Karim Hassan", "given") == MISSING


def test_every_level_has_a_row_and_codes_are_unique():
    codes = [row[0] for rows in LEVELS.values() for row in rows.values()]
    assert len(set(codes)) == len(codes)
    for rows in LEVELS.values():
        assert all(0 < m <= 1 and u > 0 for _, m, u, _ in rows.values())
        assert len(rows) == 1 or sum(m for _, m, _, _ in rows.values()) == pytest.approx(1, abs=0.31)


dates = st.dates()


@given(st.tuples(dates, dates), st.tuples(dates, dates))
def test_any_dates_give_a_level_of_the_table(left, right):
    assert comparisons.birth(left, right) in LEVELS["birth"]
    assert comparisons.event_order(left, right) in LEVELS["event"]
