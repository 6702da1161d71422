"""Headings in four languages find their column."""

import pytest

from portal.core.columns import DETAINEE_COLUMNS, HEADINGS, REGISTRATION_COLUMNS, map_columns, plain_heading


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (["external_id", "full_name"], {"external_id": 0, "full_name": 1}),
        (["الاسم الكامل", "رقم السجل", "اسم الأمّ"], {"full_name": 0, "external_id": 1, "mother_name": 2}),
        (["ژمارەی تۆمار", "ناوی تەواو", "ناوی باوک"], {"external_id": 0, "full_name": 1, "father_name": 2}),
        (["Hejmara tomarê", "Navê Bavê", "dîroka girtinê"], {"external_id": 0, "father_name": 1, "event_date": 2}),
        (["Detainee ID ", "FIRST NAME", "Date of Birth:"], {"external_id": 0, "given_name": 1, "birth_date": 2}),
        (["name", "name", "weight"], {"full_name": 0}),
    ],
)
def test_headings_are_recognised(header, expected):
    assert map_columns(header, DETAINEE_COLUMNS) == expected


def test_a_running_number_is_not_taken_for_the_record_number():
    assert map_columns(["no", "ت", "الرقم التسلسلي"], DETAINEE_COLUMNS) == {}


def test_columns_of_the_other_kind_of_list_are_left_out():
    assert map_columns(["facility", "relationship"], REGISTRATION_COLUMNS) == {"relationship": 1}


def test_no_heading_names_two_columns():
    plain = [plain_heading(heading) for headings in HEADINGS.values() for heading in headings]
    of_two = {one for column, headings in HEADINGS.items() for one in map(plain_heading, headings)
              for other, more in HEADINGS.items() if other != column and one in map(plain_heading, more)}  # fmt: skip
    assert plain and not of_two
