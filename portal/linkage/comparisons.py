"""What is compared, and which levels each comparison has: the readable table of the whole engine. Floor 1, data only.

A comparison gives one small integer, its level; ``MISSING`` means that one side says nothing, which is no evidence. A
level is a row of its comparison's tuple below. Agreements on a name, a place or a nationality exist once per class of
frequency, so that an agreement on a frequent name weighs little: every weight of a model stands in one flat table.
"""

from dataclasses import dataclass

MISSING = -1

FREQUENCIES = ("very_frequent", "frequent", "less_frequent", "uncommon", "rare", "very_rare")
"""Classes of how common a value is on the two sides, the most common first."""
SHARES = (0.03, 0.01, 0.003, 0.001, 0.0003)
"""Least share of its population at which a value belongs to the class of the same position; below all: very rare."""


@dataclass(frozen=True, slots=True)
class Level:
    """A stable code, translated by whoever shows it, and the class of frequency where it matters."""

    code: str
    frequency: str = ""


def _by_frequency(code: str) -> tuple[Level, ...]:
    return tuple(Level(code, frequency) for frequency in FREQUENCIES)


def _plain(*codes: str) -> tuple[Level, ...]:
    return tuple(Level(code) for code in codes)


# Offsets within a comparison of two names; the kernels add the class of frequency.
DIFFERENT = 0
RESEMBLES, NEAR, CROSSED, SHIFTED, SPELLING, SAME_TEXT = (1 + at * len(FREQUENCIES) for at in range(6))


def _name(code: str) -> tuple[Level, ...]:
    return (
        *_plain(f"{code}.different"),
        *_by_frequency(f"{code}.resembles"),
        *_by_frequency(f"{code}.near"),
        *_by_frequency(f"{code}.out_of_order"),
        *_by_frequency(f"{code}.elsewhere"),
        *_by_frequency(f"{code}.same_after_spelling"),
        *_by_frequency(f"{code}.same"),
    )


# Offsets within a comparison of two places.
PLACE_DIFFERENT, PLACE_RESEMBLES, PLACE_GOVERNORATE, PLACE_SAME = 0, 1, 2, 3


def _place(code: str) -> tuple[Level, ...]:
    plain = _plain(f"{code}.different", f"{code}.resembles", f"{code}.same_governorate")
    return (*plain, *_by_frequency(f"{code}.same"))


COMPARISONS: dict[str, tuple[Level, ...]] = {
    # Places of the chain. A part that answers from another place is "elsewhere" where the order of the parts is kept (a
    # generation left out), "out of order" where it is not (two parts exchanged).
    "given": _name("name.given"),
    "father": _name("name.father"),
    "grandfather": _name("name.grandfather"),
    "family": _name("name.family"),
    # Present only where it speaks: another given name beside the same relatives; one side read family first.
    "sibling": _plain("name.given.sibling_pattern"),
    "order": _plain("name.order.family_first"),
    "kunya": _name("kunya"),
    "mother": _name("mother.given"),
    "mother_family": _name("mother.family"),
    "sex": _plain("sex.different", "sex.same"),
    "nationality": (*_plain("nationality.different"), *_by_frequency("nationality.same")),
    "birth": _plain(
        "birth.far_apart",
        "birth.within_ten_years",
        "birth.within_three_years",
        "birth.within_one_year",
        "birth.overlaps",
        "birth.same_year",
        "birth.same_day_of_another_year",
        "birth.day_and_month_exchanged",
        "birth.same_day",
    ),
    "birth_place": _place("birth_place"),
    "event_place": _place("event_place"),
    # Disappearance on the left, capture or custody on the right.
    "event": _plain(
        "event.capture_before_disappearance", "event.possible", "event.within_a_year", "event.about_same_time"
    ),
}

FIELDS = tuple(COMPARISONS)
FIELD = {name: at for at, name in enumerate(FIELDS)}
MOST_LEVELS = max(map(len, COMPARISONS.values()))
