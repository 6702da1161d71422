"""Invented words in all scripts that stand nowhere else, and every form in which a store might give them away."""

from __future__ import annotations

import base64
import json
import random
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import quote

_LETTERS = {
    "ar": "بتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "ckb": "بپتجچحخدرڕزژسشعغفڤقکگلڵمنهەوۆیێ",
    "ku": "bcçdeêfghiîjklmnopqrsştuûvwxyz",
    "en": "bcdfghjklmnpqrstvwz",
}
LENGTH = 9
# Every invented word begins with the mark of its letters, every number with that of numbers: bytes that hold no mark in
# any form hold no word, and a few marks are looked for quicker than hundreds of words.
_MARKS = {"ar": "ظغضث", "ckb": "ڤژڵڕ", "ku": "xwqûj", "en": "qxzvk"}
_NUMBERS = "+963900"


class Canaries:
    """`word("ar")` gives a new word; `all` are those given so far."""

    def __init__(self, seed: int = 2026):
        self._random = random.Random(seed)
        self.all: list[str] = []

    def word(self, language: str) -> str:
        """A new word in the language's letters."""
        return self._keep(_MARKS[language] + "".join(self._random.choices(_LETTERS[language], k=LENGTH)))

    def name(self, language: str) -> str:
        """Two new words, as a name is written."""
        return f"{self.word(language)} {self.word(language)}"

    def phone(self) -> str:
        """A number that nobody has, as it is typed."""
        return self._keep(f"{_NUMBERS}{self._random.randrange(10**6):06}")

    def email(self) -> str:
        """An address under a reserved domain."""
        return f"{self.word('en')}@example.org"

    def _keep(self, word: str) -> str:
        self.all.append(word)
        return word


def found_in(content: bytes, words: Iterable[str]) -> list[str]:
    """The words that stand in the bytes in any of the forms, each with the form."""
    low, words = content.lower(), list(words)
    strange = [word for word in words if not word.startswith((*_MARKS.values(), _NUMBERS))]
    has_mark = any(True for mark in (*_MARKS.values(), _NUMBERS) for _ in _standing(mark, content, low))
    return [f"{word} ({form})" for word in (words if has_mark else strange) for form in _standing(word, content, low)]


def _standing(word: str, content: bytes, low: bytes) -> Iterator[str]:
    return (form for form, look in _forms(word) if look in (low if form in LOW else content))


LOW = {"JSON", "hexadecimal", "percent", "capitals"}


@cache
def _forms(word: str) -> list[tuple[str, bytes]]:
    raw = word.encode()
    return [
        ("UTF-8", raw),
        ("capitals", word.lower().encode()),
        ("UTF-16LE", word.encode("utf-16-le")),
        ("UTF-16BE", word.encode("utf-16-be")),
        ("JSON", json.dumps(word)[1:-1].lower().encode()),
        ("hexadecimal", raw.hex().encode()),
        ("percent", quote(word, safe="").lower().encode()),
        *[(f"base64+{shift}", _base64(raw, shift)) for shift in range(3)],
        *[(f"base64 UTF-16+{shift}", _base64(word.encode("utf-16-le"), shift)) for shift in range(3)],
    ]


def _base64(raw: bytes, shift: int) -> bytes:
    """The part of the word's base64 that does not depend on its neighbours, when it begins at this shift."""
    coded = base64.b64encode(b"\0" * shift + raw)
    begin, end = (0, 2, 3)[shift], len(coded) - (4 if (shift + len(raw)) % 3 else 0)
    return coded[begin:end]
