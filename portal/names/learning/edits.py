"""Expected numbers of edits in pairs of words (forward-backward), compiled. Floor 0.

An edit is: a letter answers a letter, a letter stands alone on either side, two letters answer one, one answers two
(Ristad and Yianilos 1998, with edits of two letters).
"""

from typing import NamedTuple

import numba
import numpy as np

_compiled = numba.njit(cache=True)


class Edits(NamedTuple):
    """Probabilities, or expected numbers, of edits; S codes, B letters, P runs of two letters. All float64.

    ``answered`` [S, S] Latin, Arabic; ``latin_alone`` [S]; ``arabic_alone`` [S]; ``two_latin`` [P, B] a run of two
    Latin letters and the Arabic letter for it; ``two_arabic`` [P, B] the other way round.
    """

    answered: np.ndarray
    latin_alone: np.ndarray
    arabic_alone: np.ndarray
    two_latin: np.ndarray
    two_arabic: np.ndarray


class Corpus(NamedTuple):
    """Pairs as codes: int64 [n, 24] and lengths [n] of both sides; weight [n]; ``letter`` [S] the letter of a code;
    ``run`` [B, B] the number of a run of two letters, 0 for none."""

    latin: np.ndarray
    latin_length: np.ndarray
    arabic: np.ndarray
    arabic_length: np.ndarray
    weight: np.ndarray
    letter: np.ndarray
    run: np.ndarray


@_compiled
def expect(corpus: Corpus, chance: Edits, found: Edits) -> float:
    """Add the expected numbers of edits of all pairs to ``found``; the weighted log likelihood (natural)."""
    total = 0.0
    for at in range(len(corpus.latin)):
        a = corpus.latin[at, : corpus.latin_length[at]]
        b = corpus.arabic[at, : corpus.arabic_length[at]]
        forward = _forward(a, b, corpus, chance)
        whole = forward[len(a), len(b)]
        if whole > 0:
            total += corpus.weight[at] * np.log(whole)
            _backward(a, b, corpus, chance, forward, corpus.weight[at] / whole, found)
    return total


@_compiled
def _forward(a: np.ndarray, b: np.ndarray, corpus: Corpus, chance: Edits) -> np.ndarray:
    letter, run = corpus.letter, corpus.run
    cells = np.zeros((len(a) + 1, len(b) + 1))
    cells[0, 0] = 1.0
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            value = cells[i, j]
            if i:
                value += cells[i - 1, j] * chance.latin_alone[a[i - 1]]
            if j:
                value += cells[i, j - 1] * chance.arabic_alone[b[j - 1]]
            if i and j:
                value += cells[i - 1, j - 1] * chance.answered[a[i - 1], b[j - 1]]
            if i > 1 and j:
                two = run[letter[a[i - 2]], letter[a[i - 1]]]
                value += cells[i - 2, j - 1] * chance.two_latin[two, letter[b[j - 1]]]
            if j > 1 and i:
                two = run[letter[b[j - 2]], letter[b[j - 1]]]
                value += cells[i - 1, j - 2] * chance.two_arabic[two, letter[a[i - 1]]]
            cells[i, j] = value
    return cells


@_compiled
def _backward(
    a: np.ndarray, b: np.ndarray, corpus: Corpus, chance: Edits, forward: np.ndarray, share: float, found: Edits
) -> None:
    letter, run = corpus.letter, corpus.run
    cells = np.zeros((len(a) + 1, len(b) + 1))
    cells[len(a), len(b)] = 1.0
    for i in range(len(a), -1, -1):
        for j in range(len(b), -1, -1):
            value, before = cells[i, j], forward[i, j] * share
            if i < len(a):
                after = chance.latin_alone[a[i]] * cells[i + 1, j]
                value += after
                found.latin_alone[a[i]] += before * after
            if j < len(b):
                after = chance.arabic_alone[b[j]] * cells[i, j + 1]
                value += after
                found.arabic_alone[b[j]] += before * after
            if i < len(a) and j < len(b):
                after = chance.answered[a[i], b[j]] * cells[i + 1, j + 1]
                value += after
                found.answered[a[i], b[j]] += before * after
            if i + 1 < len(a) and j < len(b):
                two = run[letter[a[i]], letter[a[i + 1]]]
                after = chance.two_latin[two, letter[b[j]]] * cells[i + 2, j + 1]
                value += after
                found.two_latin[two, letter[b[j]]] += before * after
            if j + 1 < len(b) and i < len(a):
                two = run[letter[b[j]], letter[b[j + 1]]]
                after = chance.two_arabic[two, letter[a[i]]] * cells[i + 1, j + 2]
                value += after
                found.two_arabic[two, letter[a[i]]] += before * after
            cells[i, j] = value
