"""Where estimation starts, told to splink as pairs whose answer is known. Floor 1.

splink knows no prior, and fails where a level dies out. So some pairs are added in which every level occurs about as
often as the start says; a comparison that is certain marks them as pairs of one person, or of two.
"""

from collections.abc import Mapping
from typing import Any, Literal

import numpy as np
import pyarrow as pa

from portal.linkage import splinking
from portal.linkage.comparisons import FIELD, FIELDS, MISSING
from portal.linkage.model import Model
from portal.linkage.splinking import NUMBER, State

_ANSWER = "answer"
_SURE = 1e-60
_DIGITS = 8


class Known:
    """About ``strength`` pairs of either kind, in which every level that is learned occurs at least once."""

    def __init__(self, start: Model, states: Mapping[str, list[State]], strength: float, *, with_others: bool) -> None:
        self._start = {"m": start.m, "u": start.u}
        self._kept = {name: np.array([state.fixed for state in states[name]]) for name in FIELDS}
        self._strength = strength
        none = np.empty((0, len(FIELDS)), dtype=np.int8)
        self._levels = {"m": self._spelled_out("m"), "u": self._spelled_out("u") if with_others else none}

    def __len__(self) -> int:
        return len(self._levels["m"]) + len(self._levels["u"])

    @property
    def matches(self) -> int:
        """How many of them are of one person."""
        return len(self._levels["m"])

    @staticmethod
    def comparison() -> dict[str, Any]:
        """The comparison that tells splink the answer."""
        return splinking.comparison(_ANSWER, [State(0, _SURE, 1.0), State(1, 1.0, _SURE)])

    def added_to(self, pairs: pa.Table) -> pa.Table:
        """``pairs``, whose answer nobody knows, and behind them these."""
        parts = ((pairs, -1), (splinking.table(self._levels["m"]), 1), (splinking.table(self._levels["u"]), 0))
        answered = [
            part.append_column(_ANSWER, pa.array(np.full(len(part), answer, np.int8))) for part, answer in parts
        ]
        table = pa.concat_tables(answered)
        return table.set_column(0, NUMBER, pa.array(np.arange(len(table), dtype=np.int64)))

    def smoothed(self, kind: Literal["m", "u"], name: str, raw: tuple[float, ...], reached: float) -> tuple[float, ...]:
        """(n·learned + k·start) / (n + k) at learned levels, n the pairs ``reached``; other levels as they started.

        These pairs took part in ``raw`` in whole numbers: they are taken out, and the start comes in as it is.
        """
        begun = np.array(self._start[kind][name])
        kept = self._kept[name][: len(begun)]
        if kept.all():
            return self._start[kind][name]
        column = self._levels[kind][:, FIELD[name]]
        spelled = np.bincount(column[column >= 0], minlength=len(begun))
        # A flag that is absent speaks as well.
        among = len(column) if len(begun) == 1 else spelled.sum()
        seen = np.maximum(0.0, (reached + among) * np.array(raw[: len(begun)]) - spelled)
        mixed = (seen + self._strength * begun) / (reached + self._strength or 1.0)
        if len(begun) > 1:
            mixed *= (begun.sum() - begun[kept].sum()) / (mixed[~kept].sum() or 1.0)
        return rounded(np.where(kept, begun, mixed))

    def _spelled_out(self, kind: Literal["m", "u"]) -> np.ndarray:
        """Levels (int8 [pairs, fields]), column by column as often as the start has them."""
        columns = [self._column(self._start[kind][name], self._kept[name]) for name in FIELDS]
        levels = np.full((max(map(len, columns)), len(FIELDS)), MISSING, dtype=np.int8)
        for at, column in enumerate(columns):
            levels[: len(column), at] = column
        return levels

    def _column(self, shares: tuple[float, ...], kept: np.ndarray) -> np.ndarray:
        times = np.maximum(1, np.round(self._strength * np.array(shares))).astype(int)
        return np.repeat(np.arange(len(shares)), np.where(kept[: len(shares)], 0, times))


def rounded(values: np.ndarray) -> tuple[float, ...]:
    """Numbers as models hold them: eight digits that count."""
    return tuple(float(f"{value:.{_DIGITS}g}") for value in values)
