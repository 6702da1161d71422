"""Law: style sheets speak of start and end, never of left and right, so that one file serves both directions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.architecture.sources import ours

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
PHYSICAL_PROPERTY = re.compile(
    r"(?<![\w-])(?:"
    r"(?:margin|padding|scroll-margin|scroll-padding)-(?:left|right|top|bottom)"
    r"|border-(?:left|right|top|bottom)(?:-(?:width|style|color))?"
    r"|border-(?:top|bottom)-(?:left|right)-radius"
    r"|(?:left|right|top|bottom)"
    r")\s*:"
)
PHYSICAL_VALUE = re.compile(r"(?<![\w-])(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b")


def physical(text: str) -> Iterator[str]:
    """Each declaration that names a physical side, as `line: declaration`."""
    # A comment is blanked, its line breaks kept, so that line numbers stay true.
    plain = COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)
    for number, line in enumerate(plain.splitlines(), start=1):
        for pattern in (PHYSICAL_PROPERTY, PHYSICAL_VALUE):
            for match in pattern.finditer(line):
                yield f"{number}: {match.group().strip()}"


def test_style_sheets_name_no_physical_side() -> None:
    assert [f"{path}:{found}" for path, text in ours(".css") for found in physical(text)] == []


def test_the_law_catches_a_bad_sample() -> None:
    assert list(physical("a { margin-left: 1px }\n/* left: 2px */\nb { left: 0; text-align: right }")) == [
        "1: margin-left:",
        "3: left:",
        "3: text-align: right",
    ]
    assert list(physical("a { margin-inline-start: 1px; inset-inline-end: 0; text-align: start }")) == []
