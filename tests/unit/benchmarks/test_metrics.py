"""The counting of the benchmark, on tables small enough to count by hand."""

import math
import xml.etree.ElementTree as ElementTree

import pytest

from benchmarks.linkage.metrics import (
    Proposal,
    best_threshold,
    calibration_error,
    in_validation,
    quality,
    recall_among_first,
    recall_at_precision,
    recall_by_group,
    reliability,
)
from benchmarks.linkage.plot import reliability_svg

TRUTH = {("a", "1"), ("b", "2"), ("c", "3"), ("d", "4")}
FOUND = [
    Proposal("a", "1", 9.0, 0.9),
    Proposal("b", "2", 8.0, 0.8),
    Proposal("b", "7", 7.0, 0.7),
    Proposal("c", "3", 6.0, 0.4),
    Proposal("d", "8", 5.0, 0.1),
]


def test_quality_counts_what_lies_at_or_above_the_threshold():
    at = quality(FOUND, TRUTH, 7.0)
    assert (at.precision, at.recall) == (pytest.approx(2 / 3), 0.5)
    assert at.f1 == pytest.approx(2 * 2 / (3 + 4))


def test_quality_by_probability_leaves_out_what_has_none():
    assert quality([*FOUND, Proposal("d", "4", 99.0)], TRUTH, 0.5, by_probability=True).recall == 0.5


def test_best_threshold_is_the_highest_f1():
    best = best_threshold(FOUND, TRUTH)
    assert (best.threshold, best.f1) == (6.0, pytest.approx(2 * 3 / (4 + 4)))


def test_equal_scores_fall_together():
    tied = [Proposal("a", "1", 1.0), Proposal("a", "9", 1.0)]
    assert best_threshold(tied, {("a", "1")}).precision == 0.5


def test_nothing_found_and_nothing_true_are_noughts():
    assert best_threshold([], TRUTH).f1 == 0
    assert quality([], set(), 0.0).f1 == 0
    assert recall_among_first([], set()) == 0
    assert recall_at_precision(FOUND, set(), 0.95).recall == 0


def test_recall_at_precision_takes_the_furthest_point_that_is_precise_enough():
    assert recall_at_precision(FOUND, TRUTH, 0.95).recall == 0.5
    assert recall_at_precision(FOUND, TRUTH, 0.7).recall == 0.75


def test_recall_among_first_counts_ties_at_their_worst_place():
    tied = [Proposal("a", str(at), 1.0) for at in range(11)]
    assert recall_among_first(tied, {("a", "0")}) == 0
    assert recall_among_first(tied[:10], {("a", "0")}) == 1
    assert recall_among_first(FOUND, TRUTH, first=1) == 0.75


def test_recall_by_group_shows_the_size_of_each_group():
    truth = {("a", "1"): ("ar", "ku"), ("b", "2"): ("ar", "ku"), ("d", "4"): ("en", "ar")}
    assert recall_by_group(FOUND, truth) == {("ar", "ku"): (1.0, 2), ("en", "ar"): (0.0, 1)}


def test_halves_do_not_depend_on_order_and_are_halves():
    ids = [f"REG-{at:05}" for at in range(2000)]
    share = sum(map(in_validation, ids)) / len(ids)
    assert 0.45 < share < 0.55
    assert [in_validation(key) for key in ids] == [in_validation(key) for key in ids]


def test_reliability_bins_what_was_promised_and_what_was_true():
    rows = reliability(FOUND, TRUTH, bins=2)
    assert rows == [(pytest.approx(0.25), 0.5, 2), (pytest.approx(0.8), pytest.approx(2 / 3), 3)]
    assert calibration_error(rows) == pytest.approx((0.25 * 2 + (0.8 - 2 / 3) * 3) / 5)


def test_reliability_of_certainty_and_of_nothing():
    assert reliability([Proposal("a", "1", 1.0, 1.0)], TRUTH) == [(1.0, 1.0, 1)]
    assert reliability([Proposal("a", "1", 1.0)], TRUTH) == []
    assert calibration_error([]) == 0 and not math.isnan(calibration_error([]))


def test_the_plot_is_well_formed_and_names_its_lines():
    root = ElementTree.fromstring(reliability_svg({"ours & theirs": reliability(FOUND, TRUTH)}))  # noqa: S314
    texts = {element.text for element in root.iter("{http://www.w3.org/2000/svg}text")}
    assert "ours & theirs" in texts
