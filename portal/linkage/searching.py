"""One query against one side: candidates, their levels, their weights. Floor 1.

A searcher has the room that compiled code writes into, so that each thread needs its own.
"""

import numpy as np

from portal.linkage import layout
from portal.linkage.candidates import BUDGET, MAX_CANDIDATES, POOL, Index
from portal.linkage.columns import FACT, NAME, Columns
from portal.linkage.comparisons import FIELDS
from portal.linkage.growing import Rows
from portal.linkage.lazily import kernels, retrieval
from portal.linkage.model import Model
from portal.names import COSTS


class Searcher:
    """Compares rows of other columns with the rows of an index; ``holds_left`` says which side the index holds."""

    def __init__(self, columns: Columns, index: Index, alive: Rows, model: Model, *, holds_left: bool) -> None:
        self._columns = columns
        self._index = index
        self._alive = alive
        self._holds_left = holds_left
        self._weights = model.table()
        self._scores = np.zeros(0, dtype=np.float32)
        self._found = np.empty(POOL, dtype=np.int32)
        self._reached = np.empty(POOL, dtype=np.float32)
        self._room = kernels().room()

    def candidates(self, query: Columns, row: int) -> np.ndarray:
        """Rows (int32) of the index that are worth comparing with one row of ``query``, at most MAX_CANDIDATES.

        Of what shares most with it, those that sex, time and birth contradict least.
        """
        features, gains = self._index.query(query, row)
        alive = self._alive.view()
        if len(self._scores) < len(alive):
            self._scores = np.zeros(len(alive) + len(alive) // 8, dtype=np.float32)
        scores = self._scores[: len(alive)]
        retrieval().accumulate(features, gains, *self._index.postings.arrays(), BUDGET, scores)
        count = retrieval().select(scores, alive, POOL, self._found, self._reached)
        rows, bits = self._found[:count], self._reached[:count]
        if count <= MAX_CANDIDATES:
            return rows.copy()
        one, other = self._sides((query.facts, _all(row, count)), (self._columns.facts, rows))
        kernels().contradict(self._ground(), *one, *other, bits)
        return np.sort(rows[np.argpartition(-bits, MAX_CANDIDATES)[:MAX_CANDIDATES]])

    def compare(self, query: Columns, row: int, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Levels (int8 [rows, fields]) and weights (float64, without the prior) of one row with rows of the index."""
        levels = np.empty((len(rows), len(FIELDS)), dtype=np.int8)
        weights = np.empty(len(rows), dtype=np.float64)
        asking = (query.facts, query.names, _all(row, len(rows)))
        one, other = self._sides(asking, (self._columns.facts, self._columns.names, rows))
        kernels().compare_rows(self._ground(), self._room, *one, *other, levels, weights)
        return levels, weights

    def _sides(self, asking: tuple, inside: tuple) -> tuple[tuple, tuple]:
        """Both sides as the comparisons take them, the left one first."""
        return (inside, asking) if self._holds_left else (asking, inside)

    def _ground(self):
        vocabulary = self._columns.vocabulary
        classes, keys, words = vocabulary.classes(), vocabulary.keys_of_words(), vocabulary.lexicon.arrays()
        letters = vocabulary.letters()
        return kernels().Ground(
            COSTS, words, letters, keys, classes, NAME, FACT, layout.Fields(), layout.Levels(), self._weights
        )


def _all(row: int, count: int) -> np.ndarray:
    return np.full(count, row, dtype=np.int32)
