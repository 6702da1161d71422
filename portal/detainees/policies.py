"""In which state what may be done with a list (floor 5)."""

from .enums import BATCH_TRANSITIONS
from .models import Batch


class ImpossibleStep(Exception):
    """The list is not in a state from which this can be done; somebody was quicker, or the page is old."""


class SourceBusy(ImpossibleStep):
    """Another list of the same source is being brought in or taken back: one after the other."""


def can_become(batch: Batch, state: str) -> bool:
    """Say whether the list may go to a state now."""
    return state in BATCH_TRANSITIONS[batch.state]


def check_can_become(batch: Batch, state: str) -> None:
    """Raise ImpossibleStep unless the list may go to a state now."""
    if not can_become(batch, state):
        raise ImpossibleStep(f"{batch.state} → {state}")
