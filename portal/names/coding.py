"""A word as a row of codes: its symbols, each with its script and the place where it stands. Floor 0.

What a letter stands for depends on its neighbours: ``e`` at the end is often silent, ``c`` before ``e`` hisses, a
vowel of the first syllable is short more often than the last one. A code is such a letter in such a place; the table of
evidence (:mod:`portal.names.costs`) has a row for each.
"""

from functools import lru_cache

from portal.names.cleaning import script_of
from portal.names.sounding import MAX_SYMBOLS, is_vowelless, symbols
from portal.names.tables.letters import ARABIC, KURMANJI, LATIN
from portal.names.tables.sounds import LONG_GROUPS, SHORTENED, VOWELS

Code = tuple[str, str, str]
"""Script ("L" Latin, "A" Arabic), symbol, place ("" anywhere)."""

LATIN_WORD, VOWELLED_WORD, BRIEF_WORD = 0, 1, 2
"""How fully a spelling writes vowels: Latin; Arabic letters with Kurdish vowels; Arabic letters without."""

OPENING, CLOSING, BEFORE_VOWEL, FIRST, LAST_BUT_ONE, SOFT = "^", "$", "v", "1", "p", "s"

_FROM_CONTEXT_LATIN = (*KURMANJI.values(), *SHORTENED.values(), "AL", "h$", "a$", "ah", "a^", "e^", "i^", "o^", "u^")
_FROM_CONTEXT_ARABIC = ("AL", "^", "ه$", "e^")
_VOWELS = {"L": frozenset("aeiou"), "A": frozenset("ا")}
_GLIDES = {"L": frozenset("yw"), "A": frozenset("وي")}
_GROUPS = {"L": (LONG_GROUPS - {"aa"}) | {"ay", "aw", "ie", "ou"}, "A": frozenset()}
_CONSONANTS = {"L": frozenset("bcdfgklmnpqrstvxz"), "A": frozenset()}
_SOFTENED = {"L": frozenset("cg"), "A": frozenset()}
_SOFTENING = ("e", "i", "y", "ī")


def _places(script: str, symbol: str) -> tuple[str, ...]:
    if symbol in _VOWELS[script]:
        return ("", CLOSING, BEFORE_VOWEL, FIRST, LAST_BUT_ONE)
    if symbol in _GLIDES[script]:
        return ("", OPENING, CLOSING, BEFORE_VOWEL, FIRST, LAST_BUT_ONE)
    if symbol in _GROUPS[script]:
        return ("", CLOSING)
    if symbol in _CONSONANTS[script]:
        return ("", CLOSING, SOFT) if symbol in _SOFTENED[script] else ("", CLOSING)
    return ("",)


def _inventory() -> tuple[Code, ...]:
    latin = sorted({*LATIN.values(), *_FROM_CONTEXT_LATIN})
    arabic = sorted({*ARABIC.values(), *_FROM_CONTEXT_ARABIC})
    letters = [("L", symbol) for symbol in latin] + [("A", symbol) for symbol in arabic]
    return (("", "", ""), *((*letter, place) for letter in letters for place in _places(*letter)))


SYMBOLS = _inventory()
"""All codes in order; the first is padding."""
CODES = {code: number for number, code in enumerate(SYMBOLS)}


@lru_cache(maxsize=65536)
def coded(word: str) -> tuple[bytes, int]:
    """Codes of a word as bytes, padded with 0 to MAX_SYMBOLS; and how fully its spelling writes vowels."""
    read, arabic = symbols(word), script_of(word) == "Arab"
    script, other = ("A", "L") if arabic else ("L", "A")
    codes = bytes(_code(script, other, symbol, _place(script, read, at)) for at, symbol in enumerate(read))
    fullness = (BRIEF_WORD if is_vowelless(word) else VOWELLED_WORD) if arabic else LATIN_WORD
    return codes.ljust(MAX_SYMBOLS, b"\0"), fullness


def _code(script: str, other: str, symbol: str, place: str) -> int:
    """A letter of the other script inside a word keeps its own row."""
    options = ((script, symbol, place), (script, symbol, ""), (other, symbol, ""))
    return next(CODES[option] for option in options if option in CODES)


def _place(script: str, read: tuple[str, ...], at: int) -> str:
    symbol, following = read[at], read[at + 1] if at + 1 < len(read) else None
    glide = symbol in _GLIDES[script]
    if glide or symbol in _VOWELS[script]:
        return _vowel_place(read, at, following, glide=glide)
    if following is None:
        return CLOSING if at else ""
    return SOFT if symbol in _SOFTENED[script] and following.startswith(_SOFTENING) else ""


def _vowel_place(read: tuple[str, ...], at: int, following: str | None, *, glide: bool) -> str:
    if at == 0:
        return OPENING if glide else ""
    if following is None:
        return CLOSING
    if following in VOWELS or following in ("y", "w"):
        return BEFORE_VOWEL
    return FIRST if at == 1 else LAST_BUT_ONE if at == len(read) - 2 else ""
