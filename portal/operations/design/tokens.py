"""The colours of `static/css/tokens.css` as the guide shows them, with the contrast of each pair that carries text."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

_COLOUR = re.compile(r"--([\w-]+):\s*(#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?)\s*;")
_DARK = "@media (prefers-color-scheme: dark)"

# What is written on what: text asks for 7 : 1.
PAIRS = (
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink", "sunk"),
    ("ink-2", "paper"),
    ("ink-2", "surface"),
    ("ink-2", "sunk"),
    ("link", "paper"),
    ("on-nil", "nil"),
    ("nil", "surface"),
    ("madder", "surface"),
    ("madder", "madder-soft"),
    ("sage", "sage-soft"),
    ("glaze", "glaze-soft"),
    ("ochre-text", "ochre-soft"),
    ("on-hero", "hero"),
    ("on-hero-2", "hero"),
)


@dataclass(frozen=True)
class Colour:
    """One token in both schemes, as `#rrggbb` or `#rgb`."""

    name: str
    light: str
    dark: str


@dataclass(frozen=True)
class Pair:
    """Text on ground, with the ratio in both schemes (WCAG 2.2, 1 to 21)."""

    text: Colour
    ground: Colour
    light: float
    dark: float


@cache
def colours() -> dict[str, Colour]:
    """Every colour by its name; one without a dark value keeps the light one."""
    sheet = (Path(settings.BASE_DIR) / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
    light_part, _mark, dark_part = sheet.partition(_DARK)
    # What follows the dark block belongs to other modes: more contrast, paper.
    light, dark = _first(light_part), _first(dark_part.partition("\n}")[0])
    return {name: Colour(name, value, dark.get(name, value)) for name, value in light.items()}


def _first(part: str) -> dict[str, str]:
    """The first value of each token."""
    found: dict[str, str] = {}
    for name, value in _COLOUR.findall(part):
        found.setdefault(name, value)
    return found


def pairs() -> list[Pair]:
    """Every pair of text and ground."""
    known = colours()
    return [_pair(known[text], known[ground]) for text, ground in PAIRS]


def _pair(text: Colour, ground: Colour) -> Pair:
    return Pair(text, ground, contrast(text.light, ground.light), contrast(text.dark, ground.dark))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2, "contrast ratio"), between 1 and 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2), between 0 and 1."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (_linear(int(digits[place : place + 2], 16) / 255) for place in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
