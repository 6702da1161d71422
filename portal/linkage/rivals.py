"""What the other candidates of a registration take from each of them. Floor 1.

A registration looks for one person. Where one candidate fits well, the others are namesakes or kin; where five fit
alike, each is right once in five times at most. With odds o, candidate i keeps o_i / (1 + rivalry · Σ others): at
rivalry 1 exactly one record is right or none, at 0 pairs know nothing of each other. It stands between, since lists
repeat people. The order of candidates stays what it is. Of the other direction nothing follows: two relatives may look
for one person.
"""

import numpy as np

CERTAIN = 20.0
"""Calibrated bits above which a candidate counts as certain; keeps sums of odds exact."""


def taken(bits: np.ndarray, rivalry: float) -> np.ndarray:
    """Bits (float64, at most 0) that each candidate loses to the others, from the ``bits`` of all of one record.

    ``bits`` are calibrated log2 odds, prior included.
    """
    odds = 2.0 ** np.minimum(bits, CERTAIN)
    return -np.log2(1 + rivalry * np.maximum(odds.sum() - odds, 0.0))


def taken_within(bits: np.ndarray, groups: np.ndarray, rivalry: float) -> np.ndarray:
    """:func:`taken` for the candidates of many records at once; ``groups`` (int, counted from 0) says of which."""
    odds = 2.0 ** np.minimum(bits, CERTAIN)
    sums = np.bincount(groups, weights=odds)
    return -np.log2(1 + rivalry * np.maximum(sums[groups] - odds, 0.0))
