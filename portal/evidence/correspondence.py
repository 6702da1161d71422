"""The messages of a registration with the files that go with them, as one side reads them (floor 6)."""

from dataclasses import dataclass

from portal.registry.letters import Letter, letters
from portal.registry.models import Registration

from .access import files_of_messages
from .models import Evidence


@dataclass(frozen=True)
class LetterWithFiles(Letter):
    """A message and its files."""

    files: tuple[Evidence, ...] = ()


def correspondence(registration: Registration, *, reader: str) -> list[LetterWithFiles]:
    """Open the newest messages for one side, with their files."""
    files = files_of_messages(registration)
    return [
        LetterWithFiles(**vars(letter), files=tuple(files.get(letter.key, ())))
        for letter in letters(registration, reader=reader)
    ]
