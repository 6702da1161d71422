"""What a mail program makes of the HTML half of a mail."""

from html.parser import HTMLParser


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        if data.strip():
            self.words.append(data.strip())


def _read(text: str) -> _Reader:
    reader = _Reader()
    reader.feed(text)
    return reader


def html_text(text: str) -> list[str]:
    """Every piece of text, the title's first."""
    return _read(text).words


def html_elements(text: str) -> list[tuple[str, dict[str, str | None]]]:
    """Every element with its attributes."""
    return _read(text).elements
