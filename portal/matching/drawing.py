"""Where the bars of a pair's two drawings stand, as text for SVG attributes (floor 6). No colours here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from .sides import Span, Words
from .words import field_words, finding_words, frequency_words, strength

_WIDTH, _MARGIN = 330, 10
_YEARS_WIDTH = 1500
_THINNEST = 12.0


@dataclass(frozen=True)
class Step:
    """One row of the waterfall: label, words, what there is to note, signed number, the bar from `x`, `width` wide."""

    label: Words
    words: str | Promise
    note: str | Promise
    number: str
    kind: str
    x: str
    width: str
    start: str
    end: str


@dataclass(frozen=True)
class Waterfall:
    """The path from the starting weight to the sum; `zero` is where neither speaks."""

    steps: tuple[Step, ...]
    total: Step
    zero: str


@dataclass(frozen=True)
class SpanRow:
    """One row of the time table."""

    who: Words
    date: str
    is_source: bool
    x: str
    width: str


@dataclass(frozen=True)
class Timeline:
    """Rows on one axis, with the years written above and the lines between them."""

    rows: tuple[SpanRow, ...]
    years: tuple[int, ...]
    grid: tuple[str, ...]


def waterfall(total: float, reasons: Sequence[Mapping]) -> Waterfall:
    """The stored reasons of a pair in the order in which they were compared, from the starting weight to the total."""
    base = total - sum(reason["weight"] for reason in reasons)
    points = [0.0, base]
    for reason in reasons:
        points.append(points[-1] + reason["weight"])
    low, high = min(0.0, *points), max(0.0, *points)
    scale = (_WIDTH - 2 * _MARGIN) / ((high - low) or 1.0)

    def at(value: float) -> float:
        return _MARGIN + (value - low) * scale

    def step(label, words, weight: float, kind: str, start: float, end: float, note: Words = "") -> Step:
        x, width = min(at(start), at(end)), max(abs(at(end) - at(start)), 1.0)
        return Step(label, words, note, signed(weight), kind, _n(x), _n(width), _n(at(start)), _n(at(end)))

    steps = [step(_("Start"), _("Matches are rare"), base, "base", 0.0, base)]
    for reason, start, end in zip(reasons, points[1:], points[2:], strict=False):
        kind = "up" if reason["weight"] >= 0 else "down"
        label, words = field_words(reason["field"]), finding_words(reason["level_code"])
        note = frequency_words(reason["level_code"], reason.get("frequency", ""))
        steps.append(step(label, words, reason["weight"], kind, start, end, note))
    return Waterfall(tuple(steps), step(_("Sum"), strength(total), total, "sum", 0.0, total), _n(at(0.0)))


def timeline(family: Sequence[Span], source: Sequence[Span]) -> Timeline | None:
    """Last news and custody on one axis of years; None where neither side knows a time."""
    spans = [*family, *source]
    if not spans:
        return None
    first = min(span.earliest.year for span in spans) - 1
    count = max(3, max(span.latest.year for span in spans) + 2 - first)
    gap = max(1, -(-count // 5))
    years = tuple(range(first, first + gap * 5, gap))
    opening, days = date(first, 1, 1), gap * 5 * 365.25

    def x(day: date) -> float:
        return (day - opening).days / days * _YEARS_WIDTH

    rows = tuple(
        SpanRow(
            span.who,
            span.date,
            place >= len(family),
            _n(x(span.earliest)),
            _n(max(x(span.latest) - x(span.earliest), 12)),
        )
        for place, span in enumerate(spans)
    )
    return Timeline(rows, years, tuple(_n(position * _YEARS_WIDTH / 5) for position in range(5)))


def signed(weight: float) -> str:
    """`+4.1` or `−1.2`, with a true minus sign; what rounds to nothing is not less than nothing."""
    rounded = round(weight, 1)
    return f"{'−' if rounded < 0 else '+'}{abs(rounded):.1f}"


def _n(value: float) -> str:
    """A number for an SVG attribute, never in the reader's digits."""
    return f"{value:.1f}"
