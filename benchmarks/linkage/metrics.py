"""What is counted: precision, recall and F1 of proposals, recall among the first k, calibration. No engine in here.

A proposal is (registration, detainee, score, probability or nan); the truth a set of (registration, detainee). A
threshold is chosen on one half of the registrations and reported on the other: no number is chosen by its own answer.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Ids = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposed pair; `probability` is nan where a method gives none."""

    registration: str
    detainee: str
    score: float
    probability: float = math.nan

    @property
    def ids(self) -> Ids:
        """The pair alone."""
        return self.registration, self.detainee


@dataclass(frozen=True, slots=True)
class Quality:
    """Counted against the truth; each is 0 where nothing could be found."""

    precision: float
    recall: float
    f1: float
    threshold: float


def in_validation(registration: str) -> bool:
    """Which half a registration belongs to; by a hash of its id, so always the same and never by order."""
    return hashlib.blake2b(registration.encode(), digest_size=1).digest()[0] < 128


def quality(
    proposals: Iterable[Proposal], truth: set[Ids], threshold: float, *, by_probability: bool = False
) -> Quality:
    """Precision, recall and F1 of everything at or above the threshold; nan is below any."""
    kept = {p.ids for p in proposals if (p.probability if by_probability else p.score) >= threshold}
    hits = len(kept & truth)
    return _quality(hits, len(kept), len(truth), threshold)


def best_threshold(proposals: Iterable[Proposal], truth: set[Ids]) -> Quality:
    """The threshold with the highest F1, and its quality; equal scores fall together."""
    return max(_curve(proposals, truth), key=lambda at: at.f1, default=Quality(0.0, 0.0, 0.0, math.inf))


def recall_at_precision(proposals: Iterable[Proposal], truth: set[Ids], precision: float) -> Quality:
    """The point of the curve with the highest recall among those of at least this precision."""
    enough = (at for at in _curve(proposals, truth) if at.precision >= precision)
    return max(enough, key=lambda at: at.recall, default=Quality(0.0, 0.0, 0.0, math.inf))


def recall_among_first(proposals: Iterable[Proposal], truth: set[Ids], first: int = 10) -> float:
    """Share of true pairs whose detainee is among the `first` of the registration; a tie counts as its worst place."""
    return len(_found_among_first(proposals, truth, first)) / len(truth) if truth else 0.0


def recall_by_group(
    proposals: Iterable[Proposal], truth: Mapping[Ids, tuple[str, str]], first: int = 10
) -> dict[tuple[str, str], tuple[float, int]]:
    """`recall_among_first` for each pair of writing habits, with the number of true pairs it stands on."""
    found = _found_among_first(proposals, set(truth), first)
    total = Counter(truth.values())
    hits = Counter(truth[ids] for ids in found)
    return {group: (hits[group] / count, count) for group, count in total.items()}


def reliability(proposals: Iterable[Proposal], truth: set[Ids], bins: int = 10) -> list[tuple[float, float, int]]:
    """Calibration: per bin of probability the mean promised, the share true and the number of pairs; none is empty."""
    rows: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for p in proposals:
        if not math.isnan(p.probability):
            rows[min(bins - 1, int(p.probability * bins))].append((p.probability, p.ids in truth))
    return [
        (sum(said for said, _ in pairs) / len(pairs), sum(true for _, true in pairs) / len(pairs), len(pairs))
        for _, pairs in sorted(rows.items())
    ]


def calibration_error(rows: list[tuple[float, float, int]]) -> float:
    """Expected calibration error: mean distance of promised and true, weighted by the pairs of a bin; 0 for none."""
    total = sum(count for _, _, count in rows)
    return sum(abs(said - true) * count for said, true, count in rows) / total if total else 0.0


def _found_among_first(proposals: Iterable[Proposal], truth: set[Ids], first: int) -> set[Ids]:
    by_registration: dict[str, list[Proposal]] = defaultdict(list)
    for p in proposals:
        by_registration[p.registration].append(p)
    found: set[Ids] = set()
    for row in by_registration.values():
        scores = sorted((p.score for p in row), reverse=True)
        for p in row:
            if p.ids in truth and sum(score >= p.score for score in scores) <= first:
                found.add(p.ids)
    return found


def _curve(proposals: Iterable[Proposal], truth: set[Ids]) -> Iterable[Quality]:
    ordered = sorted(proposals, key=lambda p: -p.score)
    hits = 0
    for at, p in enumerate(ordered, 1):
        hits += p.ids in truth
        if at == len(ordered) or ordered[at].score < p.score:
            yield _quality(hits, at, len(truth), p.score)


def _quality(hits: int, kept: int, true: int, threshold: float) -> Quality:
    precision = hits / kept if kept else 0.0
    recall = hits / true if true else 0.0
    return Quality(precision, recall, 2 * hits / (kept + true) if kept + true else 0.0, threshold)
