"""The sample tables in four scripts: true pairs are among the ten best, quickly and the same every time."""

import time
from itertools import pairwise

import pytest

from portal.linkage import candidates, link
from tests.unit.linkage.linkage_sample import records, truth

# Measured on two shared cores: 49 of 49 true pairs among the ten best (39 at the first place), 0.7 to 2 s;
# precision .93 at recall .86 with weight >= 4. The bounds here leave room for slower machines and later tables.
LEAST_SHARE = 0.80
MOST_SECONDS = 20


@pytest.fixture(scope="module")
def sides():
    return records("registrations_sample.csv"), records("detainees_sample.csv")


@pytest.fixture(scope="module")
def linked(sides):
    started = time.monotonic()
    pairs = link(*sides)
    return pairs, time.monotonic() - started


def test_true_pairs_are_among_the_ten_best(linked):
    pairs, seconds = linked
    best: dict[str, list[str]] = {}
    for pair in pairs:
        best.setdefault(pair.left_id, []).append(pair.right_id)
    found = sum(detainee in best.get(registration, [])[:10] for registration, detainee in truth())
    assert found / len(truth()) >= LEAST_SHARE
    assert seconds < MOST_SECONDS


def test_strong_pairs_are_mostly_true(linked):
    strong = [pair for pair in linked[0] if pair.weight >= 4]
    true = set(truth())
    assert len(strong) >= len(true) / 2
    assert sum((pair.left_id, pair.right_id) in true for pair in strong) / len(strong) >= 0.8


def test_the_order_is_best_first_and_weights_add_up(linked):
    pairs, _ = linked
    for one, other in pairwise(pairs):
        assert one.left_id != other.left_id or one.weight >= other.weight
    priors = {round(pair.weight - sum(reason.weight for reason in pair.reasons), 3) for pair in pairs}
    assert len(priors) == 1
    assert all(0 < pair.probability < 1 for pair in pairs)


def test_blocking_keeps_the_true_pairs_and_drops_most_others(sides):
    left, right = sides
    kept = {(left[i].id, right[j].id) for i, j in candidates(left, right)}
    assert sum(pair in kept for pair in truth()) / len(truth()) >= 0.95
    assert len(kept) < len(left) * len(right) / 4


def test_the_same_input_gives_the_same_pairs(sides):
    left, right = sides
    assert link(left[:8], right[:80]) == link(left[:8], right[:80])
