"""How alike two written words sound, for callers that hold strings: a thin layer over a Lexicon. Floor 0."""

from collections.abc import Sequence

import numpy as np

from portal.names.lexicon import Lexicon

WordPair = tuple[str, str]


def similarity(left: str, right: str) -> float:
    """How alike two words sound, in [0, 1]; 1 for the same symbols. Symmetric."""
    return float(similarities([(left, right)])[0])


def similarities(pairs: Sequence[WordPair]) -> np.ndarray:
    """Similarity in [0, 1] of each pair of words, as float32 array of the same length and order."""
    words = Lexicon()
    left, right = [words.add(one) for one, _ in pairs], [words.add(other) for _, other in pairs]
    return words.similarities(left, right)
