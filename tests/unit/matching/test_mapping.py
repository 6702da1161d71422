"""Places by both sides' words on one drawing."""

from __future__ import annotations

from portal.linkage import locate
from portal.matching.map_places import POSITIONS, RIVERS
from portal.matching.mapping import HEIGHT, WIDTH, map_of
from portal.matching.sides import PairSides, Side, Spot


def side(*spots: Spot) -> Side:
    return Side("SR", (), (), (), spots)


def test_marks_are_numbered_over_both_sides_and_none_hides_another() -> None:
    family = side(Spot("Birth place", "القامشلي"), Spot("Place of the last news", "nowhere at all", "Qamishli"))
    found = map_of(PairSides(family, side(Spot("Held in", "Qamişlo"), Spot("Arrest", "xyzzy"))))
    assert found and found.is_drawn
    assert [(mark.number, mark.is_source) for mark in found.marks] == [(1, False), (2, False), (3, True), (4, True)]
    points = [(mark.x, mark.y) for mark in found.marks]
    assert points[3] == (None, None) and len(set(points[:3])) == 3 and len({y for _x, y in points[:3]}) == 1


def test_without_places_there_is_no_map_and_unknown_ones_stand_in_the_table_alone() -> None:
    assert map_of(PairSides(side(), side())) is None
    found = map_of(PairSides(side(Spot("Birth place", "xyzzy")), side()))
    assert found and not found.is_drawn and found.marks[0].place == "xyzzy"


def test_all_that_is_drawn_lies_on_the_paper_and_every_governorate_is_known() -> None:
    for longitude, latitude in [*POSITIONS.values(), *(bend for river in RIVERS for bend in river)]:
        assert 0 <= (longitude - 35.0) * 40 <= WIDTH and 0 <= (37.6 - latitude) * 48 <= HEIGHT
    for written in ("Baghdad", "الرقة", "Şengal", "هەولێر", "دير الزور", "Dhi Qar"):
        place = locate(written)
        assert place and place.governorate in POSITIONS
