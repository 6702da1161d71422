"""The words, sounds, places and codes that both sides use, as numbers, and how frequent each is. Floor 1.

Two sides that are compared share one vocabulary: a number means the same on both, and so does "rare".
"""

from enum import IntEnum
from functools import lru_cache

import numpy as np

from portal.linkage.comparisons import SHARES
from portal.linkage.growing import Rows
from portal.linkage.places import locate, resembling
from portal.names import Lexicon, fold

UNKNOWN = -1
MAX_LETTERS = 23
"""Letters of a word in which a slip of the hand is looked for."""

_SUPPOSED = 300
_TYPICAL_SHARE = 0.003
"""Before anything is counted, a value is supposed to make up this share of so many others: in a small registry a value
that stands there once is not therefore frequent, and one that was never met is not therefore very rare."""


class Population(IntEnum):
    """Among which values a value is frequent or rare."""

    NAME = 0
    FAMILY = 1
    MOTHER = 2
    KUNYA = 3
    BIRTH_PLACE = 4
    EVENT_PLACE = 5
    NATIONALITY = 6


class Vocabulary:
    """Numbers for words (spellings), keys (what spellings of one value share) and their classes of frequency.

    ``settle`` freezes the classes from what was counted; a key met later counts as one that was never met.
    """

    def __init__(self) -> None:
        self.lexicon = Lexicon()
        self._keys: dict[str, int] = {}
        self._key_of_word = Rows(np.int32)
        self._letters = Rows(np.uint16, 1 + MAX_LETTERS)
        self._counts = [Rows(np.int64) for _ in Population]
        self._classes = np.zeros((len(Population), 0), dtype=np.uint8)
        self._shares = np.zeros((len(Population), 0), dtype=np.float64)
        self._unmet = np.full(len(Population), _TYPICAL_SHARE)
        self.settled = 0

    def word(self, text: str) -> int:
        """The number of a written word; its key is its consonant skeleton, else its folded form."""
        at = self.lexicon.add(text)
        if at == len(self._key_of_word):
            self._key_of_word.append(self.key(_sound(text)))
            self._letters.append(_letters(text))
        return at

    def key(self, text: str) -> int:
        """The number of a key."""
        return self._keys.setdefault(text, len(self._keys))

    def place(self, text: str) -> tuple[int, int, int]:
        """Keys of the place and of its governorate, UNKNOWN where nothing is said; then a word, UNKNOWN if it is known.

        Of a place that is not known, the second key is that of the place which it resembles.
        """
        if not fold(text):
            return UNKNOWN, UNKNOWN, UNKNOWN
        if found := locate(text):
            return self.key(f"place {found.code}"), self.key(f"place {found.governorate}"), UNKNOWN
        word = self.word("".join(text.split()))
        guess = resembling(text)
        resembled = self.key(f"place {guess.code}") if guess else UNKNOWN
        return self.key(f"place {_sound(self.lexicon.words[word])}"), resembled, word

    def nationality(self, text: str) -> int:
        """The key of a nationality (a code or a word), or UNKNOWN."""
        folded = fold(text)
        return self.key(f"nationality {folded}") if folded else UNKNOWN

    def count(self, population: Population, keys: np.ndarray) -> None:
        """Count one occurrence of each key."""
        counts = self._counts[population]
        counts.pad(int(keys.max(initial=-1)) + 1, 0)
        np.add.at(counts.view(), keys, 1)

    def settle(self) -> None:
        """Work out shares and classes of frequency from everything counted so far."""
        counted = np.zeros((len(Population), len(self._keys)), dtype=np.float64)
        for row, counts in zip(counted, self._counts, strict=True):
            row[: len(counts)] = counts.view()
        self.settled += 1
        totals = counted.sum(axis=1, keepdims=True) + _SUPPOSED
        self._shares = (counted + _SUPPOSED * _TYPICAL_SHARE) / totals
        self._unmet = (_SUPPOSED * _TYPICAL_SHARE / totals).ravel()
        self._classes = _classes(self._shares)

    def shares(self, population: Population, keys: np.ndarray) -> np.ndarray:
        """Share of each key in its population, float64; that of a value never counted for keys met after `settle`."""
        known = self._shares[population]
        found = np.full(len(keys), self._unmet[population])
        inside = keys < len(known)
        found[inside] = known[keys[inside]]
        return found

    def classes(self) -> np.ndarray:
        """Class of frequency per population and key (uint8), for every key there is."""
        missing = len(self._keys) - self._classes.shape[1]
        if missing:
            later = np.repeat(_classes(self._unmet)[:, None], max(missing, 1024), axis=1)
            self._classes = np.concatenate([self._classes, later], axis=1)
        return self._classes

    def letters(self) -> np.ndarray:
        """Letters per word as uint16 [words, 1 + MAX_LETTERS]: how many, then their code points, folded."""
        return self._letters.view()

    def keys_of_words(self) -> np.ndarray:
        """Key per word, as int32."""
        return self._key_of_word.view()


def _classes(shares: np.ndarray) -> np.ndarray:
    """The class of frequency of each share, uint8; the rarest is the last of :data:`FREQUENCIES`."""
    return np.searchsorted(-np.array(SHARES), -shares, side="left").astype(np.uint8)


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    return fold(word, "skeleton") or fold(word)


def _letters(word: str) -> list[int]:
    """The folded word as numbers. Code points beyond 16 bits are no letters that we fold; they count as one."""
    points = [min(ord(letter), 0xFFFF) for letter in fold(word).replace(" ", "")[:MAX_LETTERS]]
    return [len(points), *points, *[0] * (MAX_LETTERS - len(points))]
