"""Text as it comes in: normalised, or refused with words that say what to do."""

import unicodedata

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from portal.core.fields import DigitsField, SafeCharField, SafeTextField
from portal.core.text import clean_text, masked

REFUSED = ["\x00", "\x07", "\x1b[31m", "\ud800", "\u202e", "\u2066", "\u2069", "\u200b", "\u200e", "\u061c", "\ufeff"]


@pytest.mark.parametrize("sign", REFUSED)
def test_deceptive_and_broken_signs_are_refused(sign):
    with pytest.raises(ValidationError) as caught:
        clean_text(f"سالم{sign} خدر")
    assert caught.value.code == "unreadable"


@pytest.mark.parametrize("text", ["می\u200cخوازم", "Şêrîn", "سەنەد", "ێ\u200dی", "مُحَمَّد", "أبو أحمد", "ܐܒܓܕ"])
def test_the_scripts_of_our_readers_pass(text):
    assert clean_text(text) == unicodedata.normalize("NFC", text)


def test_heaped_marks_are_refused():
    with pytest.raises(ValidationError):
        clean_text("a" + "\u0301" * 40)


@given(st.text(max_size=60))
def test_clean_text_is_stable(text):
    try:
        once = clean_text(text)
    except ValidationError:
        return
    assert clean_text(once) == once
    assert once == once.strip()
    assert unicodedata.is_normalized("NFC", once)
    once.encode()


@given(st.text(max_size=60))
def test_lines_are_stable_too(text):
    try:
        once = clean_text(text, lines=True)
    except ValidationError:
        return
    assert clean_text(once, lines=True) == once


def test_line_breaks_only_where_lines_are_asked_for():
    assert clean_text("one\r\ntwo  \n three", lines=True) == "one\ntwo\n three"
    with pytest.raises(ValidationError):
        clean_text("one\ntwo")


def test_fields_clean_before_they_measure():
    assert SafeCharField(max_length=4).clean("  سند  ") == "سند"
    with pytest.raises(ValidationError):
        SafeCharField(max_length=4).clean("سندسند")
    assert SafeTextField().clean("a\nb") == "a\nb"
    assert DigitsField().clean("١٩٨٧") == "1987"


def test_an_empty_optional_field_is_empty():
    assert SafeCharField(required=False).clean(None) == ""


@pytest.mark.parametrize(
    ("text", "shown"), [("+963 900 000 011", "••••••11"), ("a@b.example", "••••••le"), ("1234", "••••••")]
)
def test_what_is_masked_shows_two_signs_and_no_length(text, shown):
    """R-14."""
    assert masked(text) == shown
