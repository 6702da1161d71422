"""Numbers to tables in Markdown."""

from __future__ import annotations

import math
from collections.abc import Sequence

from benchmarks.linkage.evaluation import LEAST_PAIRS, Result

_TOLD = 120
_HEADER = (
    *("method", "F1", "precision", "recall", "F1 at p ≥ .5", "recall at precision ≥ .95", "recall@10"),
    *("worst languages", "calibration error", "seconds", "processor seconds", "peak MB"),
)


def table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines) + "\n"


def methods_table(results: Sequence[Result]) -> str:
    """One row per method; one that failed says why."""
    rows: list[list[object]] = []
    for result in results:
        if not result.run.ok:
            why = (result.run.said.splitlines() or ["no word"])[-1].replace("|", "/")[:_TOLD]
            rows.append([result.method, f"not run: {why}", *[""] * (len(_HEADER) - 2)])
            continue
        rates = (result.f1, result.precision, result.recall, result.f1_at_even, result.recall_at_precision)
        name, worst = result.worst
        used = (f"{result.run.seconds:.1f}", f"{result.run.processor:.1f}", f"{result.run.peak_mb:.0f}")
        shown = (*map(rate, (*rates, result.recall_at_10)), f"{name} {rate(worst)}".strip())
        rows.append([result.method, *shown, rate(result.calibration_error), *used])
    return table(_HEADER, rows)


def languages_table(results: Sequence[Result]) -> str:
    """Recall among ten by languages of registration and detainee record, worst of the first method first."""
    done = [result for result in results if result.groups]
    if not done:
        return ""
    shown = [name for name, (_, count) in done[0].groups.items() if count >= LEAST_PAIRS]
    shown.sort(key=lambda name: done[0].groups[name])
    rows = [
        [name, done[0].groups[name][1], *(rate(result.groups.get(name, (math.nan, 0))[0]) for result in done)]
        for name in shown
    ]
    return table(["registration-detainee", "true pairs", *(result.method for result in done)], rows)


def rate(value: float) -> str:
    """Three decimals without the nought; a dash for what does not exist."""
    if math.isnan(value):
        return "–"
    return f"{value:.3f}".removeprefix("0") if value < 1 else f"{value:.2f}"
