"""Reading a page as a browser does: its elements with their attributes, in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

FOCUSABLE = {"a", "button", "input", "select", "textarea", "summary"}


@dataclass
class Element:
    """A tag with its attributes and the text directly inside."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Reading(HTMLParser):
    """`Reading.of(html).elements`."""

    elements: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    @classmethod
    def of(cls, html: str) -> Reading:
        reading = cls()
        reading.feed(html)
        return reading

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        if self.elements:
            self.elements[-1].text += data

    def all(self, *tags: str) -> list[Element]:
        return [element for element in self.elements if element.tag in tags]

    def first_focusable(self) -> Element | None:
        """What the tabulator key reaches first."""
        for element in self.elements:
            is_hidden = element.attributes.get("type") == "hidden" or "hidden" in element.attributes
            if element.tag in FOCUSABLE and not is_hidden and element.attributes.get("tabindex") != "-1":
                return element
        return None
