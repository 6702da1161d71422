"""Finding digits in a page that its reader did not choose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .reading import TextReader

# Signs of what is no number: an isolated value, a reference, a file type, a telephone code, an ISO date.
NO_NUMBER = re.compile(r"\u2068[^\u2069]*\u2069|SR-[0-9A-Z-]+|UTF-8|\+963|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")


class DigitFinder(TextReader):
    """`found` are the texts with a digit of `wrong`, outside what keeps its own digits."""

    def __init__(self, wrong: str, known: frozenset[str]):
        super().__init__()
        self._wrong, self._known = re.compile(f"[{wrong}]"), known
        self.found: list[str] = []

    def keeps(self, tag: str, attributes: dict[str, str]) -> bool:
        """What organizations wrote stands in `prose`."""
        return super().keeps(tag, attributes) or "prose" in attributes.get("class", "").split()

    def read(self, text: str) -> None:
        text = NO_NUMBER.sub("", text)
        if self._wrong.search(text) and not any(known in text for known in self._known):
            self.found.append(" ".join(text.split())[:120])


def wrong_digits(html: str, wrong: str, known: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the texts of a page in which a digit of the range `wrong` stands. `known` are texts that people typed."""
    finder = DigitFinder(wrong, known)
    finder.feed(html)
    yield from finder.found
