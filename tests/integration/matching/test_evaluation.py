"""The measures of the comparison: right on a small sample, and silent about small groups."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import call_command

from portal.audit.models import Event
from portal.matching import events
from portal.matching.enums import MatchRole, PairState
from portal.matching.evaluation import ALL, OTHERS, TOO_FEW, Judged, evaluate, judged_pairs, measure
from tests.factories.matching import make_detainee, make_pair, make_registration, make_source


def sample(count: int, probability: float, is_same: bool, languages: str = "ar–ar") -> list[Judged]:
    return [Judged(probability, is_same, languages)] * count


def test_precision_recall_and_brier_on_a_known_sample() -> None:
    found = measure(sample(30, 0.9, True) + sample(10, 0.9, False) + sample(10, 0.2, True) + sample(50, 0.1, False))
    assert (found.pairs, found.same) == (100, 40)
    assert (found.precision, found.recall) == (0.75, 0.75)
    assert found.brier == pytest.approx((30 * 0.01 + 10 * 0.81 + 10 * 0.64 + 50 * 0.01) / 100, abs=1e-4)
    last = found.calibration[-1]
    assert (last["pairs"], last["said"], last["confirmed"]) == (40, 0.9, 0.75)


def test_a_well_calibrated_machine_is_confirmed_as_often_as_it_says() -> None:
    found = measure(sample(70, 0.7, True) + sample(30, 0.7, False))
    assert [(row["said"], row["confirmed"]) for row in found.calibration] == [(0.7, 0.7)]


@pytest.mark.parametrize("same, other", [(5, 4), (9, 50), (50, 9), (0, 9)])
def test_small_groups_are_not_told(same, other) -> None:
    assert measure(sample(same, 0.9, True) + sample(other, 0.1, False)) == TOO_FEW


def test_a_bin_of_few_is_not_told() -> None:
    found = measure(sample(20, 0.95, True) + sample(20, 0.05, False) + sample(3, 0.55, True))
    assert [row["pairs"] for row in found.calibration] == [20, TOO_FEW, 20]


def test_nobody_finds_a_small_group_by_subtraction() -> None:
    shown, hidden = sample(20, 0.9, True) + sample(20, 0.1, False), sample(4, 0.9, True, "ku–ar")
    found = evaluate(shown + hidden)
    assert found["ku–ar"] == found[OTHERS] == TOO_FEW
    assert found[ALL].pairs == 40


def test_small_groups_count_together_where_they_are_many() -> None:
    some = [
        one for name in ("ku–ar", "ckb–ar", "en–ar") for one in sample(5, 0.9, True, name) + sample(5, 0.1, False, name)
    ]
    found = evaluate(some)
    assert {found[name] for name in ("ku–ar", "ckb–ar", "en–ar")} == {TOO_FEW}
    assert found[OTHERS].pairs == found[ALL].pairs == 30


@pytest.mark.django_db
def test_the_command_measures_what_people_settled_and_prints_no_name() -> None:
    batch = make_source()

    def settle(count: int, **fields) -> None:
        for _ in range(count):
            make_pair(make_registration(), make_detainee(batch=batch), **fields)

    settle(11, state=PairState.VERIFIED, probability=0.9)
    settle(10, state=PairState.REJECTED, probability=0.2)
    settle(1, state=PairState.VERIFIED, probability=0.8, role=MatchRole.RELATIVE)
    settle(1, state=PairState.UNSURE)
    settle(1, state=PairState.CANDIDATE)
    assert len(judged_pairs()) == 22
    assert sum(one.is_same for one in judged_pairs()) == 11, "a relative is another person"
    out = StringIO()
    call_command("evaluate_linkage", stdout=out)
    found = json.loads(out.getvalue().splitlines()[-1])
    assert found["all"]["pairs"] == 22 and found["all"]["recall"] == 1.0
    assert "آزاد" not in out.getvalue() and "ar–ar" in found
    assert Event.objects.get(code=events.EVALUATED).data == {"pairs": 22}
