"""The colours of tokens.css against each other, by the formula of WCAG 2: text 7:1, signs without words 3:1.

The pairs are those of the visual direction's table, and those that pages came to use since.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

TOKENS = Path(__file__).resolve().parents[3] / "static" / "css" / "tokens.css"
PAPER = TOKENS.with_name("print.css")
DECLARATION = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{3,6})\b", re.IGNORECASE)
TEXT, SIGN = 7.0, 3.0

# (what is read, what lies under it)
TEXT_PAIRS = [
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink", "sunk"),
    ("ink", "ochre-soft"),
    ("ink", "glaze-soft"),
    ("ink", "sage-soft"),
    ("ink", "madder-soft"),
    ("ink-2", "paper"),
    ("ink-2", "surface"),
    ("ink-2", "sunk"),
    ("link", "paper"),
    ("link", "surface"),
    ("link", "sunk"),
    ("link", "glaze-soft"),
    ("link", "ochre-soft"),
    ("on-nil", "nil"),
    ("on-nil", "nil-deep"),
    ("nil", "surface"),
    ("nil", "sunk"),
    ("madder", "paper"),
    ("madder", "surface"),
    ("madder", "madder-soft"),
    ("sage", "paper"),
    ("sage", "sage-soft"),
    ("ochre-text", "ochre-soft"),
    ("glaze", "glaze-soft"),
    ("on-ochre", "ochre"),
    ("on-hero", "hero"),
    ("on-hero-2", "hero"),
]
SIGN_PAIRS = [
    ("line-strong", "surface"),
    ("ochre-line", "paper"),
    ("focus", "paper"),
    ("focus", "surface"),
    ("nil", "paper"),
    ("glaze", "paper"),
]


def read_modes(text: str) -> dict[str, dict[str, str]]:
    """Colours by token in light and dark; what the dark does not change is the light one's."""
    parts = re.split(r"@media ([^{]+)\{", text)
    light = dict(DECLARATION.findall(parts[0]))
    modes = {"light": light}
    for condition, body in zip(parts[1::2], parts[2::2], strict=True):
        changed = dict(DECLARATION.findall(body))
        if "dark" in condition:
            modes["dark"] = light | changed
    return modes


@cache
def modes() -> dict[str, dict[str, str]]:
    found = read_modes(TOKENS.read_text(encoding="utf-8"))
    found["paper"] = found["light"] | dict(DECLARATION.findall(PAPER.read_text(encoding="utf-8")))
    return found


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, definitions) of `#rgb` or `#rrggbb`."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """From 1 to 21."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def too_near(mode: str, pairs: list[tuple[str, str]], least: float) -> list[str]:
    colours = modes()[mode]
    found = [(over, under, contrast(colours[over], colours[under])) for over, under in pairs]
    return [f"{mode}: {over} on {under} is {ratio:.1f}" for over, under, ratio in found if ratio < least]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_can_be_read(mode: str) -> None:
    assert too_near(mode, TEXT_PAIRS, TEXT) == []


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_signs_without_words_can_be_seen(mode: str) -> None:
    assert too_near(mode, SIGN_PAIRS, SIGN) == []


def test_on_paper_text_is_dark_on_white() -> None:
    grounds = {"paper", "surface", "sunk", "ochre-soft", "glaze-soft", "sage-soft", "madder-soft"}
    assert {modes()["paper"][ground] for ground in grounds} == {"#fff"}
    assert too_near("paper", [pair for pair in TEXT_PAIRS if pair[1] in grounds], TEXT) == []


def test_the_formula_knows_the_ends_and_a_bad_sample() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)
    assert contrast(modes()["light"]["ochre"], modes()["light"]["paper"]) < SIGN, "a fill, never text"
