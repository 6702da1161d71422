"""No string breaks the names package; its numbers stay bounded, symmetric and stable."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from portal.names import compare, fold, keys, parse, transliterate
from portal.names.distance import similarity

LETTERS = (
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآئؤپچژڤگکیەێۆڕڵ"
    + "abcdefghijklmnopqrstuvwxyzêîûçşéïüäöß'- .,ABD"
    + "٣۳\u200c\u202e\u0640\x00"
)
ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=60)
NAMES = st.one_of(st.text(alphabet=LETTERS, max_size=40), ANY_TEXT)

HOSTILE = [
    "",
    "\x00",
    "\ud800",
    "Ali\udfffHassan",
    "\u202e\u2066علي\u2069",
    "a" * 10_000,
    "علي " * 3_000,
    "عبد " * 500,
    "al-" * 500,
    "Abu " * 500,
    "ﷺ" * 1_000,
    "😀 😀",
    "9" * 5_000,
    "٢٠١٤",
    "Иван Петров",
    "ܡܪܝܡ",
    "𝔄𝔩𝔦",
    "á" * 50,
    "ـــ",
    "-",
    "'",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_gives_a_defined_answer(text):
    name = parse(text, given=text, mother=text, kunya=text)
    assert 0 <= compare(name, parse(text)).score <= 1
    assert len(name.tokens) <= 100
    assert all(len(key) <= 24 for values in keys(name).values() for key in values)
    assert isinstance(transliterate(text, "Arab") + transliterate(text), str)
    transliterate(text).encode("utf-8")


@settings(max_examples=150, deadline=None)
@given(NAMES, NAMES)
def test_comparing_is_bounded_and_symmetric(left, right):
    a, b = parse(left), parse(right)
    score = compare(a, b).score
    assert 0 <= score <= 1
    assert compare(b, a).score == pytest.approx(score, abs=1e-6)
    assert compare(a, b) == compare(a, b)


@settings(max_examples=150, deadline=None)
@given(NAMES)
def test_a_name_is_like_itself(text):
    name = parse(text)
    if name.tokens and all(token.word and similarity(token.word, token.word) for token in name.tokens):
        assert compare(name, name).score >= 0.85


@settings(max_examples=300, deadline=None)
@given(NAMES)
@example("Ǽ")
@example("ﮱ")
@example("ۓ")
def test_folding_is_stable(text):
    for level in ("strict", "loose"):
        folded = fold(text, level)
        assert fold(folded, level) == folded
        folded.encode("utf-8")


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(["محمد", "Hisên", "عبد", "Abu", "al-", "الدين", "ibn", "Ali", ",", "-", "A."]), max_size=12
    )
)
def test_any_row_of_particles_is_read(words):
    name = parse(" ".join(words))
    assert len(name.tokens) <= len(words)
    roles = [token.role for token in name.tokens if token.role != "other"]
    assert len(set(roles)) == len(roles)
    assert keys(name)["any"] >= keys(name)["given"]
