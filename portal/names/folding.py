"""One spelling for many: the folded text at three strengths. Floor 0.

* ``strict`` unifies code points of the same letter, case, digits and marks: the reader sees the same word;
* ``loose`` unifies letters that writers exchange (hamza, ة/ه/ە, ی/ى/ێ, Latin accents, doubled letters);
* ``skeleton`` keeps the consonants only, in one alphabet for all scripts.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from portal.names.cleaning import clean, romanised
from portal.names.sounding import skeleton, symbols
from portal.names.tables.letters import LATIN_LOOSE, LOOSE_LETTER, SAME_LETTER

Level = Literal["strict", "loose", "skeleton"]

_STRICT = str.maketrans(SAME_LETTER)
_LOOSE = str.maketrans(LOOSE_LETTER)
_ACCENTED = str.maketrans(LATIN_LOOSE)
_JOINERS = re.compile(r"[-_/.,;:()\[\]\"“”«»،؛‐‑‒–—]+")
_APOSTROPHES = re.compile(r"['’‘`´ʿʾʼ]+")
_DOUBLED = re.compile(r"([^\W\d_])\1+")
_LONG_I, _LONG_U = re.compile(r"ee|ii"), re.compile(r"oo|ou|uu")
_SPACES = re.compile(r"\s+")
_UNUSUAL = re.compile(r"[^\u0020-\u017f\u0600-\u06c1\u06c3-\u06d2\u06d4-\u06ff\u200c]")
_MOST_FOLDS = 4


def fold(text: str, level: Level = "loose") -> str:
    """Return ``text`` folded at ``level``; empty if nothing readable is left. Idempotent for strict and loose."""
    if level == "strict":
        return _strict(text)
    if level == "loose":
        return _loose(text)
    if level == "skeleton":
        words = (skeleton(symbols(word)) for word in _loose_words(text))
        return " ".join(word for word in words if word)
    raise ValueError(f"unknown level of folding: {level!r}")


def fold_all(words: Iterable[str]) -> frozenset[str]:
    """The loose forms of ``words``, for tables that are looked up by a loose form."""
    return frozenset(_loose(word) for word in words)


def _digits(text: str) -> str:
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def _strict(text: str) -> str:
    folded = _digits(clean(text)).casefold().translate(_STRICT)
    return _SPACES.sub(" ", unicodedata.normalize("NFC", folded)).strip()


@lru_cache(maxsize=65536)
def _loose(text: str) -> str:
    folded = _loosened(text)
    # Forms of letters that nobody types may fold into letters that fold again.
    for _ in range(_MOST_FOLDS if _UNUSUAL.search(text) else 0):
        if (again := _loosened(folded)) == folded:
            break
        folded = again
    return folded


def _loosened(text: str) -> str:
    folded = _strict(text).translate(_ACCENTED).translate(_LOOSE)
    folded = _APOSTROPHES.sub("", _JOINERS.sub(" ", romanised(_unaccented(folded).translate(_ACCENTED)).casefold()))
    folded = _LONG_U.sub("u", _LONG_I.sub("i", folded))
    while (once := _DOUBLED.sub(r"\1", folded)) != folded:
        folded = once
    folded = _LONG_U.sub("u", _LONG_I.sub("i", folded))
    return _SPACES.sub(" ", folded).strip()


def _unaccented(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", text) if unicodedata.category(char) != "Mn")


def _loose_words(text: str) -> list[str]:
    """Words as they sound: the strict form, since the loose one has lost long vowels and Kurdish letters."""
    return _JOINERS.sub(" ", _strict(text)).split()
