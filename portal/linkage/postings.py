"""An inverted index in memory: features to rows, most of them in one fixed block, later ones in chains. Floor 1."""

import numpy as np

from portal.linkage.growing import Rows

_LEAST_LATER = 50_000
_FEW = 1000
"""Entries that are chained one by one; more go into the fixed block at once."""


class Postings:
    """Grows by `extend`; now and then what was chained moves into the fixed block, which is read fastest."""

    def __init__(self) -> None:
        self._starts = np.zeros(1, dtype=np.int64)
        self._rows = np.zeros(0, dtype=np.int32)
        self._heads = Rows(np.int32)
        self._links = Rows(np.int32)
        self._later_features = Rows(np.int32)
        self._later_rows = Rows(np.int32)
        self._sizes = Rows(np.int32)

    def extend(self, features: np.ndarray, rows: np.ndarray) -> None:
        """Note that each row (int32) has the feature (int32) beside it; both are small numbers counted from 0."""
        size = int(features.max(initial=-1)) + 1
        self._heads.pad(size, -1)
        self._sizes.pad(size, 0)
        np.add.at(self._sizes.view(), features, 1)
        heads = self._heads.view()
        many = len(features) > _FEW
        for feature, row in () if many else zip(features.tolist(), rows.tolist(), strict=True):
            heads[feature] = self._chain(feature, row, heads[feature])
        if many:
            self._compact(features, rows)
        elif len(self._links) > max(_LEAST_LATER, len(self._rows) // 4):
            self._compact(features[:0], rows[:0])

    def sizes(self) -> np.ndarray:
        """How many rows have each feature, int32."""
        return self._sizes.view()

    def arrays(self) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """Starts and rows of the fixed block, then heads, links and rows of the chains."""
        return self._starts, self._rows, self._heads.view(), self._links.view(), self._later_rows.view()

    def _chain(self, feature: int, row: int, behind: int) -> int:
        self._later_features.append(feature)
        self._later_rows.append(row)
        return self._links.append(behind)

    def _compact(self, features: np.ndarray, rows: np.ndarray) -> None:
        """Rebuild the fixed block with everything in it; rows of a feature stay in the order in which they came."""
        fixed = np.repeat(np.arange(len(self._starts) - 1, dtype=np.int32), np.diff(self._starts))
        features = np.concatenate([fixed, self._later_features.view(), features])
        rows = np.concatenate([self._rows, self._later_rows.view(), rows])
        order = np.argsort(features, kind="stable")
        counts = np.bincount(features, minlength=len(self._heads))
        self._starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        self._rows = rows[order]
        self._links, self._later_features, self._later_rows = Rows(np.int32), Rows(np.int32), Rows(np.int32)
        self._heads.view()[:] = -1
