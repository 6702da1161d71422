"""Whatever the engine finds has words: an unknown code would be shown to a reader as it stands."""

from __future__ import annotations

import pytest

from portal.linkage.comparisons import COMPARISONS, FREQUENCIES
from portal.matching.drawing import waterfall
from portal.matching.words import FIELDS, FINDINGS, field_words, finding_words, frequency_words

CODES = sorted({level.code for levels in COMPARISONS.values() for level in levels})


@pytest.mark.parametrize("code", CODES)
def test_every_finding_has_words(code) -> None:
    assert finding_words(code) != code and code in FINDINGS


@pytest.mark.parametrize("field", COMPARISONS)
def test_every_comparison_has_words(field) -> None:
    assert field in FIELDS and field_words(field)


@pytest.mark.parametrize("frequency", FREQUENCIES)
def test_every_class_of_frequency_has_words(frequency) -> None:
    assert frequency_words("name.given.same", frequency) and not frequency_words("name.given.resembles", frequency)


def test_what_an_older_model_said_is_still_drawn() -> None:
    """Reasons once held the values of both sides and no frequency; such rows stay readable until written anew."""
    old = [{"field": "given", "level_code": "name.given.same", "weight": 5.0, "left": "x", "right": "y"}]
    path = waterfall(4.0, [*old, {"field": "gone", "level_code": "gone.code", "weight": -1.0}])
    assert [str(step.words) for step in path.steps[1:]] == ["Written the same", "gone.code"]
    assert [step.note for step in path.steps] == ["", "", ""]


def test_a_frequent_name_says_that_it_weighs_little() -> None:
    reason = {"field": "given", "level_code": "name.given.same", "weight": 1.0, "frequency": "very_frequent"}
    assert "weighs very little" in str(waterfall(1.0, [reason]).steps[1].note)
