"""What linkage offers, as matching uses it: the model in force and an index of each side (floor 6)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import cast
from uuid import UUID

from django.conf import settings

from portal.linkage import Model, Pair, Reason, Record, ServingIndex, World

from .enums import SideKind

# In both sides together one record of fifty may be there twice; between the sides a model has its own expectation.
_DUPLICATE_SHARE = 0.02
# Candidates for a duplicate are ranked with the time of the event, which says nothing within one side: take more.
_MORE = 3


@dataclass(frozen=True)
class Found:
    """A record of an index that may be the one searched for: weight in bits, calibrated probability, and why."""

    id: UUID
    weight: float
    probability: float
    levels: dict[str, int]
    reasons: tuple[Reason, ...]


@lru_cache(maxsize=1)
def model_in_force() -> Model:
    """The model that this installation compares with: the file LINKAGE_MODEL, or the one that comes with the portal.

    Raises ModelError where the file cannot be used.
    """
    return Model.read(Path(settings.LINKAGE_MODEL)) if settings.LINKAGE_MODEL else Model.default()


class Indexes:
    """Both sides in memory, sharing one vocabulary."""

    def __init__(self, model: Model) -> None:
        self.model = model
        # Within one side both dates mean the same event, and most records stand there once.
        self._within = replace(model.without("event"), expected_share=_DUPLICATE_SHARE)
        world = World()
        self._sides = {
            SideKind.REGISTRATION: ServingIndex(model, world=world, holds="left"),
            SideKind.DETAINEE: ServingIndex(model, world=world, holds="right"),
        }

    def extend(self, kind: str, records: Iterable[Record]) -> None:
        """Take in many records, and count their values: what agrees is frequent or rare by these counts."""
        self._sides[SideKind(kind)].extend(records)

    def remove(self, kind: str, key: UUID) -> None:
        """Forget a record."""
        self._sides[SideKind(kind)].remove(key)

    def search(self, kind: str, record: Record, *, limit: int, least: float) -> list[Found]:
        """The records of one side most probably this one of the other, best first; `least` is a probability."""
        pairs = self._sides[SideKind(kind)].search(record, limit=limit)
        return [self._found(kind, pair) for pair in pairs if pair.probability >= least]

    def search_within(self, kind: str, record: Record, *, limit: int, least: float) -> list[Found]:
        """Other records of the record's own side that most probably are the same person, best first."""
        index = self._sides[SideKind(kind)]
        pairs = index.search(record, limit=limit * _MORE, excluding=record.id)
        prior = self._within.prior(len(index))
        found = [self._twin(kind, pair, prior) for pair in pairs]
        return sorted((one for one in found if one.probability >= least), key=lambda one: (-one.weight, one.id))[:limit]

    def _found(self, kind: str, pair: Pair) -> Found:
        reasons = self.model.reasons(pair.levels, pair.rivals)
        return Found(_other(kind, pair), pair.weight, pair.probability, pair.levels, reasons)

    def _twin(self, kind: str, pair: Pair, prior: float) -> Found:
        levels = {field: level for field, level in pair.levels.items() if field != "event"}
        reasons = self._within.reasons(levels)
        weight = round(prior + sum(reason.weight for reason in reasons), 4)
        return Found(_other(kind, pair), weight, self._within.probability(weight), levels, reasons)


def _other(kind: str, pair: Pair) -> UUID:
    """The key of the record inside the index."""
    return cast(UUID, pair.left_id if kind == SideKind.REGISTRATION else pair.right_id)
