"""Where things happened by both sides' words, on a drawing of our own: two rivers, towns, numbers (floor 6).

No tiles and no other site. A place is where its words lead linkage's list of names; what leads nowhere stays in the
table, and the table says all that the drawing says.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.linkage import locate

from .map_places import POSITIONS, RIVERS
from .sides import PairSides, Spot, Words

WIDTH, HEIGHT = 560, 400
_WEST, _NORTH = 35.0, 37.6
# A degree of latitude is longer than one of longitude there.
_ACROSS, _DOWN = 40.0, 48.0
_APART, _EDGE = 21, 40
_TOWNS = {
    "aleppo": _("Aleppo"),
    "damascus": _("Damascus"),
    "deir_ezzor": _("Deir ez-Zor"),
    "qamishli": _("Qamishli"),
    "mosul": _("Mosul"),
    "baghdad": _("Baghdad"),
    "basra": _("Basra"),
}


@dataclass(frozen=True)
class Mark:
    """A numbered place of one side: what it is, as told; where it is drawn, empty where its name is not known."""

    number: int
    who: Words
    what: Words
    place: str
    is_source: bool
    x: int | None = None
    y: int | None = None


@dataclass(frozen=True)
class Town:
    """A town to know the way by."""

    name: Words
    x: int
    y: int

    @property
    def name_y(self) -> int:
        """Where the name stands: below, and above at the northern edge, where marks are close together."""
        return self.y - 16 if self.y < _EDGE else self.y + 28


@dataclass(frozen=True)
class Map:
    """Rivers as SVG paths, towns, and the marks of both sides."""

    marks: tuple[Mark, ...]
    towns: tuple[Town, ...]
    rivers: tuple[str, ...]

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything to draw."""
        return any(mark.x is not None for mark in self.marks)


def map_of(sides: PairSides) -> Map | None:
    """The places of both sides, numbered; None where neither names any."""
    marks: list[Mark] = []
    taken: set[tuple[int, int]] = set()
    for spot, is_source in [*((one, False) for one in sides.left.spots), *((one, True) for one in sides.right.spots)]:
        number, who = (
            len(marks) + 1,
            pgettext_lazy("who says", "Record") if is_source else pgettext_lazy("who says", "Family"),
        )
        where = _free(_position(spot), taken)
        marks.append(Mark(number, who, spot.what, spot.place, is_source, *(where or ())))
    if not marks:
        return None
    towns = tuple(Town(name, *_point(*POSITIONS[code])) for code, name in _TOWNS.items())
    rivers = tuple("M" + " ".join("{},{}".format(*_point(*bend)) for bend in river) for river in RIVERS)
    return Map(tuple(marks), towns, rivers)


def _position(spot: Spot) -> tuple[int, int] | None:
    found = next((found for text in (spot.chosen, spot.place) if text and (found := locate(text))), None)
    degrees = found and (POSITIONS.get(found.code) or POSITIONS.get(found.governorate))
    return _point(*degrees) if degrees else None


def _free(point: tuple[int, int] | None, taken: set[tuple[int, int]]) -> tuple[int, int] | None:
    """The point, or the next one beside it where no other mark stands."""
    while point and any(abs(point[0] - x) < _APART and abs(point[1] - y) < _APART for x, y in taken):
        point = point[0] + _APART, point[1]
    if point:
        taken.add(point)
    return point


def _point(longitude: float, latitude: float) -> tuple[int, int]:
    return round((longitude - _WEST) * _ACROSS), round((_NORTH - latitude) * _DOWN)
