"""One side in memory, ready to answer for one record of the other side in milliseconds. Floor 1.

Nothing is ever written: the index is built from records handed to it and dies with its process.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Literal

import numpy as np

from portal.linkage.candidates import Index
from portal.linkage.columns import Columns
from portal.linkage.comparisons import FIELDS
from portal.linkage.growing import Rows
from portal.linkage.model import Model
from portal.linkage.neighbours import Neighbours
from portal.linkage.records import Record
from portal.linkage.searching import Searcher
from portal.linkage.vocabulary import Vocabulary

Side = Literal["left", "right"]
_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Pair:
    """A proposal: ``weight`` in bits, its calibrated ``probability`` and the level of each field.

    The weight includes the prior and ``rivals``, the bits (at most 0) that go to other candidates of the same left
    record. They are known when that record is searched for; a pair taken alone has none.
    """

    left_id: Hashable
    right_id: Hashable
    weight: float
    probability: float
    levels: dict[str, int]
    rivals: float = 0.0


class World:
    """What the two sides of a comparison share: vocabulary, likenesses of words, how many records each has."""

    def __init__(self) -> None:
        self.vocabulary = Vocabulary()
        self.neighbours = Neighbours(self.vocabulary)
        self.sizes: dict[Side, int] = {"left": 0, "right": 0}


class ServingIndex:
    """The records of one side. Searching and changing may come from several threads; a lock puts them in a row.

    ``holds`` says which side stands inside: registrations are left, detainee records right. The weight of a pair is the
    same whichever side is inside, if both indexes share one ``world``.
    """

    def __init__(self, model: Model | None = None, *, world: World | None = None, holds: Side = "right") -> None:
        self.model = model or Model.default()
        self.world = world or World()
        self.columns = Columns(self.world.vocabulary)
        self.ids: list[Hashable] = []
        self._holds = holds
        self._index = Index(self.columns, self.world.neighbours)
        self._row_of: dict[Hashable, int] = {}
        self._alive = Rows(np.uint8)
        self._own_searcher: Searcher | None = None
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._row_of)

    def __contains__(self, record_id: Hashable) -> bool:
        return record_id in self._row_of

    def extend(self, records: Iterable[Record]) -> None:
        """Take in many records at once and count their values, by which agreements are frequent or rare."""
        with self._lock:
            start = len(self.columns)
            for record in records:
                self._put(record)
            self._index.extend(start)
            self.columns.count(start)
            self.world.sizes[self._holds] += len(self.columns) - start
            self.world.vocabulary.settle()

    def put(self, record: Record) -> None:
        """Take in one record, in the place of the one with its id. Frequencies stay as they were counted."""
        with self._lock:
            self._index.extend(self._put(record))

    def remove(self, record_id: Hashable) -> bool:
        """Forget a record; False if it was not there."""
        with self._lock:
            row = self._row_of.pop(record_id, None)
            if row is not None:
                self._alive.view()[row] = 0
            return row is not None

    def search(
        self, record: Record, *, limit: int = 10, minimum_weight: float | None = None, excluding: Hashable = None
    ) -> list[Pair]:
        """The ``limit`` best pairs with a record of the other side, heaviest first, and no lighter than the minimum.

        A record that identifies nobody (:attr:`Record.is_identifying`) gets none. ``excluding`` is the id of a record
        inside that is not an answer, such as the record itself.
        """
        if not record.is_identifying:
            return []
        with self._lock:
            query, searcher = self._query(record), self._searcher()
            rows = searcher.candidates(query, 0)
            levels, weights = searcher.compare(query, 0, rows)
            rivals = self._rivals(weights)
            order = np.argsort(-weights, kind="stable").tolist()
            best = [at for at in order if excluding is None or self.ids[rows[at]] != excluding][:limit]
            pairs = [
                self.pair(record.id, int(rows[at]), levels[at], float(weights[at]), float(rivals[at])) for at in best
            ]
        return [pair for pair in pairs if minimum_weight is None or pair.weight >= minimum_weight]

    def compare(self, record: Record, record_id: Hashable) -> Pair:
        """The pair of a record and one inside, candidate or not. Raises KeyError for an unknown id."""
        with self._lock:
            rows = np.array([self._row_of[record_id]], dtype=np.int32)
            levels, weights = self._searcher().compare(self._query(record), 0, rows)
            return self.pair(record.id, int(rows[0]), levels[0], float(weights[0]))

    def searcher(self, model: Model | None = None) -> Searcher:
        """A searcher over the records inside, for a thread of its own; the index must not change meanwhile."""
        return Searcher(self.columns, self._index, self._alive, model or self.model, holds_left=self._holds == "left")

    def pair(self, other_id: Hashable, row: int, levels: np.ndarray, weight: float, rivals: float = 0.0) -> Pair:
        """A pair from what a searcher found: ``weight`` is without prior and rivals."""
        weight += self._prior() + rivals
        ids = (self.ids[row], other_id) if self._holds == "left" else (other_id, self.ids[row])
        found = {name: level for name, level in zip(FIELDS, levels.tolist(), strict=True) if level >= 0}
        return Pair(*ids, round(weight, _DECIMALS), self.model.probability(weight), found, round(rivals, _DECIMALS))

    def _prior(self) -> float:
        return self.model.prior(self.world.sizes["right"])

    def _rivals(self, weights: np.ndarray) -> np.ndarray:
        """Only a left record looks for one person: two of them may look for the same."""
        return self.model.rivals(weights + self._prior()) if self._holds == "right" else np.zeros(len(weights))

    def _query(self, record: Record) -> Columns:
        query = Columns(self.world.vocabulary)
        query.append(record)
        return query

    def _searcher(self) -> Searcher:
        if self._own_searcher is None:
            self._own_searcher = self.searcher()
        return self._own_searcher

    def _put(self, record: Record) -> int:
        old = self._row_of.get(record.id)
        if old is not None:
            self._alive.view()[old] = 0
        row = self.columns.append(record)
        self.ids.append(record.id)
        self._alive.append(1)
        self._row_of[record.id] = row
        return row


def link(
    left: Sequence[Record], right: Sequence[Record], *, per_left: int = 10, model: Model | None = None
) -> list[Pair]:
    """The ``per_left`` best pairs of each left record, in the order of the left records, heaviest first."""
    world = World()
    index = ServingIndex(model, world=world)
    others = ServingIndex(index.model, world=world, holds="left")
    index.extend(right)
    others.extend(left)
    return [pair for record in left for pair in index.search(record, limit=per_left)]
