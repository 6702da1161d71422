"""The sample tables in four scripts: true pairs are among the ten best, and the same every time."""

from itertools import pairwise

import pytest

from portal.linkage import link
from tests.unit.linkage.linkage_sample import records, truth

# The tables are small and no promise; `make bench-linkage` measures on large ones.
LEAST_SHARE = 0.95


@pytest.fixture(scope="module")
def sides():
    return records("registrations_sample.csv"), records("detainees_sample.csv")


@pytest.fixture(scope="module")
def linked(sides):
    return link(*sides)


def test_true_pairs_are_among_the_ten_best(linked):
    best: dict[str, list[str]] = {}
    for pair in linked:
        best.setdefault(pair.left_id, []).append(pair.right_id)
    found = sum(detainee in best.get(registration, [])[:10] for registration, detainee in truth())
    assert found / len(truth()) >= LEAST_SHARE


def test_strong_pairs_are_mostly_true(linked):
    strong = [pair for pair in linked if pair.weight >= 2]
    true = set(truth())
    assert len(strong) >= len(true) * 0.6
    assert sum((pair.left_id, pair.right_id) in true for pair in strong) / len(strong) >= 0.8


def test_the_order_is_best_first(linked):
    for one, other in pairwise(linked):
        assert one.left_id != other.left_id or one.weight >= other.weight
    assert all(0 < pair.probability < 1 for pair in linked)


def test_the_same_input_gives_the_same_pairs(sides):
    left, right = sides
    assert link(left[:8], right[:80]) == link(left[:8], right[:80])
