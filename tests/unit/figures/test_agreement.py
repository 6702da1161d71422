"""Cohen's kappa, against figures that were worked out elsewhere."""

from __future__ import annotations

from itertools import product

import pytest

from portal.figures.agreement import kappa


def readings(*rows: tuple[int, ...]) -> dict[tuple[str, str], int]:
    verdicts = "abc"[: len(rows)]
    return {
        (one, other): rows[verdicts.index(one)][verdicts.index(other)] for one, other in product(verdicts, repeat=2)
    }


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        # Cohen (1960), the example of two clinical psychologists and 200 patients, in counts.
        (readings((88, 14, 18), (10, 40, 10), (2, 6, 12)), 0.492),
        # A table of two readers of 50 grant proposals that textbooks use: both yes 20, both no 15.
        (readings((20, 5), (10, 15)), 0.4),
        (readings((50, 0), (0, 50)), 1.0),
        (readings((25, 25), (25, 25)), 0.0),
        (readings((0, 50), (50, 0)), -1.0),
    ],
)
def test_kappa_is_what_was_published(counts: dict[tuple[str, str], int], expected: float) -> None:
    assert kappa(counts) == pytest.approx(expected, abs=0.0005)


def test_nothing_is_said_without_pairs_or_where_chance_explains_everything() -> None:
    assert kappa({}) is None
    assert kappa({("same", "same"): 40}) is None
