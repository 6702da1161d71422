"""Law: what tests invent and no two rows may share comes from one counter: two factories never give the same."""

from __future__ import annotations

import re

from tests.architecture.sources import ROOT

HERE = ROOT / "tests" / "factories"
COUNTING = re.compile(r"\bfactory\.Sequence\b|\bcount\(\d+\)")


def counting(text: str) -> list[str]:
    """What counts by itself."""
    return COUNTING.findall(text)


def test_factories_count_in_one_place() -> None:
    texts = {path.name: path.read_text() for path in HERE.glob("*.py")}
    assert {name for name, text in texts.items() if counting(text)} == {"unique.py"}


def test_the_law_catches_a_bad_sample() -> None:
    assert counting("name = factory.Sequence(lambda n: n)") and counting("_numbers = itertools.count(1)")
    assert not counting("Event.objects.count()")
