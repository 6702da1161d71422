"""What we expect before seeing any pair: the hand-written sounds as probabilities of edits. Floor 0."""

from dataclasses import dataclass

import numpy as np

from portal.names.coding import SYMBOLS
from portal.names.tables.sounds import DROPPED, NEAR, OFTEN_SHORT, READINGS, UNWRITTEN

BITS = 8.0
"""A hand-written cost of 1 (another letter) in bits."""
_DROPPED_SHARE = 0.5

LETTERS = sorted({code[:2] for code in SYMBOLS})
"""Script and symbol wherever it stands; the first is padding."""
LETTER_OF = np.array([LETTERS.index(code[:2]) for code in SYMBOLS])
"""The letter of each code."""
IS_LATIN = np.array([code[0] == "L" for code in SYMBOLS])
IS_ARABIC = np.array([code[0] == "A" for code in SYMBOLS])
LATIN_LETTER = np.array([letter[0] == "L" for letter in LETTERS])
ARABIC_LETTER = np.array([letter[0] == "A" for letter in LETTERS])


@dataclass(frozen=True, slots=True)
class Expected:
    """Conditional probabilities of letters: ``answer[x, y]`` that y answers x where the other word is of y's script;
    ``dropped[x]`` and ``unwritten[x]`` that nothing does, the other word being vowelled or not."""

    answer: np.ndarray
    dropped: np.ndarray
    unwritten: np.ndarray


def expected(share: np.ndarray) -> Expected:
    """The expectation, given the share of each letter among the letters of its script."""
    likely = share[None, :] * 2.0 ** (-BITS * _distances())
    missing = np.array([DROPPED.get(letter[1], 1.0) for letter in LETTERS])
    brief = missing * np.array([UNWRITTEN if letter[1] in OFTEN_SHORT else 1.0 for letter in LETTERS])
    answer = np.zeros_like(likely)
    dropped, unwritten = np.zeros(len(LETTERS)), np.zeros(len(LETTERS))
    for of_script in (LATIN_LETTER, ARABIC_LETTER):
        whole = likely[:, of_script].sum(axis=1)
        absent = _DROPPED_SHARE * 2.0 ** (-BITS * missing)
        left_out = _DROPPED_SHARE * 2.0 ** (-BITS * brief)
        chance = whole + (left_out if of_script is ARABIC_LETTER else absent)
        answer[:, of_script] = likely[:, of_script] / chance[:, None]
        if of_script is ARABIC_LETTER:
            unwritten = left_out / chance
        else:
            dropped = absent / chance
    return Expected(answer, dropped, unwritten)


def _distances() -> np.ndarray:
    """Distance of two letters in [0, 1]: the nearest of their readings."""
    fields = NEAR.split()
    near = {(a, b): float(cost) for a, b, cost in zip(fields[::3], fields[1::3], fields[2::3], strict=True)}
    near |= {(b, a): cost for (a, b), cost in near.items()}
    read = [_readings(symbol) for _, symbol in LETTERS]
    found = np.ones((len(LETTERS), len(LETTERS)))
    for row, left in enumerate(read):
        for column, right in enumerate(read):
            apart = (p + q + (0.0 if a == b else near.get((a, b), 1.0)) for a, p in left for b, q in right)
            found[row, column] = 0.0 if LETTERS[row][1] == LETTERS[column][1] else min(1.0, *apart)
    return found


def _readings(symbol: str) -> list[tuple[str, float]]:
    parts = READINGS.get(symbol, symbol).split() or [""]
    return [(part.partition(":")[0], float(part.partition(":")[2] or 0)) for part in parts]
