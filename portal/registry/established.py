"""What is established about a person on each axis, with its source and age; for staff alone (floor 5).

Whoever is missing is presumed alive. That a source believes in a death is never what is established.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from portal.confidential.keyring import open_data_keys

from .enums import Axis, Fate, Whereabouts
from .models import Finding, Registration

# After this time a source is asked again before anybody relies on it.
_FRESH = timedelta(days=365)
_NOTHING = {Axis.FATE: Fate.UNKNOWN.label, Axis.WHEREABOUTS: Whereabouts.UNKNOWN.label}


@dataclass(frozen=True)
class Standing:
    """One axis: what counts now, the finding behind it (None where there is none), and what a source only believes."""

    axis: Axis
    words: str
    finding: Finding | None
    is_old: bool
    belief: Finding | None


@dataclass(frozen=True)
class Established:
    """Both axes, what waits for a second person, and every finding, the newest first."""

    standings: tuple[Standing, ...]
    waiting: tuple[Finding, ...]
    history: tuple[Finding, ...]


def established(registration: Registration) -> Established:
    """Return what is established about the person of a registration that `access_registration` returned."""
    open_data_keys([registration.key_id])
    rows = registration.findings.select_related("found_by", "second_by", "told_by").order_by("-found_at", "-pk")
    history = tuple(rows)
    counting = [one for one in history if not one.needs_second or one.is_confirmed]
    return Established(
        standings=tuple(_standing(axis, [one for one in counting if one.axis == axis]) for axis in Axis),
        waiting=tuple(one for one in history if one.needs_second and one.second_at is None),
        history=history,
    )


def _standing(axis: Axis, findings: list[Finding]) -> Standing:
    """The newest finding counts. A belief newer than it is shown beside it, as a belief."""
    newest = findings[0] if findings else None
    belief = newest if newest is not None and newest.code == Fate.BELIEVED_DEAD else None
    finding = next((one for one in findings if one.code != Fate.BELIEVED_DEAD), None)
    is_old = finding is not None and finding.found_at < timezone.now() - _FRESH
    return Standing(axis, finding.words() if finding else str(_NOTHING[axis]), finding, is_old, belief)
