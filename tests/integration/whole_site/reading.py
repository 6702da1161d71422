"""Reading a page as its reader meets it: its texts, and which of them keep their own words and digits."""

from __future__ import annotations

import re
from html.parser import HTMLParser

# Names of staff and of sources as the factories invent them: they stand in choices, where no element may mark them.
INVENTED = re.compile(r"(?:Person|Source) \d+")

VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
}  # fmt: skip
KEEPING_TAGS = {"bdi", "kbd", "code", "samp", "script", "style", "textarea", "svg"}
SPOKEN = ("title", "alt", "aria-label", "placeholder")


class TextReader(HTMLParser):
    """Hands each text, spoken attributes too, to `read`, but for elements that keep their own: names, codes, typed.

    A reader of one kind may name more of them in `keeps`.
    """

    def __init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, bool]] = []

    def read(self, text: str) -> None:
        """Meet one text."""
        raise NotImplementedError

    def keeps(self, tag: str, attributes: dict[str, str]) -> bool:
        """Say whether an element keeps what stands in it as it was written."""
        return (
            tag in KEEPING_TAGS
            or attributes.get("translate") == "no"
            or (attributes.get("dir") in {"ltr", "auto"} and tag != "html")
            or "ref" in attributes.get("class", "").split()
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        keeps = self.keeps(tag, attributes)
        if not keeps and not self._is_kept():
            for name in SPOKEN:
                self.read(attributes.get(name, ""))
        if tag not in VOID:
            self._open.append((tag, keeps))

    def handle_endtag(self, tag: str) -> None:
        while self._open and any(open_tag == tag for open_tag, _keeps in self._open):
            if self._open.pop()[0] == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self._is_kept():
            self.read(data)

    def _is_kept(self) -> bool:
        return any(keeps for _tag, keeps in self._open)
