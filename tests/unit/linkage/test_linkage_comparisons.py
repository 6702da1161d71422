"""Each comparison alone: two records in, a level out; and places in six languages."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.linkage import Record, locate
from portal.linkage.comparisons import COMPARISONS, FREQUENCIES
from portal.linkage.tables.places import PLACES
from portal.names import parse
from tests.unit.linkage.linkage_sample import compared

MISSING = None


def code(field, left, right):
    """The end of the code of the level that a comparison reached, or None."""
    levels = compared(Record(id="L", **left), Record(id="R", **right)).levels
    return COMPARISONS[field][levels[field]].code.rpartition(".")[2] if field in levels else MISSING


def of(name="", **facts):
    return {"name": parse(name), **facts}


def day(text):
    one = date.fromisoformat(text)
    return one, one


def year(first, last=None):
    return date(first, 1, 1), date(last or first, 12, 31)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (day("1987-03-02"), day("1987-03-02"), "same_day"),
        (day("1987-03-02"), day("1987-02-03"), "day_and_month_exchanged"),
        (day("1987-03-02"), day("1978-03-02"), "same_day_of_another_year"),
        (day("1987-03-02"), year(1987), "same_year"),
        (year(1985, 1988), year(1988), "overlaps"),
        (day("1987-01-01"), day("1987-09-30"), "same_year"),  # 1 January and 1 July mean: only the year is known
        (day("1987-07-01"), day("1987-01-01"), "same_year"),
        (day("1987-03-02"), day("1987-09-30"), "same_year"),
        (year(1987), year(1988), "within_one_year"),
        (year(1987), year(1990), "within_three_years"),
        (year(1987), year(1997), "within_ten_years"),
        (year(1987), year(1999), "far_apart"),
        (None, year(1987), MISSING),
        ((date(1990, 1, 2), date(1980, 1, 2)), year(1985), "overlaps"),  # a range written backwards
        ((date.min, date.min), (date.max, date.max), "far_apart"),
    ],
)
def test_birth(left, right, level):
    assert code("birth", of(birth=left), of(birth=right)) == level
    assert code("birth", of(birth=right), of(birth=left)) == level


@pytest.mark.parametrize(
    ("lost", "captured", "level"),
    [
        (day("2014-08-03"), day("2014-08-10"), "about_same_time"),
        (year(2014), day("2014-05-01"), "about_same_time"),
        (day("2014-08-03"), day("2015-05-01"), "within_a_year"),
        (day("2014-08-03"), day("2017-01-01"), "possible"),
        (day("2017-01-01"), day("2014-08-03"), "capture_before_disappearance"),
        (day("2014-08-03"), day("2014-07-20"), "about_same_time"),  # families remember the week, not the day
        (None, day("2014-08-03"), MISSING),
    ],
)
def test_disappearance_stands_before_capture(lost, captured, level):
    assert code("event", of(event=lost), of(event=captured)) == level


def test_sex_and_nationality():
    assert code("sex", of(sex="male"), of(sex="male")) == "same"
    assert code("sex", of(sex="male"), of(sex="female")) == "different"
    assert code("sex", of(sex="unknown"), of(sex="female")) is MISSING
    assert code("nationality", of(nationality="IQ"), of(nationality="iq")) == "same"
    assert code("nationality", of(nationality="IQ"), of(nationality="SY")) == "different"
    assert code("nationality", of(nationality=""), of(nationality="SY")) is MISSING


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


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("Hawler", "أربيل", "same"),
        ("سنجار", "Mosul", "same_governorate"),
        ("Tell Kocher", "Til Koçer", "resembles"),
        ("Baghdad", "حلب", "different"),
        ("Tirit", "تكريت", "resembles"),  # not known, and like a place that is
        ("", "حلب", MISSING),
    ],
)
def test_place_levels(left, right, level):
    assert code("birth_place", of(birth_place=left), of(birth_place=right)) == level
    assert code("event_place", of(event_place=left), of(event_place=right)) == level


@pytest.mark.parametrize(
    ("left", "right", "field", "level"),
    [
        ("Ali Hassan Omar al-Jubouri", "Ali Hassan Omar al-Jubouri", "given", "same"),
        ("Ali Hassan Omar al-Jubouri", "علي حسن عمر الجبوري", "family", "same_after_spelling"),
        ("Ahmad Hassan Omar", "Karim Hassan Omar", "given", "different"),
        ("Ali Hassan Omar al-Jubouri", "Ali Omar al-Jubouri", "grandfather", "elsewhere"),
        ("Ali Hassan Omar al-Jubouri", "Ali Omar al-Jubouri", "father", MISSING),
        ("Ali Hassan Omar", "Hassan Ali Omar", "given", "out_of_order"),
        ("M. Hassan", "Karim Hassan", "given", MISSING),
    ],
)
def test_places_of_the_chain(left, right, field, level):
    assert code(field, of(left), of(right)) == level


def test_mahmoud_and_mohamed_are_not_one_name():
    assert code("given", of("Mahmoud Hassan Omar"), of("محمد حسن عمر")) in ("near", "resembles", "different")


def test_a_family_name_written_first_is_read_as_the_other_side_says():
    levels = compared(
        Record(id="L", name=parse("خنجي رشيد بهشار")), Record(id="R", name=parse("رشيد بهشار كريم خنجي"))
    ).levels
    assert COMPARISONS["given"][levels["given"]].code == "name.given.same"
    assert "order" in levels


def test_every_level_has_a_code_of_its_own():
    for levels in COMPARISONS.values():
        assert len({(level.code, level.frequency) for level in levels}) == len(levels)
        assert {level.frequency for level in levels} <= {"", *FREQUENCIES}


dates = st.dates()
spans = st.tuples(dates, dates)


@settings(deadline=None, max_examples=60)
@given(spans, spans)
def test_any_dates_give_a_level_of_the_table(left, right):
    assert code("birth", of(birth=left), of(birth=right)) is not MISSING
    assert code("event", of(event=left), of(event=right)) is not MISSING
