"""Finding words of another language in a page: what stands in the English page too, and is no name or code."""

from __future__ import annotations

from html.parser import HTMLParser

from .digits import VOID

KEEPING_TAGS = {"bdi", "kbd", "code", "samp", "script", "style", "textarea", "svg"}
SPOKEN = ("title", "alt", "aria-label", "placeholder")


class WordReader(HTMLParser):
    """`texts` are the texts of a page that its reader's language must say, outside names, codes and marked words."""

    def __init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, bool]] = []
        self.texts: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        keeps = (
            tag in KEEPING_TAGS
            or ("lang" in attributes and tag != "html")
            or attributes.get("translate") == "no"
            or (attributes.get("dir") in {"ltr", "auto"} and tag != "html")
            or "ref" in attributes.get("class", "").split()
        )
        if not keeps and not self._keeps():
            for name in SPOKEN:
                self._add(attributes.get(name, ""))
        if tag not in VOID:
            self._open.append((tag, keeps))

    def handle_endtag(self, tag: str) -> None:
        while self._open and any(open_tag == tag for open_tag, _keeps in self._open):
            if self._open.pop()[0] == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self._keeps():
            self._add(data)

    def _keeps(self) -> bool:
        return any(keeps for _tag, keeps in self._open)

    def _add(self, text: str) -> None:
        text = " ".join(text.split())
        if any(sign.isalpha() for sign in text):
            self.texts.add(text)


def texts(html: str) -> set[str]:
    """Return the texts of a page."""
    reader = WordReader()
    reader.feed(html)
    return reader.texts


def left_in_english(html: str, english: str) -> set[str]:
    """Return the texts that a page shares with the same page in English."""
    return texts(html) & texts(english)
