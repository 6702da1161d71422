"""Event codes: dotted, past tense, stored once and translated when shown. Each app registers its own (floor 1)."""

from django.utils.functional import Promise

_labels: dict[str, str | Promise] = {}


class UnknownEvent(LookupError):
    """An event code that no app has registered."""


def register(code: str, label: str | Promise) -> str:
    """Register a code such as `registry.person.viewed` with its lazily translated label; return the code."""
    if _labels.get(code, label) != label:
        raise ValueError(f"{code} is registered twice")
    _labels[code] = label
    return code


def label(code: str) -> str:
    """Return the label of a registered code. Raises UnknownEvent."""
    try:
        return str(_labels[code])
    except KeyError as error:
        raise UnknownEvent(code) from error


def codes() -> list[str]:
    """Return all registered codes, sorted."""
    return sorted(_labels)
