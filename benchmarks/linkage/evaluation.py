"""One registry, many methods: run each, count what it found, and keep the numbers as plain values."""

from __future__ import annotations

import math
import random
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.linkage.measuring import Run, run_module
from benchmarks.linkage.methods import Method
from benchmarks.linkage.metrics import (
    Ids,
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

LABELLED = 500
PRECISION = 0.95
LEAST_PAIRS = 30
"""A pair of habits with fewer true pairs is not shown alone, nor counted as the worst."""
_LANGUAGE = {"ku_plain": "ku"}


@dataclass(slots=True)
class Result:
    """What one method did with one registry; rates in [0, 1], nan where the method gives no probability."""

    method: str
    run: Run
    f1: float = math.nan
    precision: float = math.nan
    recall: float = math.nan
    f1_at_even: float = math.nan
    recall_at_precision: float = math.nan
    recall_at_10: float = math.nan
    calibration_error: float = math.nan
    groups: dict[str, tuple[float, int]] = field(default_factory=dict)
    bins: list[tuple[float, float, int]] = field(default_factory=list)

    @property
    def worst(self) -> tuple[str, float]:
        """The pair of languages with the lowest recall among ten, of those with enough true pairs."""
        enough = {name: rate for name, (rate, count) in self.groups.items() if count >= LEAST_PAIRS}
        name = min(enough, key=enough.__getitem__, default="")
        return name, enough.get(name, math.nan)

    def plain(self) -> dict[str, Any]:
        """For JSON."""
        return {**asdict(self), "worst": self.worst}


def read_truth(folder: Path) -> dict[Ids, tuple[str, str]]:
    """True pairs with the languages of both sides; where the table does not say them, both are "?"."""
    table = pq.read_table(folder / "truth.parquet").to_pylist()
    return {
        (row["registration_external_id"], row["detainee_external_id"]): (
            _language(row.get("registration_habit")),
            _language(row.get("detainee_habit")),
        )
        for row in table
    }


def write_labels(truth: dict[Ids, tuple[str, str]], path: Path, seed: int = 1) -> None:
    """True pairs of `LABELLED` registrations, all of the half on which thresholds are chosen."""
    known = sorted({registration for registration, _ in truth if in_validation(registration)})
    chosen = set(random.Random(seed).sample(known, min(LABELLED, len(known))))
    pairs = sorted(ids for ids in truth if ids[0] in chosen)
    names = ("registration_external_id", "detainee_external_id")
    pq.write_table(pa.table({name: [ids[at] for ids in pairs] for at, name in enumerate(names)}), path)


def evaluate(method: Method, folder: Path, work: Path) -> Result:
    """Run the method on the tables of `folder` and count. A method that fails gives a result that says so."""
    out, labels = work / "pairs.parquet", work / "labels.parquet"
    out.unlink(missing_ok=True)
    truth = read_truth(folder)
    write_labels(truth, labels)
    run = run_module(method.module, method.arguments(folder, out, labels), work / "log.txt")
    result = Result(method.name, run)
    if run.ok:
        _count(result, _proposals(out), truth)
    return result


def _proposals(path: Path) -> list[Proposal]:
    return [
        Proposal(
            row["registration_external_id"],
            row["detainee_external_id"],
            row["match_weight"],
            math.nan if row["match_probability"] is None else row["match_probability"],
        )
        for row in pq.read_table(path).to_pylist()
    ]


def _count(result: Result, proposals: list[Proposal], truth: dict[Ids, tuple[str, str]]) -> None:
    """Thresholds from the one half, everything else on the other, which no label and no threshold has seen."""
    chosen = [p for p in proposals if in_validation(p.registration)]
    seen = [p for p in proposals if not in_validation(p.registration)]
    chosen_truth = {ids for ids in truth if in_validation(ids[0])}
    seen_truth = {ids: habits for ids, habits in truth.items() if ids not in chosen_truth}
    answers = set(seen_truth)
    at_best = quality(seen, answers, best_threshold(chosen, chosen_truth).threshold)
    result.f1, result.precision, result.recall = at_best.f1, at_best.precision, at_best.recall
    result.recall_at_precision = recall_at_precision(seen, answers, PRECISION).recall
    result.recall_at_10 = recall_among_first(seen, answers)
    # Without labels nothing was learned from either half, and the whole registry makes the small groups larger.
    groups = recall_by_group(seen, seen_truth) if "labels" in result.method else recall_by_group(proposals, truth)
    result.groups = {f"{left}-{right}": found for (left, right), found in sorted(groups.items())}
    if any(not math.isnan(p.probability) for p in seen):
        result.f1_at_even = quality(seen, answers, 0.5, by_probability=True).f1
        result.bins = reliability(seen, answers)
        result.calibration_error = calibration_error(result.bins)


def _language(habit: str | None) -> str:
    return _LANGUAGE.get(habit or "?", habit or "?")
