"""Which written words sound alike, found without comparing every word with every other. Floor 1.

Words meet in buckets: the consonant skeletons that a spelling allows, and the usual skeleton with one consonant left
out, so that one wrong letter does not part two spellings. Whoever meets in a bucket is compared as sounds.
"""

from array import array
from collections import defaultdict
from functools import lru_cache
from threading import Lock

import numpy as np

from portal.linkage.layout import RESEMBLES_FROM, SLIP
from portal.linkage.lazily import kernels
from portal.linkage.vocabulary import Vocabulary
from portal.names import COSTS, fold, word_keys

_MAX_VARIANTS = 6
_MAX_BUCKET = 20_000
_SHORTEST_TO_CUT = 3


class Neighbours:
    """For every word of a vocabulary the words that sound alike, remembered and brought up to date on demand."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._buckets: dict[str, array[int]] = defaultdict(lambda: array("i"))
        self._seen = 0
        self._known: dict[int, tuple[int, np.ndarray, np.ndarray]] = {}
        self._lock = Lock()  # a batch asks from several threads

    def of(self, word: int) -> tuple[np.ndarray, np.ndarray]:
        """Numbers (int32) of the words like ``word``, itself included, and their likeness (float32)."""
        self._update()
        upto, ids, alike = self._known.get(word, (0, np.zeros(0, np.int32), np.zeros(0, np.float32)))
        if upto < self._seen:
            new_ids, new_alike = self._compare(word, upto)
            if len(new_ids):
                ids, alike = np.concatenate([ids, new_ids]), np.concatenate([alike, new_alike])
            self._known[word] = (self._seen, ids, alike)
        return ids, alike

    def _update(self) -> None:
        words = self._vocabulary.lexicon.words
        if self._seen == len(words):
            return
        with self._lock:
            while self._seen < len(words):
                for key in _keys(words[self._seen]):
                    self._buckets[key].append(self._seen)
                self._seen += 1

    def _compare(self, word: int, upto: int) -> tuple[np.ndarray, np.ndarray]:
        """Words from number ``upto`` on that meet ``word`` in a bucket and sound alike."""
        text = self._vocabulary.lexicon.words[word]
        met = [
            np.array(self._buckets[key][:_MAX_BUCKET], dtype=np.int32) for key in _keys(text) if key in self._buckets
        ]
        ids = np.unique(np.concatenate(met)) if met else np.zeros(0, np.int32)
        ids = ids[ids >= upto]
        alike = np.empty(len(ids), dtype=np.float32)
        words, letters = self._vocabulary.lexicon.arrays(), self._vocabulary.letters()
        kernels().word_likenesses(COSTS, words, letters, SLIP, word, ids, alike)
        near = alike >= RESEMBLES_FROM
        return ids[near], alike[near]


@lru_cache(maxsize=65536)
def _keys(word: str) -> tuple[str, ...]:
    usual = fold(word, "skeleton").replace(" ", "")
    found = {*sorted(word_keys(word))[:_MAX_VARIANTS], usual}
    if len(usual) >= _SHORTEST_TO_CUT:
        found |= {usual[:at] + usual[at + 1 :] for at in range(len(usual))}
    return tuple(found - {""})
