"""What holds for every name: order, script and folding change little, and a short fuzz keeps every promise."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.names import SAME, compare, fold, parse, transliterate
from portal.names.distance import similarity
from portal.names.fuzzing import fuzz

KNOWN = [
    "محمد",
    "أحمد",
    "علي",
    "حسين",
    "إبراهيم",
    "خالد",
    "يوسف",
    "سليمان",
    "فاطمة",
    "زينب",
    "مريم",
    "عمر",
    "كريم",
    "دلشاد",
]
CHAINS = st.lists(st.sampled_from(KNOWN), min_size=2, max_size=4, unique=True)


@settings(max_examples=60, deadline=None)
@given(CHAINS)
def test_a_name_meets_itself_in_the_other_script(words):
    arabic = parse(" ".join(words))
    latin = parse(transliterate(" ".join(words), "Latn"))
    assert all(token.script == "Latn" for token in latin.tokens)
    assert compare(arabic, latin).score > SAME


@settings(max_examples=60, deadline=None)
@given(CHAINS, st.randoms(use_true_random=False))
def test_the_order_of_the_parts_costs_little(words, chance: random.Random):
    mixed = chance.sample(words, len(words))
    assert compare(parse(" ".join(words)), parse(" ".join(mixed))).score > SAME


@settings(max_examples=60, deadline=None)
@given(CHAINS)
def test_folding_before_reading_changes_little(words):
    name = " ".join(words)
    for level in ("strict", "loose"):
        assert compare(parse(name), parse(fold(name, level))).score > SAME


def test_likeness_is_symmetric_for_all_known_names():
    for left in KNOWN:
        for right in [*KNOWN, "Mahmoud", "حەسەن", "Hisên", ""]:
            assert similarity(left, right) == pytest.approx(similarity(right, left), abs=1e-5)
        assert similarity(left, left) == 1


def test_a_short_fuzz_keeps_every_promise():
    assert "every promise kept" in fuzz(minutes=0.01, seed=5)
