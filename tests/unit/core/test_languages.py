"""Languages, digits and scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.languages import (
    LANGUAGES,
    arabic_digits,
    guess_name_language,
    language,
    latin_digits,
    script_of,
)


@pytest.mark.parametrize(
    ("code", "html", "direction"),
    [("ar", "ar", "rtl"), ("ckb", "ckb", "rtl"), ("ku", "ku-Latn", "ltr"), ("en", "en", "ltr")],
)
def test_each_language_has_its_direction_and_code(code, html, direction):
    found = language(code)
    assert (found.html, found.direction) == (html, direction)


@pytest.mark.parametrize(("code", "found"), [(None, "en"), ("", "en"), ("fa", "en"), ("ar-iq", "ar"), ("ku-tr", "ku")])
def test_other_codes_fall_back_to_english(code, found):
    assert language(code) is LANGUAGES[found]


@given(st.text(alphabet="0123456789 -x", max_size=30))
def test_digits_go_and_come_back(text):
    assert latin_digits(arabic_digits(text)) == text
    assert not set(arabic_digits(text)) & set("0123456789۴۵۶")


@pytest.mark.parametrize(
    ("name", "script", "guess"),
    [
        ("خالد سليمان", "Arab", "ar"),
        ("کاروان ئەحمەد", "Arab", "ckb"),
        ("Şêrîn Xelef", "Latn", "kmr"),
        ("Khalid", "Latn", "und"),
        ("12", "Zyyy", "und"),
        ("", "Zyyy", "und"),
    ],
)
def test_script_and_language_of_a_name(name, script, guess):
    assert script_of(name) == script
    assert guess_name_language(name) == guess
