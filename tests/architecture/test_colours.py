"""Law: colours stand in tokens.css only, so that every mode (dark, contrast, print) reaches every page.

Sheets that are read where tokens are not (paper, the editor's own pages, mail) have their own colours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from tests.architecture.sources import ours

WITH_COLOURS = {"tokens.css", "print.css", "pdf.css", "mail.css", "editor.css"}
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# A value: what stands between a colon and the end of its declaration; selectors such as `a:hover` end with a brace.
VALUE = re.compile(r":([^:;{}]+)[;}]")
COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\("
    r"|(?<![\w-])(?:white|black|gr[ae]y|red|green|blue|yellow|orange|brown|purple|silver|maroon|navy|teal)(?![\w-])",
    re.IGNORECASE,
)


def colours(text: str) -> Iterator[str]:
    """Each colour written out in a declaration."""
    for value in VALUE.findall(COMMENT.sub(" ", text)):
        for match in COLOUR.finditer(value):
            yield match.group()


def test_colours_stand_in_the_tokens_only() -> None:
    found = [
        f"{path}: {colour}"
        for path, text in ours(".css", under=("static",))
        if PurePosixPath(path).name not in WITH_COLOURS
        for colour in colours(text)
    ]
    assert found == []


def test_the_law_catches_a_bad_sample() -> None:
    assert list(colours("a { color: #1b1e35; background: rgba(0, 0, 0, .1) } b { fill: white }")) == [
        "#1b1e35",
        "rgba(",
        "white",
    ]
    assert list(colours("#main a:hover { color: var(--ink); white-space: nowrap; mask: url(a.svg) }")) == []
    assert list(colours("/* #fff */ a { color: currentColor; outline: 2px solid Highlight }")) == []
