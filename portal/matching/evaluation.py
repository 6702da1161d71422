"""How well the comparison does, by what people judged: precision, recall, calibration by language pair (floor 6).

Only pairs that people settled are known, and people settled what the machine proposed: recall is among the proposals.
Numbers of fewer than FEWEST pairs are not told, so that nobody is recognised in them (security guide T1).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from portal.detainees.models import DetaineeName
from portal.registry.models import PersonName

from .enums import MatchRole, PairState
from .models import CandidatePair, PairQuerySet

FEWEST = 10
TOO_FEW = "too few"
ALL, OTHERS = "all", "others"
THRESHOLD = 0.5
_BINS = 10
_CONFIRMED = (PairState.VERIFIED, PairState.DISCLOSED, PairState.NOT_DISCLOSED)
_UNKNOWN = "?"


@dataclass(frozen=True)
class Judged:
    """One settled pair: the probability the machine gave, whether people said the same person, and the languages."""

    probability: float
    is_same: bool
    languages: str


@dataclass(frozen=True)
class Measures:
    """Of one group of pairs; None where there are too few to say. `calibration` is a table by tenths of probability."""

    pairs: int
    same: int
    precision: float | None
    recall: float | None
    brier: float
    calibration: tuple[dict[str, Any], ...]


def settled() -> PairQuerySet:
    """Pairs of which people said whether it is the same person, where the family still agrees to comparison."""
    return CandidatePair.objects.open_to_reading().filter(state__in=[*_CONFIRMED, PairState.REJECTED])


def is_same(state: str, role: str) -> bool:
    """Say what the judgement says of identity: a relative or a witness is another person."""
    return state in _CONFIRMED and role == MatchRole.SAME_PERSON


def judged_pairs() -> list[Judged]:
    """All settled pairs, without a name and without a key; nothing is opened."""
    rows = list(settled().values_list("registration_id", "detainee_id", "probability", "state", "role"))
    left = _languages(PersonName.objects, "person__registration", [row[0] for row in rows])
    right = _languages(DetaineeName.objects, "record", [row[1] for row in rows])
    return [
        Judged(
            probability,
            is_same(state, role),
            f"{left.get(registration, _UNKNOWN)}–{right.get(detainee, _UNKNOWN)}",
        )
        for registration, detainee, probability, state, role in rows
    ]


def evaluate(judged: Sequence[Judged]) -> dict[str, Measures | str]:
    """Measures of all pairs and of each pair of languages (registration–record), by name; TOO_FEW for a small group.

    Small groups count together as OTHERS. Where they are too few even so, they are left out of all too: nobody finds
    their numbers by subtraction.
    """
    groups: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        groups[one.languages].append(one)
    found = {name: measure(groups[name]) for name in sorted(groups)}
    small = [one for name, measures in found.items() if measures == TOO_FEW for one in groups[name]]
    shown = [one for name, measures in found.items() if measures != TOO_FEW for one in groups[name]]
    others = measure(small)
    if small:
        found[OTHERS] = others
    return {ALL: measure(shown if others == TOO_FEW else judged), **found}


def measure(judged: Sequence[Judged]) -> Measures | str:
    """Measures of one group, or TOO_FEW."""
    if len(judged) < FEWEST:
        return TOO_FEW
    same = sum(one.is_same for one in judged)
    if 0 < same < FEWEST or 0 < len(judged) - same < FEWEST:
        return TOO_FEW
    proposed = [one for one in judged if one.probability >= THRESHOLD]
    right = sum(one.is_same for one in proposed)
    return Measures(
        pairs=len(judged),
        same=same,
        precision=_share(right, len(proposed)),
        recall=_share(right, same),
        brier=round(sum((one.probability - one.is_same) ** 2 for one in judged) / len(judged), 4),
        calibration=_calibration(judged),
    )


def as_json(measures: Measures | str) -> dict[str, Any] | str:
    """The measures as plain values."""
    return measures if isinstance(measures, str) else asdict(measures)


def _calibration(judged: Sequence[Judged]) -> tuple[dict[str, Any], ...]:
    """What share of each tenth of probability people confirmed; a well calibrated machine says that share."""
    bins: list[list[Judged]] = [[] for _ in range(_BINS)]
    for one in judged:
        bins[min(_BINS - 1, int(one.probability * _BINS))].append(one)
    return tuple(_bin(place, found) for place, found in enumerate(bins) if found)


def _bin(place: int, found: Sequence[Judged]) -> dict[str, Any]:
    row: dict[str, Any] = {"from": place / _BINS, "to": (place + 1) / _BINS}
    if len(found) < FEWEST:
        return {**row, "pairs": TOO_FEW}
    said = sum(one.probability for one in found) / len(found)
    confirmed = sum(one.is_same for one in found) / len(found)
    return {**row, "pairs": len(found), "said": round(said, 3), "confirmed": round(confirmed, 3)}


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole >= FEWEST else None


def _languages(names, owner: str, ids: list[UUID]) -> dict[UUID, str]:
    """The language of each record's first name, as it was guessed when it was written."""
    found: dict[UUID, str] = {}
    for start in range(0, len(ids), 500):
        rows = names.filter(**{f"{owner}__in": ids[start : start + 500]}, is_primary=True)
        found.update(rows.values_list(owner, "language"))
    return found
