"""Fellegi-Sunter: levels to bits of evidence, u learned from the data at hand, frequent names weighing little. Floor 1.

The weight of a level is log2(m / u) (Fellegi and Sunter 1969). m comes from the documented table; u is counted on pairs
of records taken at random (nearly all of two different persons) and, for agreeing names, is the share of that name.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import log2

from portal.linkage.evidence import Evidence, compare_records, word_pairs
from portal.linkage.explain import Reason
from portal.linkage.records import Record
from portal.linkage.tables.weights import (
    EXPECTED_SHARE,
    LEVELS,
    NAME_SHARE,
    NAME_SHARE_COUNTS,
    PRIOR_PAIRS,
    RAREST,
)
from portal.names import Token, WordLikeness, fold

_SAMPLE = 2000
_LEFT_STEP, _RIGHT_STEP = 7919, 104729
_LIMIT = 10.0
_MOTHERS, _FAMILIES, _NAMES = "mother", "family", "name"
_POPULATION = {"mother": _MOTHERS, "family": _FAMILIES, "mother_family": _FAMILIES}


@dataclass(slots=True)
class Model:
    """What one run has learned: u per level, names' counts, and the weight of the prior in bits."""

    u: dict[str, dict[int, float]]
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    totals: dict[str, int] = field(default_factory=dict)
    prior: float = 0.0

    def reason(self, evidence: Evidence) -> Reason:
        """The weight of one piece of evidence, at most ten bits either way."""
        code, m, start, by_name = LEVELS[evidence.field][evidence.level]
        u = min(1.0, start * self._share(evidence)) if by_name else self.u[evidence.field][evidence.level]
        weight = max(-_LIMIT, min(_LIMIT, log2(m / u)))
        return Reason(evidence.field, code, round(weight, 4), evidence.left, evidence.right)

    def judge(self, left: Record, right: Record, words: WordLikeness) -> tuple[float, tuple[Reason, ...]]:
        """Weight in bits, prior included, and its reasons; with aliases, the combination that speaks most for it."""
        options = [tuple(map(self.reason, found)) for found in compare_records(left, right, words)]
        best = max(options, key=lambda reasons: sum(reason.weight for reason in reasons))
        return round(self.prior + sum(reason.weight for reason in best), 4), best

    def _share(self, evidence: Evidence) -> float:
        """How frequent the agreeing name is: the more frequent of its two spellings."""
        population = _POPULATION.get(evidence.field, _NAMES)
        counts, total = self.counts.get(population, Counter()), self.totals.get(population, 0)
        seen = max(counts[_sound(evidence.word)], counts[_sound(evidence.other)])
        return max(RAREST, (seen + NAME_SHARE * NAME_SHARE_COUNTS) / (total + NAME_SHARE_COUNTS))


def probability(weight: float) -> float:
    """Weight in bits (prior included) as a probability; a proposal's strength, never a decision."""
    odds = 2.0 ** max(-60.0, min(60.0, weight))
    return odds / (1 + odds)


def learn(left: Sequence[Record], right: Sequence[Record], words: WordLikeness) -> Model:
    """Count names on both sides and levels on pairs at random. Deterministic; one pass, no labels."""
    model = Model(u={name: {level: row[2] for level, row in rows.items()} for name, rows in LEVELS.items()})
    for record in (*left, *right):
        _count(model, record)
    model.prior = log2(EXPECTED_SHARE / max(len(right), 20))
    pairs = min(_SAMPLE, len(left) * len(right))
    chance = [(at * _LEFT_STEP % len(left), at * _RIGHT_STEP % len(right)) for at in range(pairs)] if pairs else []
    words.prepare(pair for i, j in chance for pair in word_pairs(left[i], right[j]))
    _move_u(model, (compare_records(left[i], right[j], words)[0] for i, j in chance))
    return model


def _move_u(model: Model, sample: Iterable[list[Evidence]]) -> None:
    seen: dict[str, Counter[int]] = {name: Counter() for name in LEVELS}
    for found in sample:
        for evidence in found:
            seen[evidence.field][evidence.level] += 1
    for name, rows in LEVELS.items():
        total = sum(seen[name].values())
        if name == "sibling" or not total:
            continue
        for level, (_, _, start, by_name) in rows.items():
            if not by_name:
                model.u[name][level] = (seen[name][level] + start * PRIOR_PAIRS) / (total + PRIOR_PAIRS)


def _count(model: Model, record: Record) -> None:
    for token in record.name.tokens:
        _add(model, _FAMILIES if token.role == "family" else _NAMES, token)
    for token in record.mother_tokens[:1]:
        _add(model, _MOTHERS, token)


def _add(model: Model, population: str, token: Token) -> None:
    model.counts.setdefault(population, Counter())[_sound(token.word)] += 1
    model.totals[population] = model.totals.get(population, 0) + 1


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    return fold(word, "skeleton") or fold(word)
