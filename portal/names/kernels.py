"""Distances of words and the alignment of names, compiled. Floor 0; importing this module loads numba.

Every kernel takes the table of costs and the arrays of a Lexicon as arguments, since compiled code is cached on disk
and would not see a global that changed. The recurrence is
Damerau's (optimal string alignment) with edits of two letters. Ids int32, roles int8.
"""

import numba
import numpy as np

from portal.names.costs import CLOSE, SAME, Costs, Words

INITIAL = np.float32(0.6)
"""Likeness of an initial and a name that opens with it; also the least likeness that two aligned parts have."""

_SAME_PLACE, _APART = 0.1, 0.01
_LEAST_OWN = 4.0
_LIKE = 1.5
_SAME_FOLDED = 0.99
# The logistic curve passes through SAME (.88) where the table says so, and through CLOSE (.72) a fifth below.
_SAME_AT, _BEND = np.log(SAME / (1 - SAME)), 5.24

GIVEN = 0
_LIKENESS = np.array([0.5, CLOSE, 0.85, SAME, 1.0])
_COUNTS = np.array([0.0, 0.2, 0.45, 0.85, 1.0])
_LONGER, _CROSSED, _GIVEN_CONFLICT, _SINGLE = 0.3, 0.97, 0.75, 0.9

_compiled = numba.njit(cache=True, nogil=True)


@_compiled
def _evidence(costs: Costs, words: Words, i: int, j: int, rows: np.ndarray) -> float:
    """Bits of evidence of the best alignment of two words. ``rows``: scratch float32 [3, 25]."""
    a, b = words.codes[i], words.codes[j]
    drop_a, drop_b = costs.dropped[words.brief[j]], costs.dropped[words.brief[i]]
    length_b = words.lengths[j]
    before, previous, current = 0, 1, 2
    rows[previous, 0] = 0
    for at in range(length_b):
        rows[previous, at + 1] = rows[previous, at] + drop_b[b[at]]
    for row in range(words.lengths[i]):
        x = a[row]
        alone = drop_a[x]
        run = costs.runs[a[row - 1], x] if row else 0
        crossed = np.float32(0)  # of this letter with the letter before the one at hand
        rows[current, 0] = rows[previous, 0] + alone
        for at in range(length_b):
            y = b[at]
            best = max(rows[previous, at + 1] + alone, rows[current, at] + drop_b[y])
            straight = costs.substituted[x, y]
            best = max(best, rows[previous, at] + straight)
            if run:
                best = max(best, rows[before, at] + costs.merged[run, y])
            if at:
                other = costs.runs[b[at - 1], y]
                if other:
                    best = max(best, rows[previous, at - 1] + costs.merged[other, x])
                if row and crossed > _LIKE and costs.substituted[a[row - 1], y] > _LIKE:
                    both = crossed + costs.substituted[a[row - 1], y] + costs.swapped
                    best = max(best, rows[before, at - 1] + both)
            rows[current, at + 1] = best
            crossed = straight
        before, previous, current = previous, current, before
    return rows[previous, length_b]


@_compiled
def _likeness(costs: Costs, words: Words, i: int, j: int, rows: np.ndarray) -> float:
    """Evidence as a share of what spellings of one name bring on average, bent into (0, 1) by a logistic curve."""
    if words.lengths[i] == 0 or words.lengths[j] == 0:
        return 0.0
    if i == j:
        return 1.0
    own_a, own_b = costs.own[words.brief[j]], costs.own[words.brief[i]]
    own = np.float32(0)
    for at in range(words.lengths[i]):
        own += own_a[words.codes[i, at]]
    for at in range(words.lengths[j]):
        own += own_b[words.codes[j, at]]
    share = _evidence(costs, words, i, j, rows) / max(float(own) / 2, _LEAST_OWN)
    alike = 1 / (1 + np.exp(-_SAME_AT - _BEND * (share - costs.same[words.brief[i], words.brief[j]])))
    return max(alike, _SAME_FOLDED) if words.folded[i] == words.folded[j] else alike


@_compiled
def similarity(costs: Costs, words: Words, i: int, j: int) -> float:
    """How alike words ``i`` and ``j`` sound, in [0, 1]. Symmetric."""
    return _likeness(costs, words, i, j, np.empty((3, words.codes.shape[1] + 1), dtype=np.float32))


@_compiled
def similarities(costs: Costs, words: Words, left: np.ndarray, right: np.ndarray, found: np.ndarray) -> None:
    """Fill ``found`` (float32) with the likeness of each pair of ids."""
    rows = np.empty((3, words.codes.shape[1] + 1), dtype=np.float32)
    for at in range(len(left)):
        found[at] = _likeness(costs, words, left[at], right[at], rows)


@_compiled
def part_likeness(costs: Costs, words: Words, i: int, j: int, rows: np.ndarray) -> float:
    """Likeness of two parts of names: an initial answers any name that opens with its sound, weakly."""
    if words.initial[i] == words.initial[j]:
        return _likeness(costs, words, i, j, rows)
    short, long = (i, j) if words.initial[i] else (j, i)
    return float(INITIAL) if costs.opens[words.codes[short, 0], words.codes[long, 0]] else 0.0


@_compiled
def align(
    costs: Costs,
    words: Words,
    a_ids: np.ndarray,
    a_roles: np.ndarray,
    b_ids: np.ndarray,
    b_roles: np.ndarray,
    answers: np.ndarray,
    alike: np.ndarray,
) -> None:
    """Likeness of every two parts, then `pair_off`. Fills ``answers`` (int8) and ``alike`` (float32), both as long as
    ``a_ids``. Roles: 0 given, 1 father, 2 grandfather, 3 family, 4 other.
    """
    rows = np.empty((3, words.codes.shape[1] + 1), dtype=np.float32)
    likeness = np.empty((len(a_ids), len(b_ids)), dtype=np.float32)
    for i in range(len(a_ids)):
        for j in range(len(b_ids)):
            likeness[i, j] = part_likeness(costs, words, a_ids[i], b_ids[j], rows)
    pair_off(likeness, len(a_ids), len(b_ids), a_roles, b_roles, answers, alike)


@_compiled
def pair_off(
    likeness: np.ndarray,
    left: int,
    right: int,
    a_roles: np.ndarray,
    b_roles: np.ndarray,
    answers: np.ndarray,
    alike: np.ndarray,
) -> None:
    """Pair off the most alike parts of two names first; the same place in the chain decides between equals.

    ``likeness`` float32, its first ``left`` rows and ``right`` columns are read; at most 64 parts a name. Fills
    ``answers`` (the position in b that answers a part of a, or -1) and ``alike``.
    """
    for i in range(left):
        answers[i], alike[i] = -1, 0
    taken = np.int64(0)
    for _ in range(min(left, right)):
        chosen_i, chosen_j, best = -1, -1, 0.0
        for i in range(left):
            if answers[i] >= 0:
                continue
            for j in range(right):
                if taken >> j & 1 or likeness[i, j] < INITIAL:
                    continue
                value = likeness[i, j] + _SAME_PLACE * (a_roles[i] == b_roles[j]) - _APART * abs(i - j)
                if chosen_i < 0 or value > best + 1e-6 or (value > best - 1e-6 and i + j < chosen_i + chosen_j):
                    chosen_i, chosen_j, best = i, j, value
        if chosen_i < 0:
            break
        answers[chosen_i], alike[chosen_i] = chosen_j, likeness[chosen_i, chosen_j]
        taken |= np.int64(1) << chosen_j


@_compiled
def likeness_rows(costs: Costs, words: Words, asked: np.ndarray, others: np.ndarray, found: np.ndarray) -> None:
    """Fill ``found`` float32 [asked, others] with the likeness of parts; 0, unread, for words that share clearly
    less than half of their consonants (1 in 1,000 true pairs, 2 in 3 pairs of different words)."""
    rows = np.empty((3, words.codes.shape[1] + 1), dtype=np.float32)
    bits = np.empty(len(others), dtype=np.uint32)
    for other in range(len(others)):
        bits[other] = _consonants(costs, words, others[other])
    for at in range(len(asked)):
        i = asked[at]
        own = _consonants(costs, words, i)
        for other in range(len(others)):
            j = others[other]
            initial = words.initial[i] or words.initial[j]
            if initial or _balance(costs, words, i, bits[other]) + _balance(costs, words, j, own) >= -1:
                found[at, other] = part_likeness(costs, words, i, j, rows)
            else:
                found[at, other] = 0


@_compiled
def _consonants(costs: Costs, words: Words, i: int) -> np.uint32:
    bits = np.uint32(0)
    for at in range(words.lengths[i]):
        bits |= costs.consonants[words.codes[i, at]]
    return bits


@_compiled
def _balance(costs: Costs, words: Words, i: int, bits: np.uint32) -> int:
    """How many consonants of a word may be among ``bits``, less those that are not."""
    balance = 0
    for at in range(words.lengths[i]):
        own = costs.consonants[words.codes[i, at]]
        if own:
            balance += 1 if own & bits else -1
    return balance


@_compiled
def roughly(alike: np.ndarray, asked: np.ndarray, columns: np.ndarray, starts: np.ndarray, rough: np.ndarray) -> None:
    """For each name of a pool, how well its parts answer those of one query, whatever their order.

    ``alike`` [words asked, words of the pool]; ``asked`` its rows for this query; the parts of name n are
    ``columns[starts[n]:starts[n + 1]]``. Fills ``rough`` float32 [names].
    """
    for name in range(len(starts) - 1):
        total = np.float32(0)
        for row in asked:
            best = np.float32(0)
            for at in range(starts[name], starts[name + 1]):
                best = max(best, alike[row, columns[at]])
            total += best * best
        longer = abs(starts[name + 1] - starts[name] - len(asked))
        rough[name] = total / (len(asked) + _LONGER * longer)


@_compiled
def weigh(
    words: Words,
    a_ids: np.ndarray,
    a_roles: np.ndarray,
    b_ids: np.ndarray,
    b_roles: np.ndarray,
    answers: np.ndarray,
    alike: np.ndarray,
) -> float:
    """The score in [0, 1] of two names that were aligned. Symmetric.

    What is answered counts by its likeness; the shorter name's unanswered parts count in full, further ones little. A
    changed order costs a little, a conflict of given names (brothers) much, a single name beside a longer one some.
    """
    gained, whole, alone_a, alone_b = 0.0, 0.0, 0.0, 0.0
    crossed, last, given_answered = False, -1, False
    for i in range(len(a_ids)):
        if answers[i] < 0:
            alone_a += _weight(words, a_ids[i])
            continue
        at = answers[i]
        weight = (_weight(words, a_ids[i]) + _weight(words, b_ids[at])) / 2
        gained += weight * _credit(alike[i])
        whole += weight
        crossed |= at < last
        last = max(last, at)
        given_answered |= alike[i] >= CLOSE and (a_roles[i] == GIVEN or b_roles[at] == GIVEN)
    for j in range(len(b_ids)):
        if not np.any(answers == j):
            alone_b += _weight(words, b_ids[j])
    whole += min(alone_a, alone_b) + _LONGER * abs(alone_a - alone_b)
    score = gained / whole
    if crossed:
        score *= _CROSSED
    if not given_answered and _has_given(words, a_ids, a_roles) and _has_given(words, b_ids, b_roles):
        score *= _GIVEN_CONFLICT
    if min(len(a_ids), len(b_ids)) == 1 and alone_a + alone_b > 0:
        score *= _SINGLE
    return min(1.0, max(0.0, score))


@_compiled
def _weight(words: Words, i: int) -> float:
    return 0.3 if words.initial[i] else min(1.0, 0.7 + 0.05 * words.lengths[i])


@_compiled
def _has_given(words: Words, ids: np.ndarray, roles: np.ndarray) -> bool:
    for at in range(len(ids)):
        if roles[at] == GIVEN:
            return not words.initial[ids[at]]
    return False


@_compiled
def _credit(alike: float) -> float:
    """What an answered part counts: spellings of one name almost fully, a mere resemblance (Mahmoud) little."""
    return np.interp(alike, _LIKENESS, _COUNTS)


@_compiled
def compare_short_list(
    costs: Costs,
    words: Words,
    a_ids: np.ndarray,
    a_roles: np.ndarray,
    ids: np.ndarray,
    roles: np.ndarray,
    starts: np.ndarray,
    names: np.ndarray,
    scores: np.ndarray,
) -> None:
    """Fill ``scores`` float32 with the score of one name and each of the ``names`` of a pool."""
    answers, alike = np.empty(len(a_ids), dtype=np.int8), np.empty(len(a_ids), dtype=np.float32)
    for at in range(len(names)):
        first, after = starts[names[at]], starts[names[at] + 1]
        align(costs, words, a_ids, a_roles, ids[first:after], roles[first:after], answers, alike)
        scores[at] = weigh(words, a_ids, a_roles, ids[first:after], roles[first:after], answers, alike)
