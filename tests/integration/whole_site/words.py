"""Finding words of another language in a page: what stands in the English page too, and is no name or code."""

from __future__ import annotations

from .reading import TextReader

# What may be the same word: a name of ours, a kind of file, a city, a Kurdish month.
SAME = {"Sanad", "CSV", "XLSX", "Excel (XLSX)", "PDF", "E-mail", "IT", "QR", "London", "Toronto, New York", "Gulan (2)"}


class WordReader(TextReader):
    """`texts` are the texts of a page that its reader's language must say, outside names, codes and marked words."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: set[str] = set()

    def keeps(self, tag: str, attributes: dict[str, str]) -> bool:
        """Words that say which language they are."""
        return super().keeps(tag, attributes) or ("lang" in attributes and tag != "html")

    def read(self, text: str) -> None:
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
