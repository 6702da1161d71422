"""Many names against many: the best of a pool for each query, without comparing every pair in full. Floor 0."""

from collections.abc import Iterator, Sequence

import numpy as np

from portal.names.comparing import WordLikeness, compare
from portal.names.distance import similarities
from portal.names.structure import Name

_SHORT_LIST = 40


class Pool:
    """Names that are ranked against queries; keeps their different words once."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.names = names
        self._rows = [row for row, name in enumerate(names) if name.tokens]
        self._words = list(dict.fromkeys(token.word for row in self._rows for token in names[row].tokens))
        place = {word: at for at, word in enumerate(self._words)}
        self._columns = np.array([place[t.word] for row in self._rows for t in names[row].tokens], dtype=np.int64)
        self._sizes = np.array([len(names[row].tokens) for row in self._rows], dtype=np.int64)
        self._starts = np.concatenate([[0], np.cumsum(self._sizes)[:-1]]) if self._rows else self._sizes
        self._known: dict[str, np.ndarray] = {}

    def best(self, query: Name, limit: int, likeness: WordLikeness) -> list[tuple[int, float]]:
        """The ``limit`` best rows of the pool with their scores in [0, 1], best first; equal scores by row."""
        if not query.tokens or not self._rows:
            return []
        rough = np.zeros(len(self._rows), dtype=np.float32)
        for token in query.tokens:
            alike = self._row(token.word)[self._columns]
            rough += np.maximum(np.maximum.reduceat(alike, self._starts) - 0.5, 0)
        spread = rough / (len(query.tokens) + 0.3 * np.abs(self._sizes - len(query.tokens)))
        short = np.argsort(-spread, kind="stable")[: max(_SHORT_LIST, 4 * limit)]
        scored = [(self._rows[at], compare(query, self.names[self._rows[at]], words=likeness).score) for at in short]
        return sorted(scored, key=lambda found: (-found[1], found[0]))[:limit]

    def _row(self, word: str) -> np.ndarray:
        if word not in self._known:
            self._known[word] = similarities([(word, other) for other in self._words])
        return self._known[word]


def rank(queries: Sequence[Name], pool: Sequence[Name], *, limit: int = 10) -> Iterator[list[tuple[int, float]]]:
    """For each query the best ``limit`` names of the pool as (row, score); lazily, in the order of the queries."""
    names, likeness = Pool(pool), WordLikeness()
    for query in queries:
        yield names.best(query, limit, likeness)
