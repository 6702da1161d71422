"""A reliability plot as SVG: what a probability promised against how often it was true, one line per method."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from math import sqrt

_SIZE, _EDGE = 360, 48
_COLOURS = ("#1b6ca8", "#b3541e", "#5b7f2b", "#7a4b94")


def reliability_svg(lines: Mapping[str, list[tuple[float, float, int]]]) -> str:
    """The plot of at most four lines of (promised, true, pairs); a circle's area grows with the root of its pairs."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIZE + 2 * _EDGE} {_SIZE + 2 * _EDGE}" '
        'font-family="sans-serif" font-size="12" role="img">',
        "<title>Calibration: share of true pairs by the probability that was promised</title>",
        f'<rect width="{_SIZE + 2 * _EDGE}" height="{_SIZE + 2 * _EDGE}" fill="#fff"/>',
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#999" stroke-dasharray="4 4"/>',
        f'<path d="M{_x(0)} {_y(1)}V{_y(0)}H{_x(1)}" fill="none" stroke="#222"/>',
        *(_tick(at / 5) for at in range(6)),
        f'<text x="{_x(0.5)}" y="{_y(0) + 38}" text-anchor="middle">probability promised</text>',
        f'<text transform="translate({_x(0) - 34} {_y(0.5)}) rotate(-90)" text-anchor="middle">share true</text>',
    ]
    for at, (name, bins) in enumerate(list(lines.items())[: len(_COLOURS)]):
        parts += _line(name, bins, _COLOURS[at], at)
    return "\n".join([*parts, "</svg>", ""])


def _line(name: str, bins: list[tuple[float, float, int]], colour: str, row: int) -> list[str]:
    path = " ".join(f"{_x(said)},{_y(true)}" for said, true, _ in bins)
    circles = [
        f'<circle cx="{_x(said)}" cy="{_y(true)}" r="{min(9.0, 2 + sqrt(sqrt(count))):.1f}" fill="{colour}">'
        f"<title>{said:.2f} promised, {true:.2f} true, {count} pairs</title></circle>"
        for said, true, count in bins
    ]
    legend = f'<text x="{_x(0) + 12}" y="{_y(1) + 14 + 16 * row}" fill="{colour}">{escape(name)}</text>'
    return [f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>', *circles, legend]


def _tick(at: float) -> str:
    return (
        f'<text x="{_x(at)}" y="{_y(0) + 18}" text-anchor="middle">{at:.1f}</text>'
        f'<text x="{_x(0) - 8}" y="{_y(at) + 4}" text-anchor="end">{at:.1f}</text>'
    )


def _x(value: float) -> float:
    return round(_EDGE + value * _SIZE, 1)


def _y(value: float) -> float:
    return round(_EDGE + (1 - value) * _SIZE, 1)
