"""The colours of tokens.css against each other, by the formula of WCAG 2: text 7:1, signs without words 3:1.

The pairs are those of the visual direction's table, and those that pages came to use since.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from portal.operations.design.tokens import colours, contrast

PAPER = Path(__file__).resolve().parents[3] / "static" / "css" / "print.css"
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


@cache
def modes() -> dict[str, dict[str, str]]:
    """Colours by token: in light, in the dark, on paper; what a mode does not change is the light one's."""
    light = {name: colour.light for name, colour in colours().items()}
    dark = {name: colour.dark for name, colour in colours().items()}
    return {"light": light, "dark": dark, "paper": light | dict(DECLARATION.findall(PAPER.read_text(encoding="utf-8")))}


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
