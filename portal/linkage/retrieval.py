"""Adding up what rows share with a query, and picking the best of them, compiled. Floor 1; loads numba."""

import numba
import numpy as np

_compiled = numba.njit(cache=True, nogil=True)
_BINS, _PER_BIT = 1024, 8.0


@_compiled
def accumulate(features, gains, starts, rows, heads, links, later, budget, scores) -> None:
    """Add ``gains`` (float32) of ``features`` (int32) to ``scores`` (float32 per row), in the order given.

    At most ``budget`` rows are visited, so that a name borne by a million people costs no more than a rare one.
    """
    left = budget
    for at in range(len(features)):
        feature, gain = features[at], gains[at]
        if feature < len(starts) - 1:
            end = min(starts[feature + 1], starts[feature] + left)
            for place in range(starts[feature], end):
                scores[rows[place]] += gain
            left -= end - starts[feature]
        link = heads[feature]
        while link >= 0 and left > 0:
            scores[later[link]] += gain
            link = links[link]
            left -= 1
        if left <= 0:
            return


@_compiled
def select(scores, alive, wanted, found, reached) -> int:
    """Fill ``found`` (int32) with the ``wanted`` best living rows, in row order, and ``reached`` (float32) with their
    scores; return how many. Clears scores."""
    bins = np.zeros(_BINS, dtype=np.int64)
    for row in range(len(scores)):
        if scores[row] > 0:
            if alive[row]:
                bins[min(_BINS - 1, int(scores[row] * _PER_BIT))] += 1
            else:
                scores[row] = 0
    cut, above = _BINS - 1, 0
    while cut > 0 and above + bins[cut] < wanted:
        above += bins[cut]
        cut -= 1
    at_cut = wanted - above
    count = 0
    for row in range(len(scores)):
        if scores[row] > 0:
            place = min(_BINS - 1, int(scores[row] * _PER_BIT))
            if place > cut or (place == cut and at_cut > 0):
                at_cut -= place == cut
                found[count] = row
                reached[count] = scores[row]
                count += 1
            scores[row] = 0
    return count
