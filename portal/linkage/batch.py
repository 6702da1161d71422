"""Two tables in, pairs out: every left record against the whole right side, on all cores. Floor 1."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from portal.linkage.comparisons import FIELDS
from portal.linkage.model import Model
from portal.linkage.reading import records_of
from portal.linkage.refining import keep_share, refine_rivals
from portal.linkage.serving import ServingIndex, World

_SLICE = 250
_EVEN_ODDS = 0.5
_ENOUGH = 1_000


@dataclass(frozen=True)
class Found:
    """Pairs as arrays of one length: rows on the left and right, levels (int8 [pairs, fields]), weights (bits).

    ``weights`` include ``rivals``, the bits lost to other candidates of the same left record.
    """

    left: np.ndarray
    right: np.ndarray
    levels: np.ndarray
    weights: np.ndarray
    rivals: np.ndarray

    @classmethod
    def joined(cls, parts: Iterable["Found"]) -> "Found":
        """Parts one after the other."""
        columns = [[part.left, part.right, part.levels, part.weights, part.rivals] for part in parts]
        if not columns:
            empty = np.zeros(0, dtype=np.int32)
            return cls(empty, empty, np.zeros((0, len(FIELDS)), dtype=np.int8), np.zeros(0), np.zeros(0))
        return cls(*(np.concatenate(column) for column in zip(*columns, strict=True)))


class Batch:
    """Both sides as columns, the right one indexed.

    ``asked`` (bool per left row) says which left records identify somebody: the others get no pairs.
    """

    def __init__(self, left: pa.Table, right: pa.Table, model: Model) -> None:
        world = World()
        self.model = model
        self._right = ServingIndex(model, world=world)
        self._left = ServingIndex(model, world=world, holds="left")
        self._right.extend(records_of(right))
        self.asked = np.zeros(len(left), dtype=bool)
        self._left.extend(self._noted(left))

    def _noted(self, table: pa.Table) -> Iterator:
        for row, record in enumerate(records_of(table)):
            self.asked[row] = record.is_identifying
            yield record

    @property
    def right_size(self) -> int:
        """How many records the right side has."""
        return len(self._right)

    def refine(self, labels: dict[str, set[str]], *, version: str) -> Model:
        """Take a model refined by labelled registrations: per left id the ids of its person, or none."""
        rows = [row for row, key in enumerate(self._left.ids) if key in labels]
        found, before = self.candidates(rows), self.model
        knows_share = any(not people for people in labels.values())
        same = np.array(
            [self._right.ids[j] in labels[self._left.ids[i]] for i, j in zip(found.left, found.right, strict=True)]
        )
        self.model = refine_rivals(
            self.model,
            found.levels,
            same,
            found.left,
            right_size=self.right_size,
            version=version,
            knows_share=knows_share,
        )
        if not knows_share:
            anybody = np.flatnonzero(self.asked)[:: max(1, int(self.asked.sum()) // _ENOUGH)]
            seen = self.candidates(anybody.tolist())
            self.model = keep_share(before, self.model, seen.levels, seen.left, right_size=self.right_size)
        return self.model

    def candidates(self, rows: Iterable[int]) -> Found:
        """All candidates of some left rows, compared."""
        return Found.joined(self._search(rows, keep=None))

    def best(self, per_left: int) -> Found:
        """The ``per_left`` best of each left record and everything above even odds, in the order of the left rows."""
        return Found.joined(self._search(np.flatnonzero(self.asked).tolist(), keep=per_left))

    def ids(self, found: Found) -> tuple[list[str], list[str]]:
        """Left and right ids of pairs."""
        return [self._left.ids[row] for row in found.left], [self._right.ids[row] for row in found.right]

    def _search(self, rows: Iterable[int], keep: int | None) -> list[Found]:
        rows = list(rows)
        slices = [rows[start : start + _SLICE] for start in range(0, len(rows), _SLICE)]
        threads = min(len(slices), os.cpu_count() or 1) or 1
        searchers = [self._right.searcher(self.model) for _ in range(threads)]
        with ThreadPoolExecutor(threads) as pool:
            turns = [
                pool.submit(self._run, searcher, slices[at::threads], keep) for at, searcher in enumerate(searchers)
            ]
            done = [turn.result() for turn in turns]
        return [done[at % threads][at // threads] for at in range(len(slices))]

    def _run(self, searcher, slices: list[list[int]], keep: int | None) -> list[Found]:
        return [Found.joined(self._one(searcher, row, keep) for row in rows) for rows in slices]

    def _one(self, searcher, row: int, keep: int | None) -> Found:
        rows = searcher.candidates(self._left.columns, row)
        levels, weights = searcher.compare(self._left.columns, row, rows)
        weights += self.model.prior(self.right_size)
        rivals = self.model.rivals(weights)
        weights += rivals
        chosen = np.argsort(-weights, kind="stable")
        if keep is not None:
            even = sum(self.model.probability(weight) >= _EVEN_ODDS for weight in weights[chosen].tolist())
            chosen = chosen[: max(keep, even)]
        left = np.full(len(chosen), row, dtype=np.int32)
        return Found(left, rows[chosen], levels[chosen], weights[chosen], rivals[chosen])
