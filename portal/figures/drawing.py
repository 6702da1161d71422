"""Bars for the component `components/bars.html`: where each lies, from the reader's side (floor 3).

Widths are per cent and heights are in letters, so that a chart follows the width of the page and the reader's letters.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language

from portal.core.languages import language

Words = str | Promise
# In letters: the height of a row whose label stands above its bar, and of one whose label stands before it.
_TALL, _FLAT = 3.0, 1.75
# In per cent of the width: where a bar begins behind its label, and how long the longest is, the number behind it.
_LABEL, _LONGEST_FLAT, _LONGEST = 34, 46, 78


@dataclass(frozen=True)
class Bar:
    """One row of a chart: what is told, and where label, bar and number lie."""

    label: Words
    told: int
    label_x: str
    label_y: str
    bar_x: str
    bar_y: str
    width: str
    words_x: str
    words_y: str


@dataclass(frozen=True)
class Chart:
    """All rows and the height of them, in letters."""

    bars: tuple[Bar, ...]
    height: str


def chart_of(lines: Sequence[tuple[Words, int]], *, is_flat: bool = False) -> Chart:
    """Draw labels with what is told of each; `is_flat` puts a short label before its bar instead of above it."""
    most = max((count for _label, count in lines), default=0) or 1
    is_mirrored = language(get_language()).direction == "rtl"
    row, start, longest = (_FLAT, _LABEL, _LONGEST_FLAT) if is_flat else (_TALL, 0, _LONGEST)
    bars = []
    for place, (label, count) in enumerate(lines):
        top, width = place * row, longest * count / most
        end = start + width + (1 if count else 0)
        bars.append(
            Bar(
                label=label,
                told=count,
                label_x=_per_cent(100 if is_mirrored else 0),
                label_y=_letters(top + 1.2),
                bar_x=_per_cent(100 - start - width if is_mirrored else start),
                bar_y=_letters(top + (0.35 if is_flat else 1.6)),
                width=_per_cent(width),
                words_x=_per_cent(100 - end if is_mirrored else end),
                words_y=_letters(top + (1.2 if is_flat else 2.45)),
            )
        )
    return Chart(tuple(bars), _letters(len(lines) * row))


def _per_cent(value: float) -> str:
    return f"{value:.2f}%"


def _letters(value: float) -> str:
    return f"{value:.2f}em"
