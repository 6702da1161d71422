"""Levels of every comparison: stable code, m, and the starting value of u. Floor 1, data only.

m is the share of true pairs at a level, u that of pairs of two different persons. m is a documented judgement (spelling
and typing habits of registers in four scripts, years of birth that are often estimates, places that are told from
memory); u starts here and is moved by the data. ``by_name`` marks levels whose u is the frequency of the very name,
times the number given: a frequent name weighs little. Rows: level → (code, m, u, by_name).
"""

Level = tuple[str, float, float, bool]

_CHAIN: dict[int, Level] = {
    4: ("same", 0.50, 0.50, True),
    3: ("same_after_spelling", 0.32, 0.50, True),
    2: ("elsewhere", 0.06, 2.50, True),
    1: ("resembles", 0.07, 0.030, False),
    0: ("different", 0.05, 0.950, False),
}


def _place_of_chain(field: str, different: float) -> dict[int, Level]:
    rows = {level: (f"{field}.{code}", m, u, by_name) for level, (code, m, u, by_name) in _CHAIN.items()}
    rows[0] = (f"{field}.different", different, 0.95, False)
    return rows


LEVELS: dict[str, dict[int, Level]] = {
    "given": _place_of_chain("name.given", 0.03),
    "father": _place_of_chain("name.father", 0.05),
    "grandfather": _place_of_chain("name.grandfather", 0.12),
    "family": _place_of_chain("name.family", 0.12),
    "kunya": _place_of_chain("kunya", 0.35),
    "mother": _place_of_chain("mother.given", 0.12),
    "mother_family": _place_of_chain("mother.family", 0.20),
    "sibling": {1: ("name.given.sibling_pattern", 0.01, 0.16, False)},
    "sex": {1: ("sex.same", 0.985, 0.60, False), 0: ("sex.different", 0.015, 0.40, False)},
    "nationality": {1: ("nationality.same", 0.90, 0.50, False), 0: ("nationality.different", 0.10, 0.50, False)},
    "birth": {
        6: ("birth.same_day", 0.20, 0.0002, False),
        5: ("birth.day_and_month_exchanged", 0.01, 0.0002, False),
        4: ("birth.overlaps", 0.36, 0.035, False),
        3: ("birth.within_one_year", 0.16, 0.07, False),
        2: ("birth.within_three_years", 0.10, 0.10, False),
        1: ("birth.within_ten_years", 0.13, 0.30, False),
        0: ("birth.far_apart", 0.04, 0.50, False),
    },
    "birth_place": {
        3: ("birth_place.same", 0.72, 0.06, False),
        2: ("birth_place.same_governorate", 0.08, 0.04, False),
        1: ("birth_place.resembles", 0.05, 0.02, False),
        0: ("birth_place.different", 0.15, 0.88, False),
    },
    "event_place": {
        3: ("event_place.same", 0.50, 0.06, False),
        2: ("event_place.same_governorate", 0.10, 0.04, False),
        1: ("event_place.resembles", 0.05, 0.02, False),
        0: ("event_place.different", 0.35, 0.88, False),
    },
    "event": {
        2: ("event.about_same_time", 0.35, 0.04, False),
        1: ("event.possible", 0.50, 0.48, False),
        0: ("event.capture_before_disappearance", 0.15, 0.48, False),
    },
}

# How many pairs the starting u counts for when the data speak.
PRIOR_PAIRS = 200
# A name's share among names: before any record is seen, and never rarer than.
NAME_SHARE, NAME_SHARE_COUNTS, RAREST = 0.01, 40, 0.0005
# Share of left records expected to have their person on the right.
EXPECTED_SHARE = 0.5
