"""Reference numbers for speech, return codes for signing in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.references import (
    ALPHABET,
    _check_letter,
    new_reference,
    new_return_code,
    read_reference,
    read_return_code,
    spaced_return_code,
)


def _written(body: str) -> str:
    whole = body + _check_letter(body)
    return f"SR-{whole[:4]}-{whole[4:]}"


bodies = st.text(alphabet=ALPHABET, min_size=7, max_size=7).map(_written)


def test_new_references_differ_and_are_read():
    made = {new_reference() for _ in range(200)}
    assert len(made) == 200
    assert all(read_reference(reference) == reference for reference in made)


@given(bodies)
def test_a_new_reference_is_read_in_any_dress(reference):
    assert read_reference(reference) == reference
    assert read_reference(reference.lower().replace("-", " ")) == reference
    assert read_reference(reference.removeprefix("SR-")) == reference


@given(bodies)
def test_every_single_slip_is_found(reference):
    letters = reference.removeprefix("SR-").replace("-", "")
    for place, right in enumerate(letters):
        for letter in set(ALPHABET) - {right}:
            assert read_reference(letters[:place] + letter + letters[place + 1 :]) is None


@given(bodies)
def test_two_neighbours_exchanged_are_found(reference):
    letters = reference.removeprefix("SR-").replace("-", "")
    for place in range(7):
        first, second = letters[place : place + 2]
        if first != second:
            assert read_reference(letters[:place] + second + first + letters[place + 2 :]) is None


def test_no_letter_that_is_mistaken_for_another_and_no_vowel():
    assert not set("01ILOAEUY") & set(ALPHABET)


@pytest.mark.parametrize("text", ["", "SR-", "SR-0000-0000", "x" * 9999, "\x00", "\ud800", "SR-7K4M-9XQ22"])
def test_other_texts_are_no_reference(text):
    assert read_reference(text) is None


@given(st.builds(lambda _: new_return_code(), st.integers()))
def test_a_new_code_is_read_as_it_is_written(code):
    assert len(code) == 16
    assert code[0] != "0"
    assert read_return_code(spaced_return_code(code)) == code
    assert read_return_code(code.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))) == code


@given(st.text(max_size=80))
def test_any_text_is_a_code_or_none(text):
    read = read_return_code(text)
    assert read is None or (len(read) == 16 and read.isascii() and read.isdigit())


@pytest.mark.parametrize("text", ["", "123456781234567", "12345678123456781", "1234567812345678 x", "1" * 5000])
def test_other_lengths_are_no_code(text):
    assert read_return_code(text) is None
