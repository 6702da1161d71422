"""How often the right spelling is found among others: recall on pairs that were not learned from. Floor 0."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from portal.names.costs import Costs
from portal.names.kernels import similarities
from portal.names.learning.pairs import Pair
from portal.names.lexicon import Lexicon
from portal.names.parsing import parse
from portal.names.ranking import Pool

TOP = 10
PEOPLE = 1000
"""Full names that are composed of the words of a fold."""


@dataclass(frozen=True, slots=True)
class Recall:
    """Shares in percent of queries whose true spelling came first, and among the first ten."""

    first: float
    among_ten: float
    queries: int


def recall(costs: Costs, queries: Sequence[Pair], pool: Sequence[Pair], *, from_side: int) -> Recall:
    """Look every word of one side (0 Latin, 1 Arabic) of ``queries`` up among the different words of the other side.

    Equal scores count by chance: one of n equals is first with probability 1 / n.
    """
    answers: dict[str, set[str]] = defaultdict(set)
    for pair in (*pool, *queries):
        answers[pair[from_side]].add(pair[1 - from_side])
    candidates = sorted({pair[1 - from_side] for pair in pool} | {pair[1 - from_side] for pair in queries})
    place = {word: at for at, word in enumerate(candidates)}
    words = Lexicon()
    columns = np.array([words.add(word) for word in candidates], dtype=np.int32)
    asked = sorted({pair[from_side] for pair in queries})
    rows = [words.add(word) for word in asked]
    first = ten = 0.0
    alike = np.empty(len(columns), dtype=np.float32)
    for row, word in zip(rows, asked, strict=True):
        similarities(costs, words.arrays(), np.full(len(columns), row, dtype=np.int32), columns, alike)
        best = max(alike[place[answer]] for answer in answers[word])
        better, equal = int((alike > best + 1e-7).sum()), int((np.abs(alike - best) <= 1e-7).sum())
        first += 1 / equal if better == 0 else 0.0
        ten += min(1.0, max(0.0, (TOP - better) / equal))
    return Recall(100 * first / len(asked), 100 * ten / len(asked), len(asked))


def full_names(costs: Costs, held_out: Sequence[Pair], chance: random.Random) -> Iterator[tuple[str, Recall]]:
    """Names of two to four held-out words: in the same order, and with the family first and one part dropped."""
    people = [chance.sample(list(held_out), chance.randint(2, 4)) for _ in range(PEOPLE)]
    for side, name in enumerate(("Latin to Arabic", "Arabic to Latin")):
        pool = Pool([parse(" ".join(pair[1 - side] for pair in person)) for person in people], costs)
        whole = [" ".join(pair[side] for pair in person) for person in people]
        yield f"full names, intact, {name}", _found(pool, whole)
        damaged = [" ".join(_damaged([pair[side] for pair in person], chance)) for person in people]
        yield f"full names, family first and a part dropped, {name}", _found(pool, damaged)


def _damaged(parts: list[str], chance: random.Random) -> list[str]:
    """The family first; one of the parts between it and the given name left out (of two parts, none)."""
    between = parts[1:-1]
    if between:
        between.pop(chance.randrange(len(between)))
    return [parts[-1], parts[0], *between]


def _found(pool: Pool, queries: Sequence[str]) -> Recall:
    ranked = [[row for row, _ in best] for best in pool.best([parse(query) for query in queries], TOP)]
    first = sum(rows[:1] == [at] for at, rows in enumerate(ranked))
    ten = sum(at in rows for at, rows in enumerate(ranked))
    return Recall(100 * first / len(queries), 100 * ten / len(queries), len(queries))
