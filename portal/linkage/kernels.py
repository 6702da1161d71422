"""All comparisons of pairs of rows, compiled. Floor 1; importing this module loads numba.

Levels and columns are handed in as named tuples, never read from globals: compiled code is cached on disk and would not
see that they changed. What each level means stands in :mod:`portal.linkage.comparisons`.

Every array that a compiled function is handed costs an atomic count of references. What runs dozens of times for a pair
is therefore written into the loop (:func:`_slot`), and few functions are called for each pair.
"""

from typing import NamedTuple

import numba
import numpy as np

from portal.linkage.columns import MAX_PARTS, FactColumns, NameColumns
from portal.linkage.comparisons import FIELDS
from portal.linkage.layout import Fields, Levels
from portal.names.costs import Costs, Words
from portal.names.kernels import pair_off, part_likeness
from portal.names.sounding import MAX_SYMBOLS

REMEMBERED = 1 << 18
_LEAST_LETTERS = 4
_compiled = numba.njit(cache=True, nogil=True)


class Ground(NamedTuple):
    """What comparisons read: costs, words, letters and key per word, class of frequency per population and key."""

    costs: Costs
    words: Words
    letters: np.ndarray
    keys: np.ndarray
    classes: np.ndarray
    name: NameColumns
    fact: FactColumns
    field: Fields
    level: Levels
    weights: np.ndarray


class Room(NamedTuple):
    """What one run of comparisons writes into.

    ``pairs`` and ``likenesses`` remember what two words were found to be: slot by slot the two numbers as one, and the
    likeness. Names repeat, so nearly every likeness is already there.
    """

    pairs: np.ndarray
    likenesses: np.ndarray
    matrix: np.ndarray
    roles: np.ndarray
    answers: np.ndarray
    alike: np.ndarray
    found: np.ndarray
    best: np.ndarray
    rows: np.ndarray


def room() -> Room:
    """Fresh room; each thread needs its own, and each new table of costs."""
    return Room(
        pairs=np.full(REMEMBERED, -1, dtype=np.int64),
        likenesses=np.zeros(REMEMBERED, dtype=np.float32),
        matrix=np.zeros((MAX_PARTS, MAX_PARTS), dtype=np.float32),
        roles=np.zeros((2, MAX_PARTS), dtype=np.int8),
        answers=np.zeros(MAX_PARTS, dtype=np.int8),
        alike=np.zeros(MAX_PARTS, dtype=np.float32),
        found=np.full(len(FIELDS), -1, dtype=np.int8),
        best=np.full(len(FIELDS), -1, dtype=np.int8),
        rows=np.zeros((3, MAX_SYMBOLS + 1), dtype=np.float32),
    )


@_compiled
def _pair(a: int, b: int):
    """Two words as one number, whichever comes first."""
    return np.int64(min(a, b)) << 32 | np.int64(max(a, b))


@_compiled
def _slot(pair):
    """Where the likeness of a pair of words is remembered."""
    return ((pair >> 32) * 2654435761 ^ (pair & 0xFFFFFFFF) * 40503) & (REMEMBERED - 1)


@_compiled
def _is_slip(letters: np.ndarray, a: int, b: int) -> bool:
    """Whether one letter more, less, other or exchanged with its neighbour parts two words of four letters or more."""
    size, other = letters[a, 0], letters[b, 0]
    if size > other:
        a, b, size, other = b, a, other, size
    if other < _LEAST_LETTERS or other - size > 1:
        return False
    start = 1
    while start <= size and letters[a, start] == letters[b, start]:
        start += 1
    end = 0
    while end < size and letters[a, size - end] == letters[b, other - end]:
        end += 1
    if start - 1 + end >= size - (size == other):
        return True
    is_pair = size == other and start - 1 + end == size - 2
    return is_pair and letters[a, start] == letters[b, start + 1] and letters[a, start + 1] == letters[b, start]


@_compiled
def word_likeness(costs: Costs, words: Words, letters: np.ndarray, slip: float, a: int, b: int, rows) -> float:
    """Likeness of two parts of names as sounds, and at least ``slip`` if one slip of the hand parts them."""
    alike = part_likeness(costs, words, a, b, rows)
    if alike < slip and not words.initial[a] and not words.initial[b] and _is_slip(letters, a, b):
        return slip
    return alike


@_compiled
def word_likenesses(costs: Costs, words: Words, letters: np.ndarray, slip: float, a: int, others, found) -> None:
    """Fill ``found`` (float32) with the likeness of word ``a`` to each of ``others`` (int32)."""
    rows = np.empty((3, words.codes.shape[1] + 1), dtype=np.float32)
    for at in range(len(others)):
        found[at] = word_likeness(costs, words, letters, slip, a, others[at], rows)


@_compiled
def _likeness(g: Ground, room: Room, a: int, b: int) -> float:
    """Likeness of two parts of names, looked up before it is worked out."""
    pair = _pair(a, b)
    slot = _slot(pair)
    if room.pairs[slot] != pair:
        room.likenesses[slot] = word_likeness(g.costs, g.words, g.letters, g.level.slip, a, b, room.rows)
        room.pairs[slot] = pair
    return room.likenesses[slot]


@_compiled
def _chain(
    words: Words, keys, classes, level: Levels, n: NameColumns, room: Room, a_names, row, b_names, other
) -> None:
    """Levels of the four places of the chain into the beginning of ``room.found``, from how the parts were aligned.

    Grandfather and family count as one place, and the second part of a name of two parts as any place but the given.
    """
    folded, initial, roles, answers, alike = words.folded, words.initial, room.roles, room.answers, room.alike
    a_size, b_size = a_names[row, n.size], b_names[other, n.size]
    for role in range(4):
        here = opposite = -1
        for at in range(a_size):
            if roles[0, at] == role:
                here = at
                break
        for at in range(b_size):
            if roles[1, at] == role:
                opposite = at
                break
        room.found[role] = -1
        if here < 0:
            continue
        a, there = a_names[row, n.parts + here], answers[here]
        if there >= 0 and alike[here] >= level.close_from and not initial[a]:
            b, in_role = b_names[other, n.parts + there], roles[1, there]
            if not initial[b]:
                late = role >= level.grandfather and level.grandfather <= in_role <= level.family
                short = min(a_size, b_size) == 2 and role > 0 and in_role > 0
                population = 1 if role == level.family or in_role == level.family else 0
                one, two = classes[population, keys[a]], classes[population, keys[b]]
                frequency = min(one, two)
                is_same, is_spelling = folded[a] == folded[b], alike[here] >= level.same_from
                reached = -1
                if in_role == role or late or short:
                    near = level.near if alike[here] >= level.near_from else level.resembles
                    reached = level.same_text if is_same else level.spelling if is_spelling else near
                    if reached == near:
                        # A slip of the pen makes a form that nobody else has: the rarer of the two tells.
                        frequency = max(one, two)
                elif is_spelling:
                    reached = level.shifted
                    for at in range(a_size):
                        if (
                            answers[at] >= 0
                            and alike[at] >= level.close_from
                            and (at - here) * (answers[at] - there) < 0
                        ):
                            reached = level.crossed
                if reached >= 0:
                    room.found[role] = reached + frequency
                continue
        if opposite < 0 or initial[a] or initial[b_names[other, n.parts + opposite]]:
            continue
        is_answered = False
        for at in range(a_size):
            is_answered |= answers[at] == opposite and alike[at] >= level.close_from
        if not is_answered:
            room.found[role] = level.different


@_compiled
def _place(g: Ground, room: Room, a, i, b, j, at: int) -> int:
    """Level of two different places; ``at`` is the column of the place, then its governorate and its word follow.

    A place that is not known has a word, and instead of a governorate the place that it resembles most.
    """
    one, other = a[i, at + 2], b[j, at + 2]
    if one < 0 and other < 0:
        return g.level.place_governorate if a[i, at + 1] == b[j, at + 1] else g.level.place_different
    if one >= 0 and other >= 0:
        alike = _likeness(g, room, one, other)
        return g.level.place_resembles if alike >= g.level.close_from else g.level.place_different
    resembles = a[i, at + 1] == b[j, at] if one >= 0 else b[j, at + 1] == a[i, at]
    return g.level.place_resembles if resembles else g.level.place_different


@_compiled
def _birth(f: FactColumns, level: Levels, a, i, b, j) -> int:
    if a[i, f.birth_first] == 0 or b[j, f.birth_first] == 0:
        return -1
    a_first, a_last = a[i, f.birth_first_year], a[i, f.birth_last_year]
    b_first, b_last = b[j, f.birth_first_year], b[j, f.birth_last_year]
    a_day, b_day, a_month, b_month = a[i, f.birth_day], b[j, f.birth_day], a[i, f.birth_month], b[j, f.birth_month]
    if a_day and b_day:
        if a_day == b_day and a_month == b_month:
            return level.birth_same_day if a_first == b_first else level.birth_same_day_of_another_year
        if a_first == b_first and a_day == b_month and a_month == b_day:
            return level.birth_exchanged
    if a_first == a_last == b_first == b_last:
        return level.birth_same_year
    if max(a[i, f.birth_first], b[j, f.birth_first]) <= min(a[i, f.birth_last], b[j, f.birth_last]):
        return level.birth_overlaps
    apart = max(a_first, b_first) - min(a_last, b_last)
    if apart <= 1:
        return level.birth_within_one
    return level.birth_within_three if apart <= 3 else level.birth_within_ten if apart <= 10 else level.birth_far


@_compiled
def _event(f: FactColumns, level: Levels, a, i, b, j) -> int:
    """Disappearance (a) against capture (b): 3 about the same time, 2 within a year, 1 later, 0 before."""
    if a[i, f.event_first] == 0 or b[j, f.event_first] == 0:
        return -1
    after, before = b[j, f.event_first] - a[i, f.event_last], a[i, f.event_first] - b[j, f.event_last]
    if max(after, before) <= level.about_days:
        return 3
    if before > 0:
        return 0
    return 2 if after <= 365 else 1


@_compiled
def contradict(g: Ground, a_facts, left, b_facts, right, bits) -> None:
    """Add to ``bits`` (float32 [pairs]) what an index of things shared cannot say: sex, time, a birth that is off."""
    f, table = g.fact, g.weights
    for at in range(len(left)):
        i, j = left[at], right[at]
        birth = _birth(f, g.level, a_facts, i, b_facts, j)
        bits[at] += min(0.0, table[g.field.birth, birth + 1])
        bits[at] += table[g.field.event, _event(f, g.level, a_facts, i, b_facts, j) + 1]
        one, other = a_facts[i, f.sex], b_facts[j, f.sex]
        if one >= 0 and other >= 0:
            bits[at] += table[g.field.sex, 1 + (one == other)]


@_compiled
def compare_rows(g: Ground, room: Room, a_facts, a_names, left, b_facts, b_names, right, levels, weights) -> None:
    """Levels (int8 [pairs, fields]) and weights (float64 [pairs], without the prior) of pairs of rows.

    ``left`` and ``right`` (int32) are rows of the two sides. Of several names, the two that speak most for the pair.
    """
    f, n, names_end = g.fact, g.name, g.field.mother
    table, best = g.weights, room.best
    for at in range(len(left)):
        i, j = left[at], right[at]
        _facts(g, room, a_facts, i, b_facts, j, levels, at)
        most, is_first = 0.0, True
        best[:] = -1
        for row in range(a_facts[i, f.first_name], a_facts[i, f.first_name] + a_facts[i, f.names]):
            for other in range(b_facts[j, f.first_name], b_facts[j, f.first_name] + b_facts[j, f.names]):
                if a_names[row, n.family_first] and b_names[other, n.family_first]:
                    continue
                weight = _names(g, room, a_names, row, b_names, other, levels[at, names_end])
                if room.found[g.field.order] >= 0 and room.found[g.field.given] < g.level.resembles:
                    # Read with the family first, two brothers would share what they share in another place.
                    continue
                if is_first or weight > most:
                    most, is_first = weight, False
                    for field in range(names_end):
                        best[field] = room.found[field]
        for field in range(names_end):
            levels[at, field] = best[field]
        for field in range(names_end, levels.shape[1]):
            most += table[field, levels[at, field] + 1]
        weights[at] = most


@_compiled
def _names(g: Ground, room: Room, a_names, row, b_names, other, mother: int) -> float:
    """Levels of one name against one name, into ``room.found``; their weight."""
    n, level, field, found = g.name, g.level, g.field, room.found
    pairs, likenesses, matrix, roles = room.pairs, room.likenesses, room.matrix, room.roles
    a_size, b_size = a_names[row, n.size], b_names[other, n.size]
    for j in range(b_size):
        roles[1, j] = b_names[other, n.roles + j]
    for i in range(a_size):
        roles[0, i] = a_names[row, n.roles + i]
        for j in range(b_size):
            one, two = a_names[row, n.parts + i], b_names[other, n.parts + j]
            pair = _pair(one, two)
            slot = _slot(pair)
            if pairs[slot] == pair:
                matrix[i, j] = likenesses[slot]
            else:
                matrix[i, j] = _likeness(g, room, one, two)
    pair_off(matrix, a_size, b_size, roles[0], roles[1], room.answers, room.alike)
    _chain(g.words, g.keys, g.classes, level, n, room, a_names, row, b_names, other)
    relatives = 1 if mother >= level.spelling else 0
    for role in range(1, 4):
        relatives += found[role] >= level.crossed
    found[field.sibling] = 0 if found[field.given] == level.different and relatives >= 2 else -1
    found[field.order] = 0 if a_names[row, n.family_first] != b_names[other, n.family_first] else -1
    found[field.kunya] = -1
    if a_names[row, n.kunya] >= 0 and b_names[other, n.kunya] >= 0:
        found[field.kunya] = _word(g, room, 3, a_names[row, n.kunya], b_names[other, n.kunya])
    weight = 0.0
    for at in range(field.mother):
        weight += g.weights[at, found[at] + 1]
    return weight


@_compiled
def _word(g: Ground, room: Room, population: int, a: int, b: int) -> int:
    """Level of two single words; of their two frequencies the greater counts."""
    words, level = g.words, g.level
    if words.lengths[a] == 0 or words.lengths[b] == 0:
        return -1
    alike = _likeness(g, room, a, b)
    is_same = words.folded[a] == words.folded[b]
    if not is_same and alike < level.close_from:
        return level.different
    one, two = g.classes[population, g.keys[a]], g.classes[population, g.keys[b]]
    if is_same or alike >= level.same_from:
        return (level.same_text if is_same else level.spelling) + min(one, two)
    return (level.near if alike >= level.near_from else level.resembles) + max(one, two)


@_compiled
def _facts(g: Ground, room: Room, a, i, b, j, levels, at) -> None:
    """Levels of everything but the names, into row ``at`` of ``levels``."""
    f, field, level, classes = g.fact, g.field, g.level, g.classes
    mothers = a[i, f.mother] >= 0 and b[j, f.mother] >= 0
    families = a[i, f.mother_family] >= 0 and b[j, f.mother_family] >= 0
    levels[at, field.mother] = _word(g, room, 2, a[i, f.mother], b[j, f.mother]) if mothers else -1
    levels[at, field.mother_family] = (
        _word(g, room, 1, a[i, f.mother_family], b[j, f.mother_family]) if families else -1
    )
    one, other = a[i, f.sex], b[j, f.sex]
    levels[at, field.sex] = -1 if one < 0 or other < 0 else one == other
    one, other = a[i, f.nationality], b[j, f.nationality]
    levels[at, field.nationality] = -1 if one < 0 or other < 0 else 1 + classes[6, one] if one == other else 0
    levels[at, field.birth] = _birth(f, level, a, i, b, j)
    for place in range(2):
        column = f.event_place if place else f.birth_place
        target = field.event_place if place else field.birth_place
        one, other = a[i, column], b[j, column]
        if one < 0 or other < 0:
            levels[at, target] = -1
        elif one == other:
            levels[at, target] = level.place_same + classes[4 + place, one]
        else:
            levels[at, target] = _place(g, room, a, i, b, j, column)
    levels[at, field.event] = _event(f, level, a, i, b, j)
