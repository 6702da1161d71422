"""What she told of what happened: who did what, where the person was held, and what she believes (floor 5).

It is handed to the services as one value. Nothing of it is compared with lists, so that it is no part of the
fingerprint by which changed content is recognised.
"""

from dataclasses import dataclass
from uuid import UUID

from portal.places.data.loading import place_key

# The questions, as a draft's answers name them. None is required.
HAPPENED, PARTIES, STAYS, BELIEF = "happened", "parties", "stays", "belief"
# What an answer names of a place where the person was held as the rows do, besides the place itself.
STAY_WORDS = ("began", "began_as_said", "ended", "ended_as_said", "source", "sureness")


@dataclass(frozen=True)
class StayContent:
    """One place where the person was held: from the list, or as she heard it, or both. Dates are EDTF."""

    place_id: UUID | None = None
    place_as_heard: str = ""
    began: str = ""
    began_as_said: str = ""
    ended: str = ""
    ended_as_said: str = ""
    source: str = ""
    sureness: str = ""


@dataclass(frozen=True)
class HappenedContent:
    """Codes of `Harm`, `Party`, `BelievedFate`, `Source`; what she saw or heard of those who did it is in her words."""

    harms: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    parties_in_words: str = ""
    stays: tuple[StayContent, ...] = ()
    belief: str = ""
    basis: tuple[str, ...] = ()


def happened_of(answers: dict) -> HappenedContent:
    """Return what the answers of a draft say of it."""
    parties, belief = answers.get(PARTIES, {}), answers.get(BELIEF, {})
    return HappenedContent(
        harms=tuple(answers.get(HAPPENED, {}).get("harms", ())),
        parties=tuple(parties.get("parties", ())),
        parties_in_words=parties.get("words", ""),
        stays=tuple(_stay(row) for row in in_order_of_time(answers.get(STAYS, {}).get("rows", []))),
        belief=belief.get("belief", ""),
        basis=tuple(belief.get("basis", ())),
    )


def _stay(row: dict) -> StayContent:
    return StayContent(
        place_id=place_key(row["place"]) if row.get("place") else None,
        place_as_heard=row.get("words", ""),
        **{name: row.get(name, "") for name in STAY_WORDS},
    )


def in_order_of_time(rows: list[dict]) -> list[dict]:
    """Return stays as they followed each other, as far as dates are known; those without a date stand last."""
    return sorted(rows, key=lambda row: row.get("began") or row.get("ended") or "9999")
