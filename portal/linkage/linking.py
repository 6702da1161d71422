"""Two lists of records to proposals with reasons. Floor 1. The machine proposes; it never decides."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from portal.linkage.candidates import candidates
from portal.linkage.evidence import word_pairs
from portal.linkage.explain import Reason
from portal.linkage.model import Model, learn, probability
from portal.linkage.records import Record
from portal.names import WordLikeness

MINIMUM_WEIGHT = 0.0
"""Bits, prior included: more likely than not."""

_BLOCK = 256


@dataclass(frozen=True, slots=True)
class Pair:
    """A proposal: ``weight`` in bits (prior included), ``probability`` from it, and the reasons that add up to it."""

    left_id: Hashable
    right_id: Hashable
    weight: float
    probability: float
    reasons: tuple[Reason, ...]


def link(
    left: Sequence[Record],
    right: Sequence[Record],
    *,
    per_left: int = 10,
    minimum_weight: float = MINIMUM_WEIGHT,
    model: Model | None = None,
) -> list[Pair]:
    """Propose pairs: the ``per_left`` best of each left record, and every further one of at least ``minimum_weight``.

    The best ten are kept even when they are weak: whoever shows them reads ``weight`` and says that the identity is
    insufficient. Ordered by left record, then best first. Records without any name or mother give no pairs.
    """
    if not left or not right:
        return []
    words = WordLikeness()
    model = model or learn(left, right, words)
    by_left: dict[int, list[int]] = {}
    for i, j in candidates(left, right):
        by_left.setdefault(i, []).append(j)
    found: list[Pair] = []
    rows = sorted(by_left)
    for start in range(0, len(rows), _BLOCK):
        block = rows[start : start + _BLOCK]
        words.prepare(pair for i in block for j in by_left[i] for pair in word_pairs(left[i], right[j]))
        for i in block:
            judged = [_judged(model, left[i], right[j], words) for j in by_left[i]]
            judged.sort(key=lambda pair: -pair.weight)
            found += [pair for at, pair in enumerate(judged) if at < per_left or pair.weight >= minimum_weight]
    return found


def _judged(model: Model, left: Record, right: Record, words: WordLikeness) -> Pair:
    weight, reasons = model.judge(left, right, words)
    return Pair(left.id, right.id, weight, probability(weight), reasons)
