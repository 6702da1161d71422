"""From chances of edits to bits of evidence that two words are one name, for every pair of scripts. Floor 0.

The evidence of an edit is log2 of its chance in two spellings of one name over its chance in two words at random, as in
Fellegi-Sunter linkage. Across scripts it is learned, mixed with the hand-written expectation, which also speaks for
writings that the data do not show (Sorani, Kurmanji, Turkish). Within a script there are no pairs to learn from: a
letter is copied, or written as expected by hand, or goes through the other script and back (by what was learned).
"""

import numpy as np

from portal.names.coding import BRIEF_WORD, LATIN_WORD, VOWELLED_WORD
from portal.names.costs import Costs, consonant_bits, opening
from portal.names.learning.estimate import Estimate
from portal.names.learning.prior import (
    ARABIC_LETTER,
    IS_ARABIC,
    IS_LATIN,
    LATIN_LETTER,
    LETTER_OF,
    LETTERS,
    Expected,
    expected,
)
from portal.names.tables.sounds import DROPPED, OFTEN_SHORT, VOWELS

BY_HAND = 0.15
"""Share of writers that follow the hand-written expectation rather than the data."""
RARE_SHARE = 0.001
"""A letter with this share of its script is believed by half."""
COPIED, THERE_AND_BACK, BY_SOUND = 0.2, 0.01, 0.79
"""Within one script: shares of letters copied, of those that take the way through the other script and of those
written anew by their sound."""
LEFT_OUT = 0.2
"""Within one script a letter is left out so many times less often than across scripts."""
SWAPPED = -6.0
"""Evidence of two letters exchanged, beside that of the letters."""
LEAST_SHARE, LEAST_VOWEL_SHARE = 0.01, 0.03
"""Of the letters of a script, for those that the data do not show: they are common in the spellings that have them."""
SAME_FROM = {
    (LATIN_WORD, LATIN_WORD): 0.62,
    (LATIN_WORD, VOWELLED_WORD): 0.65,
    (LATIN_WORD, BRIEF_WORD): 0.74,
    (VOWELLED_WORD, VOWELLED_WORD): 0.60,
    (VOWELLED_WORD, BRIEF_WORD): 0.59,
    (BRIEF_WORD, BRIEF_WORD): 0.70,
}
"""The share of its own average evidence from which a pair counts as two spellings of one name: above the lookalikes
that tests/unit/names lists (Mahmoud and Mohamed, Rashid and Rashad, جمال and جميل)."""
LEAST, NEVER = -9.0, -60.0

_TINY = 1e-12
_OPTIONAL = np.array([DROPPED.get(letter[1], 1.0) <= 0.12 for letter in LETTERS])[LETTER_OF]
_VOWEL_SIGNS = [number for number, letter in enumerate(LETTERS) if letter[1] in OFTEN_SHORT]


def evidence(model: Estimate) -> Costs:
    """The table that the kernels read."""
    least = np.where([letter[1] in VOWELS for letter in LETTERS], LEAST_VOWEL_SHARE, LEAST_SHARE)
    share = np.where(LATIN_LETTER | ARABIC_LETTER, np.maximum(model.letter_share, least), 0.0)
    hand = expected(share)
    single = _single(model)
    substituted = _substituted(model, hand, share, single)
    dropped = _dropped(model, hand, single)
    pairs, merged = _merged(model, single)
    own = _own(substituted, dropped, np.maximum(single, share[LETTER_OF] * model.share_of_letter))
    rounded = [np.round(part, 2).astype(np.float32) for part in (substituted, dropped, merged, own)]
    bits, left_out, two, average = rounded
    return Costs(
        bits, left_out, pairs, two, average, _same_from(), np.float32(SWAPPED), opening(bits), consonant_bits()
    )


def _same_from() -> np.ndarray:
    same = np.zeros((3, 3), dtype=np.float32)
    for (one, other), share in SAME_FROM.items():
        same[one, other] = same[other, one] = share
    return same


def _single(model: Estimate) -> np.ndarray:
    """Share of each code among the codes of its script."""
    chance = model.chance
    share = np.where(IS_LATIN, chance.answered.sum(axis=1) + chance.latin_alone, 0.0)
    share += np.where(IS_ARABIC, chance.answered.sum(axis=0) + chance.arabic_alone, 0.0)
    letters = chance.two_latin.sum(axis=0) + chance.two_arabic.sum(axis=0)
    for left, right in np.argwhere(model.run):
        number = model.run[left, right]
        letters[[left, right]] += chance.two_latin[number].sum() + chance.two_arabic[number].sum()
    share += letters[LETTER_OF] * model.share_of_letter
    for of_script in (IS_LATIN, IS_ARABIC):
        share[of_script] /= share[of_script].sum()
    return share


def _bits(times: np.ndarray) -> np.ndarray:
    return np.maximum(np.log2(np.maximum(times, _TINY)), LEAST)


def _substituted(model: Estimate, hand: Expected, share: np.ndarray, single: np.ndarray) -> np.ndarray:
    at_random = np.outer(single, single) + 1e-300
    one_way = hand.answer / np.maximum(share, _TINY)[None, :]
    by_hand = np.sqrt(one_way * one_way.T)[LETTER_OF][:, LETTER_OF]
    learned = model.chance.answered / at_random
    trust = _trust(model)
    trust = np.minimum(trust[:, None], trust[None, :])
    across = trust * np.maximum(learned, learned.T) + (1 - trust) * by_hand
    copied = (LETTER_OF[:, None] == LETTER_OF[None, :]) / np.maximum(share[LETTER_OF], _TINY)[None, :]
    way_back = _there_and_back(model) / at_random
    within = COPIED * copied + THERE_AND_BACK * way_back + BY_SOUND * by_hand
    same_script = IS_LATIN[:, None] == IS_LATIN[None, :]
    bits = _bits(np.where(same_script, within, across))
    bits[0, :] = bits[:, 0] = LEAST
    return (bits + bits.T) / 2


def _trust(model: Estimate) -> np.ndarray:
    """By how much the data are believed about a code: little where they hardly show its letter."""
    return (1 - BY_HAND) * (model.letter_share / (model.letter_share + RARE_SHARE))[LETTER_OF]


def _there_and_back(model: Estimate) -> np.ndarray:
    """Chance of two letters of one script for one letter of the other."""
    answered = model.chance.answered
    latin = answered @ (answered / np.maximum(answered.sum(axis=0), 1e-300)[None, :]).T
    arabic = answered.T @ (answered / np.maximum(answered.sum(axis=1), 1e-300)[:, None])
    return latin + arabic


def _dropped(model: Estimate, hand: Expected, single: np.ndarray) -> np.ndarray:
    """By how fully the other word writes vowels; learned only where the data have such words."""
    by_hand = np.tile(hand.dropped[LETTER_OF], (3, 1))
    by_hand[BRIEF_WORD] = hand.unwritten[LETTER_OF]
    within = np.zeros_like(by_hand, dtype=bool)
    within[LATIN_WORD], within[VOWELLED_WORD] = IS_LATIN, IS_ARABIC
    within[BRIEF_WORD] = IS_ARABIC & ~np.isin(LETTER_OF, _VOWEL_SIGNS)
    by_hand[within & ~_OPTIONAL] *= LEFT_OUT
    alone = np.where(IS_LATIN, model.chance.latin_alone, model.chance.arabic_alone) / np.maximum(single, 1e-300)
    learned = np.zeros_like(by_hand, dtype=bool)
    learned[BRIEF_WORD], learned[LATIN_WORD] = IS_LATIN, IS_ARABIC
    mixed = np.where(learned, _trust(model) * alone + (1 - _trust(model)) * by_hand, by_hand)
    bits = _bits(mixed)
    bits[:, 0] = 0
    return bits


def _merged(model: Estimate, single: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Runs of two codes by number, and the evidence of such a run for each code of the other script."""
    by_letter = np.bincount(LETTER_OF, weights=single, minlength=len(LETTERS))
    taken = model.chance.two_latin + model.chance.two_arabic
    kept = np.flatnonzero(taken.sum(axis=1) > 0)
    number = np.zeros(len(taken), dtype=np.uint16)
    number[kept] = np.arange(1, len(kept) + 1)
    merged = np.full((len(kept) + 1, len(LETTERS)), NEVER)
    for left, right in np.argwhere(model.run):
        run = model.run[left, right]
        if number[run]:
            at_random = by_letter[left] * by_letter[right] * by_letter
            found = taken[run] > 0
            merged[number[run], found] = _bits(taken[run][found] / at_random[found])
    pairs = np.ascontiguousarray(number[model.run][LETTER_OF][:, LETTER_OF])
    return pairs, merged[:, LETTER_OF]


def _own(substituted: np.ndarray, dropped: np.ndarray, single: np.ndarray) -> np.ndarray:
    """What a letter brings when the words are one name, by how the other word is written: within a script the evidence
    of the same letter, across scripts (and for letters that come and go) the average."""
    own = np.tile(np.diag(substituted), (3, 1))
    for fullness in (LATIN_WORD, VOWELLED_WORD, BRIEF_WORD):
        script, other = (IS_LATIN, IS_ARABIC) if fullness == LATIN_WORD else (IS_ARABIC, IS_LATIN)
        chance = single[script][None, :] * 2.0 ** substituted[:, script]
        alone = 2.0 ** dropped[fullness]
        whole = chance.sum(axis=1) + alone
        average = ((chance * substituted[:, script]).sum(axis=1) + alone * dropped[fullness]) / whole
        own[fullness] = np.where(other | _OPTIONAL, average, own[fullness])
    own[:, 0] = 0
    return np.maximum(own, 0)
