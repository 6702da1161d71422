"""Which place somebody meant: exonyms, scripts and slips of the pen to one code. Floor 1."""

from dataclasses import dataclass
from functools import lru_cache

from portal.linkage.tables.places import KINDS, PLACES
from portal.names import fold
from portal.names.distance import similarities

_KNOWN_FROM = 0.74
_CLEARLY_BETTER = 0.03
_SHORTEST_GUESS = 3


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
def _written() -> tuple[tuple[str, Place], ...]:
    rows = (line.split("|") for line in PLACES.strip().splitlines())
    return tuple((_joined(one), Place(row[0], row[1])) for row in rows for one in row[2].split(","))


def _joined(text: str) -> str:
    words = [word for word in fold(text, "strict").replace("-", " ").split() if fold(word) not in _KINDS]
    return "".join(words)


@lru_cache(maxsize=16384)
def locate(text: str) -> Place | None:
    """The place meant by ``text``: an exact spelling of any part, else the nearest sounding one; None if unsure."""
    parts = [part for part in (text, *text.replace("،", ",").split(",")) if _key(part)]
    for part in parts:
        if found := _spellings().get(_key(part)):
            return found
    return next((found for part in parts if (found := _nearest(_joined(part)))), None)


def _nearest(word: str) -> Place | None:
    if len(word) < _SHORTEST_GUESS:
        return None
    alike = similarities([(word, spelling) for spelling, _ in _written()])
    order = alike.argsort()[::-1]
    best = _written()[int(order[0])][1]
    rival = next((float(alike[at]) for at in order if _written()[int(at)][1] != best), 0.0)
    certain = alike[order[0]] >= _KNOWN_FROM and alike[order[0]] - rival >= _CLEARLY_BETTER
    return best if certain else None
