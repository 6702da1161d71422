"""One row judged: what rejects it, what only warns, what is kept."""

from __future__ import annotations

import pytest

from portal.core.columns import DETAINEE_COLUMNS
from portal.core.tables import Fault
from portal.detainees.problems import PROBLEM_TEXTS, ProblemCode
from portal.detainees.rows import read_row

MAPPING = {column: place for place, column in enumerate(DETAINEE_COLUMNS)}


def reading(faults=(), mapping=MAPPING, **cells):
    cells = {"external_id": "L-1", "full_name": "ليلى نوري", **cells}
    return read_row([cells.get(column, "") for column in DETAINEE_COLUMNS], faults, mapping)


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
