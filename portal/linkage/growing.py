"""Arrays that grow row by row, for sides that change while they are searched. Floor 1."""

import numpy as np

_FIRST = 256


class Rows:
    """Rows of one dtype and width in one block that doubles when it is full; `view` never copies."""

    def __init__(self, dtype: type, width: int | None = None) -> None:
        self._shape = () if width is None else (width,)
        self._block = np.zeros((_FIRST, *self._shape), dtype=dtype)
        self._size = 0

    def __len__(self) -> int:
        return self._size

    def append(self, row) -> int:
        """Add one row; return its number."""
        if self._size == len(self._block):
            self._grow(self._size + 1)
        self._block[self._size] = row
        self._size += 1
        return self._size - 1

    def extend(self, rows) -> None:
        """Add many rows at once."""
        count = len(rows)
        if not count:
            return
        if self._size + count > len(self._block):
            self._grow(self._size + count)
        self._block[self._size : self._size + count] = rows
        self._size += count

    def pad(self, size: int, value) -> None:
        """Grow to ``size`` rows, new ones filled with ``value``."""
        if size > self._size:
            if size > len(self._block):
                self._grow(size)
            self._block[self._size : size] = value
            self._size = size

    def view(self) -> np.ndarray:
        """The rows there are, to be taken again after rows were added."""
        return self._block[: self._size]

    def _grow(self, needed: int) -> None:
        block = np.zeros((max(needed, 2 * len(self._block)), *self._shape), dtype=self._block.dtype)
        block[: self._size] = self._block[: self._size]
        self._block = block
