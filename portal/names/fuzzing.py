"""Random names, whole and mangled, until a promise breaks: no exception, bounded, symmetric, stable. Floor 0."""

import random
import time
from collections.abc import Callable

from portal.names.comparing import WordLikeness, compare
from portal.names.folding import fold
from portal.names.indexing import keys
from portal.names.parsing import parse
from portal.names.tables import particles
from portal.names.tables.letters import ARABIC, LATIN
from portal.names.tables.usual import USUAL
from portal.names.transliteration import transliterate

_ALIKE = 1e-5
_STRANGE = "\u200c\u200d\u202e\u2066\u2069\u0640\u064b\ud800\udfff\x00\n\t'’.,-()«»0٣۳😀ﷺИܡ𝔄´\u0301"
_WORDS = [*USUAL.split(), *particles.CHILD_OF, *particles.SERVANT, *particles.TITLES, *particles.FATHER_OF, "al-", "ال"]
_LETTERS = [*ARABIC, *LATIN, *_STRANGE]


def fuzz(*, minutes: float, seed: int) -> str:
    """Try random names for so long; a line that says how many. Raises AssertionError with the texts that broke one."""
    chance, until, tried = random.Random(seed), time.monotonic() + 60 * minutes, 0  # noqa: S311 - no secret
    words = WordLikeness()
    while time.monotonic() < until:
        left, right = _text(chance), _text(chance)
        try:
            _check(left, right, words)
        except Exception as error:
            raise AssertionError(f"seed {seed}, after {tried} pairs: {left!r} and {right!r}: {error!r}") from error
        tried += 1
    return f"{tried} pairs of texts in {minutes:g} minutes (seed {seed}): every promise kept"


def _check(left: str, right: str, words: WordLikeness) -> None:
    a, b = parse(left), parse("", given=right, mother=left, kunya=right)
    found, other = compare(a, b, words=words), compare(b, a, words=words)
    _promise(0 <= found.score <= 1, "bounded")
    _promise(abs(found.score - other.score) <= _ALIKE, "symmetric")
    for level in ("strict", "loose"):
        folded = fold(left, level)
        _promise(fold(folded, level) == folded, f"{level} folding is stable")
    _promise(all(len(key) <= 24 for values in keys(b).values() for key in values), "short keys")
    for line in (transliterate(left, "Latn"), transliterate(right, "Arab")):
        line.encode("utf-8")


def _promise(kept: bool, name: str) -> None:
    if not kept:
        raise ValueError(f"broken: {name}")


def _text(chance: random.Random) -> str:
    makers: tuple[Callable[[random.Random], str], ...] = (_name, _name, _mangled, _noise)
    return chance.choice(makers)(chance)


def _name(chance: random.Random) -> str:
    return chance.choice((" ", " ", "-", "")).join(chance.choices(_WORDS, k=chance.randint(0, 6)))


def _mangled(chance: random.Random) -> str:
    letters = list(_name(chance))
    for _ in range(chance.randint(1, 8)):
        letters.insert(chance.randint(0, len(letters)), chance.choice(_LETTERS))
    return "".join(letters)


def _noise(chance: random.Random) -> str:
    return "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randint(0, 30)))
