"""Letter by letter: the same evidence as the compiled kernel, and only those letters that speak for two names."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.names import Lexicon, Token, differences, parse, read_costs
from portal.names.letters import steps
from portal.names.lexicon import kernels
from portal.names.sounding import symbols

NAMES = (
    "عبدالرحمن",
    "Ebdulrehman",
    "محمد",
    "Mihemed",
    "Muhammad",
    "سليمان",
    "Silêman",
    "حوسێن",
    "Husên",
    "Aṣlan",
    "Salma",
)


def token(text: str) -> Token:
    return parse(text).tokens[0]


def letters(left: str, right: str) -> list[tuple[str, str]]:
    one, other = token(left), token(right)
    return [(one.text[slice(*each.left)], other.text[slice(*each.right)]) for each in differences(one, other)]


@pytest.mark.parametrize("left", NAMES)
def test_the_edits_add_up_to_what_the_kernel_finds(left) -> None:
    words = Lexicon()
    for right in NAMES:
        one, other = words.add(token(left).word), words.add(token(right).word)
        rows = np.empty((3, words.arrays().codes.shape[1] + 1), dtype=np.float32)
        evidence = kernels()._evidence(read_costs(), words.arrays(), one, other, rows)
        found = steps(token(left).word, token(right).word)
        assert sum(step.evidence for step in found) == pytest.approx(float(evidence), abs=1e-3)
        assert sum(step.left for step in found) == len(symbols(token(left).word))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("عبدالرحمن", "Ebdulrehman", []),
        ("عبد الرحمن", "Abdurrahman", []),
        ("محمد", "Mihemed", []),
        ("ئازاد", "Azad", []),
        ("Mihemed", "Muhammad", [("i", "u"), ("e", "a"), ("e", "a")]),
        ("Golestan", "Gulistan", [("o", "u"), ("e", "i")]),
        ("محمد", "محمود", [("", "و")]),
        ("سليمان", "سلمان", [("ي", "")]),
        ("خلف", "خلاف", [("", "ا")]),
        ("الحسكاوي", "الحسكاني", [("و", "ن")]),
        ("Muhammad", "محمود", [("a", "و")]),
    ],
)
def test_only_what_speaks_for_two_names_is_named(left, right, expected) -> None:
    assert letters(left, right) == expected
    assert letters(right, left) == [(other, one) for one, other in expected]


@given(st.text(max_size=30), st.text(max_size=30))
def test_whatever_is_written_every_place_lies_within_its_text_and_in_order(left, right) -> None:
    for one in parse(left).tokens:
        for other in parse(right).tokens:
            found = differences(one, other)
            for text, places in ((one.text, [f.left for f in found]), (other.text, [f.right for f in found])):
                flat = [at for place in places for at in place]
                assert flat == sorted(flat) and all(0 <= at <= len(text) for at in flat)
