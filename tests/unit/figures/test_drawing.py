"""Charts lie from the reader's side, and are worked out without a browser."""

from __future__ import annotations

from django.utils.translation import override

from portal.figures.drawing import chart_of


def test_bars_are_in_proportion_and_the_longest_leaves_room_for_its_number() -> None:
    with override("en"):
        chart = chart_of([("Raqqa", 120), ("Aleppo", 60), ("Homs", 0)])
    assert [bar.width for bar in chart.bars] == ["78.00%", "39.00%", "0.00%"]
    assert [bar.bar_x for bar in chart.bars] == ["0.00%"] * 3
    assert chart.height == "9.00em" and chart.bars[2].words_x == "0.00%"


def test_a_chart_is_mirrored_for_readers_from_right_to_left() -> None:
    for code in ("ar", "ckb"):
        with override(code):
            bar = chart_of([("2014", 10)], is_flat=True).bars[0]
        assert (bar.label_x, bar.bar_x, bar.words_x) == ("100.00%", "20.00%", "19.00%")


def test_nothing_to_draw_has_no_height() -> None:
    assert chart_of([]).height == "0.00em"
