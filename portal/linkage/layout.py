"""Numbers of fields and levels as named tuples, which the compiled comparisons are handed. Floor 1."""

from typing import NamedTuple

from portal.linkage import comparisons as c
from portal.names import CLOSE, SAME

SLIP = 0.68
"""Likeness of two words that sound apart but are one slip of the hand from each other."""
RESEMBLES_FROM = 0.6
"""Below this likeness two words are different names."""

_BIRTH = {level.code: at for at, level in enumerate(c.COMPARISONS["birth"])}


class Fields(NamedTuple):
    """Column of each comparison; all that depends on the name chosen comes before ``mother``."""

    given: int = c.FIELD["given"]
    sibling: int = c.FIELD["sibling"]
    order: int = c.FIELD["order"]
    kunya: int = c.FIELD["kunya"]
    mother: int = c.FIELD["mother"]
    mother_family: int = c.FIELD["mother_family"]
    sex: int = c.FIELD["sex"]
    nationality: int = c.FIELD["nationality"]
    birth: int = c.FIELD["birth"]
    birth_place: int = c.FIELD["birth_place"]
    event_place: int = c.FIELD["event_place"]
    event: int = c.FIELD["event"]


class Levels(NamedTuple):
    """Levels, thresholds of likeness and roles by name."""

    different: int = c.DIFFERENT
    resembles: int = c.RESEMBLES
    near: int = c.NEAR
    crossed: int = c.CROSSED
    shifted: int = c.SHIFTED
    spelling: int = c.SPELLING
    same_text: int = c.SAME_TEXT
    same_from: float = SAME
    near_from: float = CLOSE
    close_from: float = RESEMBLES_FROM + 0.02
    slip: float = SLIP
    grandfather: int = 2
    family: int = 3
    place_different: int = c.PLACE_DIFFERENT
    place_resembles: int = c.PLACE_RESEMBLES
    place_governorate: int = c.PLACE_GOVERNORATE
    place_same: int = c.PLACE_SAME
    birth_far: int = _BIRTH["birth.far_apart"]
    birth_within_ten: int = _BIRTH["birth.within_ten_years"]
    birth_within_three: int = _BIRTH["birth.within_three_years"]
    birth_within_one: int = _BIRTH["birth.within_one_year"]
    birth_overlaps: int = _BIRTH["birth.overlaps"]
    birth_same_year: int = _BIRTH["birth.same_year"]
    birth_same_day_of_another_year: int = _BIRTH["birth.same_day_of_another_year"]
    birth_exchanged: int = _BIRTH["birth.day_and_month_exchanged"]
    birth_same_day: int = _BIRTH["birth.same_day"]
    about_days: int = 45
