"""The table of evidence that every kernel reads, and the rows of a Lexicon. Floor 0.

``portal.names.COSTS`` is read once from the committed numbers, which ``python -m portal.names train`` makes; it is
passed to every kernel, since compiled code would not see a global that changed. Evidence is in bits: positive if an
edit speaks for one name, negative if it speaks against it.
"""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from portal.names.coding import CODES, SYMBOLS
from portal.names.tables.letters import LATIN
from portal.names.tables.sounds import SKELETON

LEARNED = Path(__file__).parent / "tables" / "learned.json"

SAME = 0.88
"""From this likeness two words are spellings of one name."""
CLOSE = 0.72
"""From this likeness two words may be one name with a slip of the pen; Mahmoud and Mohamed stand between the two."""

_NEVER = -60.0
_SCALE = 100  # numbers are stored as whole hundredths of a bit
_OPENS_FROM = 1.0


class Costs(NamedTuple):
    """Evidence of edits in bits; S codes, P runs of two codes; C-contiguous. Rows of 3: how the other word is written.

    ``substituted`` float32 [S, S], symmetric; ``dropped`` float32 [3, S]: the other word has nothing for this code;
    ``runs`` uint16 [S, S]: number of a run of two codes, 0 for none; ``merged`` float32 [P, S]: such a run for one code
    of the other script; ``own`` float32 [3, S]: what a code brings on average between spellings of one name;
    ``same`` float32 [3, 3]: the share of that average from which two words are spellings of one name, by how each is
    written; ``swapped`` float32: two letters exchanged; ``opens`` uint8 [S, S]: an initial (row) may stand for a name
    that opens with a code (column); ``consonants`` uint32 [S]: the consonants, as bits, that a code may be; 0 for a
    vowel or what is often left out.
    """

    substituted: np.ndarray
    dropped: np.ndarray
    runs: np.ndarray
    merged: np.ndarray
    own: np.ndarray
    same: np.ndarray
    swapped: np.float32
    opens: np.ndarray
    consonants: np.ndarray


class Words(NamedTuple):
    """Rows of a Lexicon; n is the number of words.

    ``codes`` uint8 [n, 24] padded with 0, ``lengths`` uint8 [n], ``brief`` uint8 [n] (how fully vowels are written, see
    :mod:`portal.names.coding`), ``initial`` uint8 [n] (one letter only), ``folded`` int32 [n] (equal number: equal
    loose form).
    """

    codes: np.ndarray
    lengths: np.ndarray
    brief: np.ndarray
    initial: np.ndarray
    folded: np.ndarray


@cache
def read_costs(path: Path = LEARNED) -> Costs:
    """Read a table of learned numbers, once; ValueError if it was made for other letters than this package has."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    if [tuple(code) for code in stored["codes"]] != list(SYMBOLS):
        raise ValueError(f"{path.name} was learned for other letters: run python -m portal.names train")
    size = len(SYMBOLS)
    substituted = np.zeros((size, size), dtype=np.float32)
    for row, numbers in enumerate(stored["substituted"]):
        substituted[row, : row + 1] = substituted[: row + 1, row] = np.array(numbers) / _SCALE
    runs, merged = np.zeros((size, size), dtype=np.uint16), np.full((len(stored["runs"]) + 1, size), _NEVER)
    for number, run in enumerate(stored["runs"], start=1):
        first, second = (_everywhere(letter) for letter in run["letters"])
        runs[np.ix_(first, second)] = number
        for script, symbol, bits in run["answers"]:
            merged[number, _everywhere((script, symbol))] = bits / _SCALE
    dropped, own, same = (np.array(stored[name], dtype=np.float32) / _SCALE for name in ("dropped", "own", "same"))
    swapped = np.float32(stored["swapped"] / _SCALE)
    return Costs(
        substituted,
        dropped,
        runs,
        merged.astype(np.float32),
        own,
        same,
        swapped,
        opening(substituted),
        consonant_bits(),
    )


def stored(costs: Costs) -> dict[str, Any]:
    """The table as plain data that :func:`read_costs` reads back the same."""
    return {
        "codes": SYMBOLS,
        "substituted": [_wholes(numbers[: row + 1]) for row, numbers in enumerate(costs.substituted)],
        "dropped": [_wholes(row) for row in costs.dropped],
        "own": [_wholes(row) for row in costs.own],
        "same": [_wholes(row) for row in costs.same],
        "swapped": _whole(costs.swapped),
        "runs": [_stored_run(costs, number) for number in range(1, len(costs.merged))],
    }


def opening(substituted: np.ndarray) -> np.ndarray:
    """What an initial (row) may be short for: one letter may stand for Shirko, Sami or Sherin."""
    opens = substituted >= _OPENS_FROM
    for unit, symbol in LATIN.items():
        first = LATIN.get(unit[0])
        if first and len(unit) > 1:
            row, column = CODES["L", first, ""], CODES["L", symbol, ""]
            opens[row] |= opens[column]
            opens[row, column] = True
    return np.ascontiguousarray(opens).astype(np.uint8)


def consonant_bits() -> np.ndarray:
    """The letters of the skeleton that each code may be."""
    letters = sorted({letter for choices in SKELETON.values() for letter in choices.split()} - {"_"})
    bits = np.zeros(len(SYMBOLS), dtype=np.uint32)
    for number, code in enumerate(SYMBOLS):
        choices = SKELETON.get(code[1], "_").split()
        if "_" not in choices:
            bits[number] = sum(1 << letters.index(letter) for letter in choices)
    return bits


def _stored_run(costs: Costs, number: int) -> dict[str, Any]:
    first, second = (codes[0] for codes in np.nonzero(costs.runs == number))
    answered = np.flatnonzero(costs.merged[number] > _NEVER)
    answers = {SYMBOLS[code][:2]: _whole(costs.merged[number, code]) for code in answered}
    return {
        "letters": [SYMBOLS[first][:2], SYMBOLS[second][:2]],
        "answers": [[*letter, bits] for letter, bits in answers.items()],
    }


def _whole(bits: np.float32) -> int:
    return round(float(bits) * _SCALE)


def _wholes(bits: np.ndarray) -> list[int]:
    return [_whole(number) for number in bits]


def _everywhere(letter: Sequence[str]) -> list[int]:
    """The codes of a letter in all its places."""
    return [number for number, code in enumerate(SYMBOLS) if list(code[:2]) == list(letter)]
