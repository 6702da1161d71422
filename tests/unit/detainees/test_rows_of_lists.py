"""One row judged: what rejects it, what only warns, what is kept."""

from __future__ import annotations

import pytest

from portal.core.columns import DETAINEE_COLUMNS
from portal.core.tables import Fault
from portal.detainees.problems import PROBLEM_TEXTS, ProblemCode
from portal.detainees.rows import read_row

MAPPING = {column: place for place, column in enumerate(DETAINEE_COLUMNS)}


def reading(faults=(), mapping=MAPPING, meanings=None, **cells):
    cells = {"external_id": "L-1", "full_name": "ليلى نوري", "mother_name": "Şêrîn", **cells}
    return read_row([cells.get(column, "") for column in DETAINEE_COLUMNS], faults, mapping, meanings)


def codes(**cells) -> list[str]:
    return [str(problem.code) for problem in reading(**cells).problems]


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"external_id": " "}, "missing_id"),
        ({"full_name": ""}, "missing_name"),
        ({"full_name": "؟؟؟"}, "missing_name"),
        ({"external_id": "9" * 81}, "too_long"),
        ({"source_note": "x" * 501}, "too_long"),
        ({"full_name": "ليلى\u202eنوري"}, "unreadable"),
        ({"mother_name": "a\x00b"}, "unreadable"),
        ({"birth_place": "\ud800"}, "unreadable"),
        ({"facility": "a\u2066b"}, "unreadable"),
        ({"source_note": "\x1b[31m"}, "unreadable"),
    ],
)
def test_what_rejects_a_row(cells, code):
    assert code in codes(**cells)
    assert reading(**cells).is_rejected


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        ("birth_date", "about 40 years", "unknown_date"),
        ("event_date", "32.13.2014", "unknown_date"),
        ("event_date", "9" * 30, "unknown_date"),
        ("sex", "x", "unknown_sex"),
        ("legal_status", "حُكم بأمر", "unknown_status"),
        ("nationality", "Syrian", "unknown_country"),
    ],
)
def test_what_we_do_not_know_is_kept_with_a_warning(column, text, code):
    read = reading(**{column: text})
    assert [problem.code for problem in read.problems] == [code]
    assert not read.is_rejected
    assert read.values[column] == text


@pytest.mark.parametrize(
    ("column", "written", "kept"),
    [
        ("sex", "ذكر", "male"),
        ("sex", "Jin", "female"),
        ("legal_status", "Held without charge", "held_without_charge"),
        ("nationality", "iq", "IQ"),
        ("birth_date", "١٩٨٧-٠٣", "1987-03"),
        ("event_date", "1985/1988", "1985/1988"),
        ("birth_date", "٥/٣/١٩٨٧", "1987-03-05"),
        ("birth_date", "5.3.1987", "1987-03-05"),
        ("birth_date", "1987/3/5", "1987-03-05"),
        ("event_date", "03/2014", "2014-03"),
        ("external_id", "٣٠", "30"),
        ("external_id", "9" * 30, "9" * 30),
        ("full_name", "\u200fليلى  نوري\u200e", "ليلى نوري"),
        ("source_note", "two\nlines", "two lines"),
        ("kunya", "نەورۆز\u200cی", "نەورۆز\u200cی"),
    ],
)
def test_known_writings_come_to_one_form(column, written, kept):
    read = reading(**{column: written})
    assert (read.values[column], read.problems) == (kept, ())


@pytest.mark.parametrize(
    ("written", "kept"), [("2014-25-03", "2014-03-25"), ("03/25/2014", "2014-03-25"), ("2014/13/01", "2014-01-13")]
)
def test_day_and_month_in_each_others_place_are_put_right_and_said(written, kept):
    read = reading(event_date=written)
    assert (read.values["event_date"], [problem.code for problem in read.problems]) == (kept, ["swapped_date"])


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"birth_date": "1990", "event_date": "1985"}, "birth_date"),
        ({"birth_date": "2990"}, "unknown"),
        ({"event_date": "2090"}, "event_date"),
        ({"birth_date": "2090-01"}, "birth_date"),
    ],
)
def test_an_impossible_order_is_kept_and_said(cells, column):
    read = reading(**cells)
    if column == "unknown":
        assert [problem.code for problem in read.problems] == ["unknown_date"]
    else:
        assert [(problem.code, problem.column) for problem in read.problems] == [("impossible_order", column)]
    assert not read.is_rejected and {key: read.values[key] for key in cells} == cells


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"mother_name": ""}, "name_only"),
        ({"mother_name": "", "sex": "male", "facility": "Derik"}, "name_only"),
        ({"mother_name": "", "full_name": "أبو عمر"}, "kunya_only"),
        ({"mother_name": "", "full_name": "", "kunya": "Abu Omar"}, "kunya_only"),
    ],
)
def test_a_name_that_tells_nobody_apart_comes_in_with_a_warning(cells, code):
    read = reading(**cells)
    assert [problem.code for problem in read.problems] == [code] and not read.is_rejected


def test_what_staff_said_of_a_word_holds_and_the_word_stays():
    said = {"sex": {"r": "male"}, "legal_status": {"موقوف": "held_without_charge"}, "facility": {"سجن 7": "derik"}}
    said["nationality"] = {"سوري": "SY"}
    read = reading(meanings=said, sex=" R", legal_status="موقوف", nationality="سوري", facility="سجن  7")
    assert read.problems == ()
    assert [read.values[column] for column in ("sex", "legal_status", "nationality")] == [
        "male", "held_without_charge", "SY",
    ]  # fmt: skip
    assert (read.written["legal_status"], read.values["facility"], read.facility_code) == ("موقوف", "سجن 7", "derik")
    assert reading(facility="سجن 7").content_fingerprint() != read.content_fingerprint()


def test_faults_of_the_reader_reject_only_where_the_column_is_used():
    assert reading(faults=[Fault("formula", 1)]).is_rejected
    assert reading(faults=[Fault("ragged")]).is_rejected
    assert not reading(faults=[Fault("formula", 40)]).is_rejected


def test_parts_alone_are_a_name():
    read = reading(full_name="", given_name="Şêrîn", family_name="Botî")
    assert not read.is_rejected and read.full_name() == "Şêrîn Botî"


def test_the_fingerprint_follows_the_content_only():
    assert reading().content_fingerprint() == reading(full_name=" ليلى نوري ").content_fingerprint()
    assert reading().content_fingerprint() != reading(sex="f").content_fingerprint()


def test_every_problem_has_words():
    assert set(PROBLEM_TEXTS) == set(ProblemCode)
