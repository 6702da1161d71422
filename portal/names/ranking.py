"""Many names against many: the best of a pool for each query. Floor 0.

All different words are compared once, in batches and on all cores; each name of the pool is then rated by how well its
parts answer the query in any order, and only the short list is compared in full.
"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from portal.names.comparing import numbered
from portal.names.costs import Costs, read_costs
from portal.names.lexicon import Lexicon, kernels
from portal.names.parsing import parse
from portal.names.structure import Name, Token

Ranked = list[tuple[int, float]]

_SHORT_LIST = 50
_BATCH_CELLS = 8_000_000
_ROUGH_SHARE = 0.05
"""The rating in any order has a small say in the score, so that names without any good answer still have an order."""


class Pool:
    """Names that queries are ranked against, as arrays; their different words once."""

    def __init__(self, names: Sequence[Name], costs: Costs | None = None) -> None:
        self._costs = costs or read_costs()
        self._lexicon = Lexicon()
        self._rows = np.array([row for row, name in enumerate(names) if _parts(name)], dtype=np.int64)
        parts = [_parts(names[row]) for row in self._rows]
        self._starts = np.cumsum([0, *map(len, parts)]).astype(np.int32)
        self._ids, self._roles = numbered(tuple(token for tokens in parts for token in tokens), self._lexicon)
        self._words, columns = np.unique(self._ids, return_inverse=True)
        self._columns = columns.astype(np.int32)

    def best(self, queries: Sequence[Name], limit: int) -> Iterator[Ranked]:
        """For each query the ``limit`` best rows with their scores in [0, 1], best first; equal scores by row."""
        batch: list[Name] = []
        words: dict[str, None] = {}
        most = max(1, _BATCH_CELLS // max(1, len(self._words)))
        for query in queries:
            batch.append(query)
            words.update(dict.fromkeys(token.word for token in _parts(query)))
            if len(words) >= most:
                yield from self._batch(batch, list(words), limit)
                batch, words = [], {}
        yield from self._batch(batch, list(words), limit)

    def _batch(self, queries: Sequence[Name], words: list[str], limit: int) -> Iterator[Ranked]:
        asked = np.array([self._lexicon.add(word) for word in words], dtype=np.int32)
        place = {word: row for row, word in enumerate(words)}
        alike = np.empty((len(asked), len(self._words)), dtype=np.float32)
        rows = self._lexicon.arrays()

        def fill(part: np.ndarray) -> None:
            kernels().likeness_rows(self._costs, rows, asked[part], self._words, alike[part[0] : part[-1] + 1])

        cores = os.cpu_count() or 1
        with ThreadPoolExecutor(cores) as workers:
            list(workers.map(fill, [part for part in np.array_split(np.arange(len(asked)), cores) if len(part)]))
        for query in queries:
            tokens = _parts(query)
            yield self._ranked(tokens, np.array([place[t.word] for t in tokens], dtype=np.int32), alike, limit)

    def _ranked(self, tokens: tuple[Token, ...], asked: np.ndarray, alike: np.ndarray, limit: int) -> Ranked:
        if not tokens or not len(self._rows):
            return []
        rough = np.empty(len(self._rows), dtype=np.float32)
        kernels().roughly(alike, asked, self._columns, self._starts, rough)
        wanted = min(len(rough), max(_SHORT_LIST, 2 * limit))
        least = np.partition(rough, -wanted)[-wanted]
        short = np.flatnonzero(rough >= least)[: 4 * wanted]
        ids, roles = numbered(tokens, self._lexicon)
        scores = np.empty(len(short), dtype=np.float32)
        arrays = self._lexicon.arrays()
        kernels().compare_short_list(
            self._costs, arrays, ids, roles, self._ids, self._roles, self._starts, short, scores
        )
        scores = (1 - _ROUGH_SHARE) * scores + _ROUGH_SHARE * rough[short]
        order = np.lexsort((short, -scores))[:limit]
        return [(int(self._rows[short[at]]), float(scores[at])) for at in order]


def rank(queries: Sequence[Name], pool: Sequence[Name], *, limit: int = 10) -> Iterator[Ranked]:
    """For each query the best ``limit`` names of the pool as (row, score); lazily, in the order of the queries."""
    return Pool(pool).best(queries, limit)


def rank_texts(queries: Sequence[str], pool: Sequence[str], *, limit: int = 10) -> Iterator[Ranked]:
    """:func:`rank` of names as they are written; a text that holds no name gives an empty list."""
    return rank([parse(text) for text in queries], [parse(text) for text in pool], limit=limit)


def _parts(name: Name) -> tuple[Token, ...]:
    """The chain of a name; of a person known by a kunya only, the kunya."""
    return name.tokens or name.kunya_tokens
