"""Sentences that a reader sees but that never reach gettext, so that no translator ever sees them (floor 8).

Templates are read with Django's own lexer and the HTML parser of the standard library, code with its syntax tree.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .literals_in_code import literals_in_code
from .literals_in_templates import literals_in_templates

CODE = ("portal", "cms")
TEMPLATES = ("templates",)
# Folders whose words are not for readers, and why they may stay English.
NOT_FOR_READERS = {
    "management": "commands speak to the operator",
    "migrations": "the labels of a day in the past, never shown",
    "design": "the style guide for developers, in English, in development only",
    "demo": "invented people of a demonstration, each in her language",
}


@dataclass(frozen=True)
class Literal:
    """One sentence that is written into a file instead of the catalogues."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: never translated: {' '.join(self.text.split())[:100]!r}"


def check_literals(root: Path) -> list[Literal]:
    """Return the visible literals of the project that lies at `root`."""
    return [
        *_look(root, TEMPLATES, "*.html", literals_in_templates),
        *_look(root, TEMPLATES, "*.txt", literals_in_templates),
        *_look(root, CODE, "*.py", literals_in_code),
    ]


def _look(root: Path, folders, pattern: str, read) -> Iterator[Literal]:
    for folder in folders:
        for file in sorted((root / folder).rglob(pattern)):
            path = file.relative_to(root)
            if not set(path.parts) & set(NOT_FOR_READERS):
                for line, text in read(file.read_text(encoding="utf-8")):
                    yield Literal(path.as_posix(), line, text)
