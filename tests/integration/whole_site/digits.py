"""Finding digits in a page that its reader did not choose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .reading import INVENTED, TextReader

# Signs of what is no number: an isolated value, a reference, a file type, a telephone code, an ISO date.
NO_NUMBER = re.compile(r"\u2068[^\u2069]*\u2069|SR-[0-9A-Z-]+|UTF-8|\+963|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")


class DigitFinder(TextReader):
    """`found` are the texts with a digit of `wrong`, outside what keeps its own digits."""

    def __init__(self, wrong: str):
        super().__init__()
        self._wrong = re.compile(f"[{wrong}]")
        self.found: list[str] = []

    def keeps(self, tag: str, attributes: dict[str, str]) -> bool:
        """What organizations wrote stands in `prose`."""
        return super().keeps(tag, attributes) or "prose" in attributes.get("class", "").split()

    def read(self, text: str) -> None:
        text = INVENTED.sub("", NO_NUMBER.sub("", text))
        if self._wrong.search(text):
            self.found.append(" ".join(text.split())[:120])


def wrong_digits(html: str, wrong: str) -> Iterator[str]:
    """Yield the texts of a page in which a digit of the range `wrong` stands."""
    finder = DigitFinder(wrong)
    finder.feed(html)
    yield from finder.found
