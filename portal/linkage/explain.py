"""Why a pair got its weight: one reason per comparison that said something. Floor 1."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence. ``weight`` in bits: above 0 speaks for the same person, below 0 against.

    ``level_code`` is stable (``name.given.same_after_spelling``); whoever shows it translates it. ``left`` and
    ``right`` are the values as written: confidential, never to be logged.
    """

    field: str
    level_code: str
    weight: float
    left: str = ""
    right: str = ""


def strongest(reasons: tuple[Reason, ...], limit: int = 5) -> tuple[Reason, ...]:
    """The reasons that moved the weight most, for or against; equal ones in the order of the fields."""
    return tuple(sorted(reasons, key=lambda reason: -abs(reason.weight))[:limit])
