"""Finding digits in a page that its reader did not choose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
}  # fmt: skip
# What keeps its own digits: typed text and codes stand in `bdi`, what organizations wrote in `prose`.
KEEPING_TAGS = {"bdi", "kbd", "code", "samp", "script", "style", "textarea", "svg"}
KEEPING_CLASSES = {"ref", "prose"}
SPOKEN = ("title", "alt", "aria-label", "placeholder")
# Signs of what is no number: an isolated value, a reference, a file type, a telephone code, an ISO date.
NO_NUMBER = re.compile(r"\u2068[^\u2069]*\u2069|SR-[0-9A-Z-]+|UTF-8|\+963|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")


class DigitFinder(HTMLParser):
    """`found` are the texts with a digit of `wrong`, outside what keeps its own digits."""

    def __init__(self, wrong: str, known: frozenset[str]):
        super().__init__()
        self._wrong, self._known = re.compile(f"[{wrong}]"), known
        self._open: list[tuple[str, bool]] = []
        self.found: list[str] = []

    def _keeps(self) -> bool:
        return any(keeps for _tag, keeps in self._open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        keeps = (
            tag in KEEPING_TAGS
            or attributes.get("translate") == "no"
            or (attributes.get("dir") in {"ltr", "auto"} and tag != "html")
            or bool(KEEPING_CLASSES & set(attributes.get("class", "").split()))
        )
        if not keeps and not self._keeps():
            for name in SPOKEN:
                self._look(attributes.get(name, ""))
        if tag not in VOID:
            self._open.append((tag, keeps))

    def handle_endtag(self, tag: str) -> None:
        while self._open and any(open_tag == tag for open_tag, _keeps in self._open):
            if self._open.pop()[0] == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self._keeps():
            self._look(data)

    def _look(self, text: str) -> None:
        text = NO_NUMBER.sub("", text)
        if self._wrong.search(text) and not any(known in text for known in self._known):
            self.found.append(" ".join(text.split())[:120])


def wrong_digits(html: str, wrong: str, known: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the texts of a page in which a digit of the range `wrong` stands. `known` are texts that people typed."""
    finder = DigitFinder(wrong, known)
    finder.feed(html)
    yield from finder.found
