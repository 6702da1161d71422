"""Cells of exported tables that a spreadsheet would run as a formula are made text (floor 0; R-78)."""

import unicodedata

_DANGEROUS = frozenset("=+-@\t\r\n")


def safe_cell(text: str) -> str:
    """Return the text with an apostrophe before it where a spreadsheet might read it as a formula.

    Full-width forms count as what they normalise to; blanks and invisible marks before the sign do not hide it. For
    text only: numbers are written as numbers and never pass through here.
    """
    for character in text:
        if unicodedata.normalize("NFKC", character)[:1] in _DANGEROUS or character in _DANGEROUS:
            return "'" + text
        if not (character.isspace() or unicodedata.category(character) in {"Cf", "Cc", "Zs"}):
            return text
    return text
