"""How well the comparison does, by what people judged: precision, recall, calibration by language pair (floor 6).

Only pairs that people settled are known, and people settled what the machine proposed: recall is among the proposals.
Numbers of fewer than FEWEST pairs are not told, so that nobody is recognised in them (security guide T1).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery

from portal.core.pieces import pieces
from portal.detainees.models import DetaineeName
from portal.registry.models import PersonName

from .enums import FamilySays, MatchRole, PairState
from .models import CandidatePair, FamilyAnswer, PairQuerySet

FEWEST = 10
TOO_FEW = "too few"
ALL, OTHERS = "all", "others"
THRESHOLD = 0.5
_BINS = 10
_CONFIRMED = (PairState.VERIFIED, PairState.DISCLOSED, PairState.NOT_DISCLOSED)
_KNOWS = (FamilySays.CONFIRMED, FamilySays.NOT_HIM)
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
    """Pairs of which people said whether it is the same person, where the family still agrees to comparison.

    Each with `family_says`: the newest answer of a family that was told, where it knows. It stands above the readings,
    also while the pair is read again, unless we found since that what we told was wrong.
    """
    answers = FamilyAnswer.objects.filter(disclosure__pair=OuterRef("pk")).exclude(
        disclosure__corrections__approved_at__isnull=False
    )
    newest = answers.order_by("-noted_at", "-pk").values("says")[:1]
    told = CandidatePair.objects.open_to_reading().annotate(family_says=Subquery(newest))
    return told.filter(Q(state__in=[*_CONFIRMED, PairState.REJECTED]) | Q(family_says__in=_KNOWS))


def is_same(state: str, role: str, family_says: str | None = None) -> bool:
    """Say what people say of identity: a relative or a witness is another person. The family's word stands first."""
    if family_says in _KNOWS:
        return family_says == FamilySays.CONFIRMED
    return state in _CONFIRMED and role == MatchRole.SAME_PERSON


def judged_pairs() -> list[Judged]:
    """All settled pairs, without a name and without a key; nothing is opened."""
    pairs = list(settled().only("registration_id", "detainee_id", "probability", "state", "role"))
    languages = languages_of(pairs)
    return [Judged(pair.probability, label_of(pair), languages[pair.pk]) for pair in pairs]


def label_of(pair: CandidatePair) -> bool:
    """Say of one of the `settled` pairs whether it is the same person."""
    return is_same(pair.state, pair.role, pair.family_says)  # type: ignore[attr-defined]


def is_from_family(pair: CandidatePair) -> bool:
    """Say of one of the `settled` pairs whether the family has said it, and not readers alone."""
    return pair.family_says in _KNOWS  # type: ignore[attr-defined]


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


def languages_of(pairs: Sequence[CandidatePair]) -> dict[UUID, str]:
    """The pair of languages of each pair, registration first."""
    left = _languages(PersonName.objects, "person__registration", [pair.registration_id for pair in pairs])
    right = _languages(DetaineeName.objects, "record", [pair.detainee_id for pair in pairs])
    return {
        pair.pk: f"{left.get(pair.registration_id, _UNKNOWN)}–{right.get(pair.detainee_id, _UNKNOWN)}" for pair in pairs
    }


def _languages(names, owner: str, ids: list[UUID]) -> dict[UUID, str]:
    """The language of each record's first name, as it was guessed when it was written."""
    found: dict[UUID, str] = {}
    for some in pieces(ids):
        rows = names.filter(**{f"{owner}__in": some}, is_primary=True)
        found.update(rows.values_list(owner, "language"))
    return found
