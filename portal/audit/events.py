"""Event codes: dotted, past tense, stored once and translated when shown. Each app registers its own (floor 1)."""

from enum import Enum

from django.utils.functional import Promise


class Reads(Enum):
    """What somebody who causes an event has read: it counts against her budget (see accounts.budgets)."""

    RECORD = "record"
    NAMES = "names"


_labels: dict[str, str | Promise] = {}
_readings: dict[str, Reads] = {}


class UnknownEvent(LookupError):
    """An event code that no app has registered."""


def register(code: str, label: str | Promise, *, reads: Reads | None = None) -> str:
    """Register a code such as `registry.person.viewed` with its lazily translated label; return the code.

    `reads` says that it is a reading. One by staff is written by `accounts.reading` alone, which asks for the budget.
    """
    if _labels.get(code, label) != label:
        raise ValueError(f"{code} is registered twice")
    _labels[code] = label
    if reads is not None:
        _readings[code] = reads
    return code


def is_reading(code: str) -> bool:
    """Say whether the event is a reading."""
    return code in _readings


def codes_reading(kind: Reads) -> list[str]:
    """Return the codes of readings of one kind, sorted."""
    return sorted(code for code, reads in _readings.items() if reads == kind)


def label(code: str) -> str:
    """Return the label of a registered code. Raises UnknownEvent."""
    try:
        return str(_labels[code])
    except KeyError as error:
        raise UnknownEvent(code) from error


def codes() -> list[str]:
    """Return all registered codes, sorted."""
    return sorted(_labels)
