"""What may be spoken: each question has a place for a recording, named by the app whose question it is (floor 6)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Slot:
    """One question. `words` gives, for a kind, what is read aloud in the active language."""

    question: str
    label: str | Promise
    words: Callable[[str], list[str]]


_providers: list[Callable[[], Iterable[Slot]]] = []


def declare(provider: Callable[[], Iterable[Slot]]) -> None:
    """Let an app say what its questions are; asked each time, because some come and go."""
    if provider not in _providers:
        _providers.append(provider)


def slots() -> dict[str, Slot]:
    """Return every place for a recording by its question, in the order in which the apps name them."""
    return {slot.question: slot for provider in _providers for slot in provider()}
