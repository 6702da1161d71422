"""One query against one side: candidates, their levels, their weights. Floor 1.

A searcher has the room that compiled code writes into, so that each thread needs its own.
"""

import numpy as np

from portal.linkage import layout
from portal.linkage.candidates import BUDGET, MAX_CANDIDATES, Index
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
        self._found = np.empty(MAX_CANDIDATES, dtype=np.int32)
        self._room = kernels().room()

    def candidates(self, query: Columns, row: int) -> np.ndarray:
        """Rows (int32) of the index that share most with one row of ``query``, at most :data:`MAX_CANDIDATES`."""
        features, gains = self._index.query(query, row)
        alive = self._alive.view()
        if len(self._scores) < len(alive):
            self._scores = np.zeros(len(alive) + len(alive) // 8, dtype=np.float32)
        scores = self._scores[: len(alive)]
        retrieval().accumulate(features, gains, *self._index.postings.arrays(), BUDGET, scores)
        return self._found[: retrieval().select(scores, alive, MAX_CANDIDATES, self._found)].copy()

    def compare(self, query: Columns, row: int, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Levels (int8 [rows, fields]) and weights (float64, without the prior) of one row with rows of the index."""
        levels = np.empty((len(rows), len(FIELDS)), dtype=np.int8)
        weights = np.empty(len(rows), dtype=np.float64)
        asking = (query.facts, query.names, np.full(len(rows), row, dtype=np.int32))
        inside = (self._columns.facts, self._columns.names, rows)
        one, other = (inside, asking) if self._holds_left else (asking, inside)
        kernels().compare_rows(self._ground(), self._room, *one, *other, levels, weights)
        return levels, weights

    def _ground(self):
        vocabulary = self._columns.vocabulary
        classes, keys, words = vocabulary.classes(), vocabulary.keys_of_words(), vocabulary.lexicon.arrays()
        letters = vocabulary.letters()
        return kernels().Ground(
            COSTS, words, letters, keys, classes, NAME, FACT, layout.Fields(), layout.Levels(), self._weights
        )
