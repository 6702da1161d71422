"""How far two written words are apart as sounds: a weighted edit distance over symbols, many pairs at once. Floor 0.

The recurrence is Damerau's (optimal string alignment) with costs from :mod:`portal.names.tables.sounds`; numpy runs it
over all pairs of a batch together, so that a million pairs take seconds.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np

from portal.names.sounding import MAX_SYMBOLS, is_vowelless, symbols
from portal.names.tables.letters import ARABIC, LATIN
from portal.names.tables.sounds import DROPPED, NEAR, OFTEN_SHORT, READINGS, SWAPPED, UNWRITTEN

WordPair = tuple[str, str]

_BATCH = 65536
_PAD = ""


def _inventory() -> tuple[str, ...]:
    return (_PAD, *sorted({*ARABIC.values(), *LATIN.values(), *READINGS, *DROPPED}))


def _readings(symbol: str) -> list[tuple[str, float]]:
    parts = READINGS.get(symbol, symbol).split() or [_PAD]
    return [(part.partition(":")[0], float(part.partition(":")[2] or 0)) for part in parts]


def _near() -> dict[tuple[str, str], float]:
    fields = NEAR.split()
    table: dict[tuple[str, str], float] = {}
    for one, other, cost in zip(fields[::3], fields[1::3], fields[2::3], strict=True):
        table[one, other] = table[other, one] = float(cost)
    return table


def _substitution(inventory: Sequence[str]) -> np.ndarray:
    near = _near()
    read = [_readings(symbol) for symbol in inventory]
    costs = np.ones((len(inventory), len(inventory)), dtype=np.float32)
    for row, left in enumerate(read):
        for column, right in enumerate(read):
            costs[row, column] = min(
                p + q + (0.0 if a == b else near.get((a, b), 1.0)) for a, p in left for b, q in right
            )
    costs = np.minimum(costs, 1.0)
    costs[0, :] = costs[:, 0] = 2.0
    np.fill_diagonal(costs, 0.0)
    return costs


_INVENTORY = _inventory()
_CODE = {symbol: code for code, symbol in enumerate(_INVENTORY)}
_SIZE = len(_INVENTORY)
_SUBSTITUTED = _substitution(_INVENTORY).ravel()
_FULL = np.array([0.0 if symbol == _PAD else DROPPED.get(symbol, 1.0) for symbol in _INVENTORY], dtype=np.float32)
_BRIEF = np.array([UNWRITTEN if symbol in OFTEN_SHORT else 1.0 for symbol in _INVENTORY], dtype=np.float32) * _FULL
_DROPPED = np.stack([_FULL, _BRIEF])  # row 1: the other spelling leaves short vowels out


def similarity(left: str, right: str) -> float:
    """How alike two words sound, in [0, 1]; 1 for the same symbols. Symmetric."""
    return float(similarities([(left, right)])[0])


def similarities(pairs: Sequence[WordPair]) -> np.ndarray:
    """Similarity in [0, 1] of each pair of words, as float32 array of the same length and order."""
    words = {word: row for row, word in enumerate(dict.fromkeys(word for pair in pairs for word in pair))}
    if not words:
        return np.zeros(0, dtype=np.float32)
    codes, brief = _encode(words)
    left = np.fromiter((words[a] for a, _ in pairs), dtype=np.int64, count=len(pairs))
    right = np.fromiter((words[b] for _, b in pairs), dtype=np.int64, count=len(pairs))
    lengths = (codes > 0).sum(axis=1)
    order = np.argsort(lengths[left] + lengths[right], kind="stable")
    result = np.zeros(len(pairs), dtype=np.float32)
    for start in range(0, len(pairs), _BATCH):
        rows = order[start : start + _BATCH]
        a, b = left[rows], right[rows]
        result[rows] = _batch(codes[a], codes[b], brief[a], brief[b])
    return result


def _encode(words: Iterable[str]) -> tuple[np.ndarray, np.ndarray]:
    coded = [_coded(word) for word in words]
    rows = np.frombuffer(b"".join(row for row, _ in coded), dtype=np.uint8).reshape(len(coded), MAX_SYMBOLS)
    return rows.astype(np.int64), np.array([brief for _, brief in coded], dtype=np.int64)


@lru_cache(maxsize=65536)
def _coded(word: str) -> tuple[bytes, bool]:
    """Symbol codes as bytes, padded; and whether the spelling leaves short vowels out."""
    return bytes(_CODE[symbol] for symbol in symbols(word)).ljust(MAX_SYMBOLS, b"\0"), is_vowelless(word)


def _batch(a: np.ndarray, b: np.ndarray, a_brief: np.ndarray, b_brief: np.ndarray) -> np.ndarray:
    """One batch of pairs, shapes (n, symbols): padding costs nothing, so the last cell is the distance of every row."""
    width_a, width_b = int((a > 0).sum(axis=1).max()), int((b > 0).sum(axis=1).max())
    drop_a = [_DROPPED[b_brief, a[:, i]] for i in range(width_a)]
    drop_b = [_DROPPED[a_brief, b[:, j]] for j in range(width_b)]
    previous = [np.zeros(len(a), dtype=np.float32)]
    for j in range(width_b):
        previous.append(previous[j] + drop_b[j])
    before: list[np.ndarray] = []
    for i in range(width_a):
        row_code = a[:, i] * _SIZE
        current = [previous[0] + drop_a[i]]
        for j in range(width_b):
            best = np.minimum(previous[j + 1] + drop_a[i], current[j] + drop_b[j])
            np.minimum(best, previous[j] + _SUBSTITUTED[row_code + b[:, j]], out=best)
            if i and j:
                crossed = (a[:, i] == b[:, j - 1]) & (a[:, i - 1] == b[:, j]) & (a[:, i] > 0)
                if crossed.any():
                    best = np.where(crossed, np.minimum(best, before[j - 1] + SWAPPED), best)
            current.append(best)
        before, previous = previous, current
    return _as_similarity(previous[-1], np.sum(drop_a, axis=0), np.sum(drop_b, axis=0))


def _as_similarity(distance: np.ndarray, whole_a: np.ndarray, whole_b: np.ndarray) -> np.ndarray:
    """1 minus the distance as a share of the mean cost of writing the two words at all."""
    whole = np.maximum((whole_a + whole_b) / 2, 0.8)
    empty = (whole_a == 0) | (whole_b == 0)
    return np.where(empty, 0.0, np.clip(1 - distance / whole, 0.0, 1.0)).astype(np.float32)
