"""Which place somebody meant: exonyms, scripts and slips of the pen to one code. Floor 1."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from portal.linkage.tables.places import KINDS, PLACES
from portal.names import Lexicon, fold

_KNOWN_FROM = 0.74
_CLEARLY_BETTER = 0.03
_RESEMBLES_FROM = 0.55
_SHORTEST_GUESS = 3
_MOST_ASKED = 20_000


@dataclass(frozen=True, slots=True)
class Place:
    """A recognised place and the governorate it lies in."""

    code: str
    governorate: str


def _key(text: str) -> str:
    return "".join(word for word in fold(text).split() if word not in _KINDS)


_KINDS = frozenset(fold(word) for word in KINDS.split(","))


@lru_cache(maxsize=1)
def _spellings() -> dict[str, Place]:
    table: dict[str, Place] = {}
    for line in PLACES.strip().splitlines():
        code, governorate, written = line.split("|")
        for spelling in written.split(","):
            table.setdefault(_key(spelling), Place(code, governorate))
    return table


@lru_cache(maxsize=1)
def _written() -> tuple[Lexicon, tuple[Place, ...]]:
    """Every spelling as a word of a lexicon of its own, and the place each stands for, by the word's number."""
    lexicon = Lexicon()
    places: list[Place] = []
    for line in PLACES.strip().splitlines():
        code, governorate, written = line.split("|")
        for spelling in written.split(","):
            if lexicon.add(_joined(spelling)) == len(places):
                places.append(Place(code, governorate))
    return lexicon, tuple(places)


def _joined(text: str) -> str:
    words = [word for word in fold(text, "strict").replace("-", " ").split() if fold(word) not in _KINDS]
    return "".join(words)


@lru_cache(maxsize=16384)
def locate(text: str) -> Place | None:
    """The place meant by ``text``: an exact spelling of any part, else the nearest sounding one; None if unsure."""
    parts = _parts(text)
    for part in parts:
        if found := _spellings().get(_key(part)):
            return found
    for part in parts:
        word = _joined(part)
        if len(word) >= _SHORTEST_GUESS:
            place, alike, lead = _nearest(word)
            if alike >= _KNOWN_FROM and lead >= _CLEARLY_BETTER:
                return place
    return None


def known_place(text: str) -> Place | None:
    """The place that is written just so; no guess, so that a name is not taken for a town."""
    return _spellings().get(_key(text)) if _key(text) else None


@lru_cache(maxsize=16384)
def resembling(text: str) -> Place | None:
    """The place that an unknown name resembles, without being sure; None if it resembles none."""
    word = _joined(text)
    if len(word) < _SHORTEST_GUESS:
        return None
    place, alike, _ = _nearest(word)
    return place if alike >= _RESEMBLES_FROM else None


def _parts(text: str) -> list[str]:
    return [part for part in (text, *text.replace("،", ",").split(",")) if _key(part)]


def _nearest(word: str) -> tuple[Place, float, float]:
    """The place whose name sounds most like a word, how alike they are, and by how much it leads."""
    lexicon, places = _written()
    asked = lexicon.add(word)
    alike = lexicon.similarities(np.full(len(places), asked, dtype=np.int32), np.arange(len(places), dtype=np.int32))
    if len(lexicon) > len(places) + _MOST_ASKED:
        _written.cache_clear()
    best = int(alike.argmax())
    rival = max((float(value) for value, place in zip(alike, places, strict=True) if place != places[best]), default=0)
    return places[best], float(alike[best]), float(alike[best]) - rival
