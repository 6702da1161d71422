"""Maximum a posteriori estimate of a stochastic edit model from pairs (expectation-maximisation). Floor 0.

Three layers lend to each other where data are thin: a letter in its place leans on the letter anywhere, and that on
the hand-written expectation. Deterministic: no random start.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from portal.names.coding import SYMBOLS, coded
from portal.names.learning.edits import Corpus, Edits, expect
from portal.names.learning.pairs import Pair, is_arabic_form
from portal.names.learning.prior import ARABIC_LETTER, IS_ARABIC, IS_LATIN, LATIN_LETTER, LETTER_OF, LETTERS, expected

ROUNDS, RUNS_FROM, RUNS_CHOSEN = 12, 4, 8
LIFT = 4.0
"""Runs of two letters are kept if they are so many times likelier than their letters apart."""
ARABIC_FORM_WEIGHT = 16.0
"""Pairs of Arabic form weigh so much more: they are a tenth of the data and nearly all of our names."""
EXPECTED_PAIRS = 30.0
"""The hand-written expectation of a frequent letter counts like so many letters seen."""
ANYWHERE_PAIRS = 40.0
"""The letter anywhere counts like so many letters seen in their place."""

_RARE = 200.0
_FLOOR = 0.5
_LEAST_RUN = 12
_RUN_START = 1e-3
_LEAST_CHANCE = 1e-5
_TINY = 1e-300

_CODES, _LETTERS = len(SYMBOLS), len(LETTERS)


@dataclass(frozen=True, slots=True)
class Estimate:
    """The model: chances of edits, the runs of two letters, and each code's share of its letter and script."""

    chance: Edits
    run: np.ndarray
    share_of_letter: np.ndarray
    letter_share: np.ndarray


def estimate(pairs: Sequence[Pair]) -> Estimate:
    """Fit the model to pairs (Latin, Arabic); a few seconds for 16,000 pairs."""
    corpus = encode(pairs)
    seen = _seen(corpus)
    by_letter = np.bincount(LETTER_OF, weights=seen, minlength=_LETTERS)
    letter_share = _share(by_letter)
    floor = np.bincount(LETTER_OF, weights=seen + _FLOOR, minlength=_LETTERS)
    share_of_letter = (seen + _FLOOR) / floor[LETTER_OF]
    hand = _hand_written(letter_share)
    chance = single = _in_places(hand, share_of_letter, *_no_runs(corpus))
    for number in range(ROUNDS):
        if number == RUNS_FROM:
            single, chance = chance, _with_runs(chance, corpus, letter_share)
        if number == RUNS_CHOSEN:
            chance = _surprising(chance, _by_letter(single), corpus.run)
        found = Edits._make(np.zeros_like(part) for part in chance)
        expect(corpus, chance, found)
        chance = _maximise(found, hand, share_of_letter, by_letter)
    return Estimate(chance, corpus.run, share_of_letter, letter_share)


def encode(pairs: Sequence[Pair]) -> Corpus:
    """Pairs as arrays; runs are the pairs of neighbouring letters seen often enough."""
    latin, latin_length = _rows([pair[0] for pair in pairs])
    arabic, arabic_length = _rows([pair[1] for pair in pairs])
    weight = np.array([ARABIC_FORM_WEIGHT if is_arabic_form(pair) else 1.0 for pair in pairs])
    together = np.zeros((_LETTERS, _LETTERS))
    for rows in (latin, arabic):
        left, right = LETTER_OF[rows[:, :-1]], LETTER_OF[rows[:, 1:]]
        np.add.at(together, (left[rows[:, 1:] > 0], right[rows[:, 1:] > 0]), 1)
    run = np.zeros((_LETTERS, _LETTERS), dtype=np.int64)
    often = np.argwhere(together >= _LEAST_RUN)
    run[often[:, 0], often[:, 1]] = np.arange(1, len(often) + 1)
    return Corpus(latin, latin_length, arabic, arabic_length, weight, LETTER_OF, run)


def _rows(words: list[str]) -> tuple[np.ndarray, np.ndarray]:
    rows = np.array([np.frombuffer(coded(word)[0], dtype=np.uint8) for word in words], dtype=np.int64)
    return rows, (rows > 0).sum(axis=1)


def _seen(corpus: Corpus) -> np.ndarray:
    both = np.concatenate([corpus.latin[corpus.latin > 0], corpus.arabic[corpus.arabic > 0]])
    return np.bincount(both, minlength=_CODES).astype(float)


def _share(by_letter: np.ndarray) -> np.ndarray:
    shares = np.zeros(_LETTERS)
    for of_script in (LATIN_LETTER, ARABIC_LETTER):
        shares[of_script] = (by_letter[of_script] + _FLOOR) / (by_letter[of_script] + _FLOOR).sum()
    return shares


def _hand_written(letter_share: np.ndarray) -> Edits:
    """The expectation as joint chances over letters; it knows no runs."""
    prior = expected(letter_share)
    latin, arabic = np.where(LATIN_LETTER, letter_share, 0), np.where(ARABIC_LETTER, letter_share, 0)
    answered = latin[:, None] * prior.answer * ARABIC_LETTER[None, :]
    latin_alone, arabic_alone = latin * prior.unwritten, arabic * prior.dropped
    whole = answered.sum() + latin_alone.sum() + arabic_alone.sum()
    none = np.zeros((0, 0))
    return Edits(answered / whole, latin_alone / whole, arabic_alone / whole, none, none)


def _no_runs(corpus: Corpus) -> tuple[np.ndarray, np.ndarray]:
    size = (int(corpus.run.max()) + 1, _LETTERS)
    return np.zeros(size), np.zeros(size)


def _with_runs(chance: Edits, corpus: Corpus, letter_share: np.ndarray) -> Edits:
    """Give every run seen often a small chance."""
    two_latin, two_arabic = _no_runs(corpus)
    for left, right in np.argwhere(corpus.run):
        together = letter_share[left] * letter_share[right] * letter_share * _RUN_START
        if LATIN_LETTER[left]:
            two_latin[corpus.run[left, right]] = together * ARABIC_LETTER
        else:
            two_arabic[corpus.run[left, right]] = together * LATIN_LETTER
    return chance._replace(two_latin=two_latin, two_arabic=two_arabic)


def _surprising(chance: Edits, single: Edits, run: np.ndarray) -> Edits:
    """Keep the runs that are far likelier than one letter answered and the other left out."""
    two_latin, two_arabic = chance.two_latin.copy(), chance.two_arabic.copy()
    sides = (
        (two_latin, single.answered, single.latin_alone),
        (two_arabic, single.answered.T, single.arabic_alone),
    )
    for left, right in np.argwhere(run):
        for two, answered, alone in sides:
            apart = alone[left] * answered[right] + answered[left] * alone[right]
            row = two[run[left, right]]
            row[(row < LIFT * apart) | (row < _LEAST_CHANCE)] = 0
    return chance._replace(two_latin=two_latin, two_arabic=two_arabic)


def _in_places(letters: Edits, share: np.ndarray, two_latin: np.ndarray, two_arabic: np.ndarray) -> Edits:
    """Chances of letters spread over the places where each letter stands."""
    answered = letters.answered[LETTER_OF][:, LETTER_OF] * share[:, None] * share[None, :]
    latin_alone, arabic_alone = letters.latin_alone[LETTER_OF] * share, letters.arabic_alone[LETTER_OF] * share
    return Edits(answered, latin_alone, arabic_alone, two_latin, two_arabic)


def _maximise(found: Edits, hand: Edits, share: np.ndarray, by_letter: np.ndarray) -> Edits:
    letters = _lent(_by_letter(found), hand, EXPECTED_PAIRS * np.minimum(1, (by_letter + 1) / _RARE))
    whole = sum(part.sum() for part in letters)
    runs = (found.two_latin.sum() + found.two_arabic.sum()) / whole
    anywhere = _in_places(letters, share, found.two_latin, found.two_arabic)
    placed = _lent(found, anywhere, np.where(IS_LATIN | IS_ARABIC, ANYWHERE_PAIRS, 0.0), most=1.0)
    scale = (1 - runs) / sum(part.sum() for part in placed[:3])
    return Edits(
        placed.answered * scale,
        placed.latin_alone * scale,
        placed.arabic_alone * scale,
        found.two_latin / whole,
        found.two_arabic / whole,
    )


def _by_letter(found: Edits) -> Edits:
    answered = np.zeros((_LETTERS, _LETTERS))
    np.add.at(answered, (LETTER_OF[:, None], LETTER_OF[None, :]), found.answered)
    latin = np.bincount(LETTER_OF, weights=found.latin_alone, minlength=_LETTERS)
    arabic = np.bincount(LETTER_OF, weights=found.arabic_alone, minlength=_LETTERS)
    return Edits(answered, latin, arabic, found.two_latin, found.two_arabic)


def _lent(found: Edits, lender: Edits, strength: np.ndarray, most: float = 1e12) -> Edits:
    """Numbers seen plus pseudo-numbers: of every row and column ``strength``, in the proportions of the lender, at
    ``most`` so many times the lender's own numbers."""
    latin = np.minimum(strength / (lender.answered.sum(axis=1) + lender.latin_alone + _TINY), most)
    arabic = np.minimum(strength / (lender.answered.sum(axis=0) + lender.arabic_alone + _TINY), most)
    return Edits(
        found.answered + lender.answered * (latin[:, None] + arabic[None, :]) / 2,
        found.latin_alone + lender.latin_alone * latin,
        found.arabic_alone + lender.arabic_alone * arabic,
        found.two_latin,
        found.two_arabic,
    )
