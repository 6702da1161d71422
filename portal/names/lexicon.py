"""Different words, each once, as rows of symbol codes: what the compiled kernels read. Floor 0.

Importing this costs little; numba is loaded when the first likeness is asked for, so that a process which only reads
and indexes names stays small.
"""

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from types import ModuleType

import numpy as np

from portal.names.coding import coded
from portal.names.costs import Words, read_costs
from portal.names.folding import fold
from portal.names.sounding import MAX_SYMBOLS

_FIRST = 64


@cache
def kernels() -> ModuleType:
    """The compiled functions, loaded when they are first needed."""
    return import_module("portal.names.kernels")


class Lexicon:
    """Gives each different word a number; grows, never forgets. Hold one per batch of names or per index."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._ids: dict[str, int] = {}
        self._loose: dict[str, int] = {}
        self._rows = _empty(_FIRST)

    def __len__(self) -> int:
        return len(self.words)

    def add(self, word: str) -> int:
        """The number of ``word`` (as in ``Token.word``): the same word, the same number."""
        at = self._ids.get(word)
        return self._append(word) if at is None else at

    def arrays(self) -> Words:
        """Views of the rows, to be taken again after words were added."""
        return Words(*(rows[: len(self.words)] for rows in self._rows))

    def similarities(self, left: Sequence[int] | np.ndarray, right: Sequence[int] | np.ndarray) -> np.ndarray:
        """Likeness in [0, 1] of each pair of numbers, as float32 array of the same length."""
        one, other = np.asarray(left, dtype=np.int32), np.asarray(right, dtype=np.int32)
        found = np.zeros(len(one), dtype=np.float32)
        if len(one) != len(other):
            raise ValueError("as many words on the left as on the right")
        if len(one):
            kernels().similarities(read_costs(), self.arrays(), one, other, found)
        return found

    def _append(self, word: str) -> int:
        at = len(self.words)
        if at == len(self._rows.codes):
            self._rows = Words(*(np.concatenate([old, new]) for old, new in zip(self._rows, _empty(at), strict=True)))
        codes, brief = coded(word)
        loose = fold(word).replace(" ", "")
        rows = self._rows
        rows.codes[at] = np.frombuffer(codes, dtype=np.uint8)
        rows.lengths[at] = len(codes.rstrip(b"\0"))
        rows.brief[at] = brief
        rows.initial[at] = len(loose) == 1
        rows.folded[at] = self._loose.setdefault(loose, len(self._loose))
        self.words.append(word)
        self._ids[word] = at
        return at


def _empty(size: int) -> Words:
    lengths, brief, initial = (np.zeros(size, dtype=np.uint8) for _ in range(3))
    return Words(np.zeros((size, MAX_SYMBOLS), dtype=np.uint8), lengths, brief, initial, np.zeros(size, dtype=np.int32))
