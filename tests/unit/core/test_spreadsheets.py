"""R-78: no exported cell is a formula, whatever stands before the sign; a file that is opened again holds texts."""

from __future__ import annotations

import csv
import io
import os
import unicodedata
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from portal.core.spreadsheets import csv_file, safe_cell, xlsx_file

SIGNS = "=+-@\t\r\n＝＋－＠﹢﹣\u2212"
BEFORE = ["", " ", "\u202e", "\u200f", "\ufeff", "\u3000", "  \u200b", "\u034f", "\u3164", "\x00", "\xad", "\ufe0f"]
# 300 in every run; SPREADSHEET_EXAMPLES=10000 for the long one.
EXAMPLES = int(os.environ.get("SPREADSHEET_EXAMPLES", "300"))
TEXTS = st.text(
    alphabet=st.one_of(st.sampled_from(SIGNS + " \u200f\u202e\u3164;,\"'1aا_x"), st.characters()), max_size=12
)


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("before", BEFORE)
def test_a_dangerous_sign_gets_an_apostrophe(sign: str, before: str) -> None:
    assert safe_cell(f"{before}{sign}1").startswith("'")


@pytest.mark.parametrize(
    "text", ["", "SR-7K4M-9XQ2", "DET-00001", "آزاد", "7", "a=b", "'already", "ع\u0651لي", "²", "_x1"]
)
def test_ordinary_text_stays(text: str) -> None:
    assert safe_cell(text) == text


def test_a_cell_is_one_line_and_holds_nothing_that_cannot_be_written() -> None:
    assert safe_cell("one\r\n=two\tthree\u2028four\ud800\x00") == "one =two three four\ufffd\ufffd"


def test_a_number_below_zero_is_a_number_and_the_same_as_text_is_text() -> None:
    rows = [[-1, "-1", -0.5, date(2014, 8, 3), None]]
    assert csv_file(rows).decode("utf-8-sig") == '"-1","\'-1","-0.5","2014-08-03",""\r\n'
    cells = reopened(rows)[0]
    assert [(cell.value, cell.data_type) for cell in cells[:3]] == [(-1, "n"), ("'-1", "s"), (-0.5, "n")]
    assert cells[3].value.date() == date(2014, 8, 3)


def test_a_workbook_tells_of_nobody_and_reads_from_the_right() -> None:
    book = load_workbook(io.BytesIO(xlsx_file([["اسم"]], title="a/b: [c] " + "d" * 40, right_to_left=True)))
    assert book.properties.creator in (None, "")
    assert book.active.sheet_view.rightToLeft and len(book.active.title) <= 31


@settings(max_examples=EXAMPLES)
@given(st.lists(TEXTS, min_size=1, max_size=3))
@example(["-1"])
@example(["#N/A"])
@example(["_x003D_1", " _x0009_=1", "1/2"])
@example(["", ";=", ';"=1'])
@example(["a;=1", 'b"\n=1', "\u1160=1"])
def test_what_is_opened_again_is_text(texts: list[str]) -> None:
    texts = [*texts, "end"]
    [cells] = reopened([texts])
    assert [cell.value or "" for cell in cells] == [safe_cell(text) for text in texts]
    assert all(cell.data_type in ("s", "n") and not is_run(cell.value or "") for cell in cells)
    content = csv_file([texts]).decode("utf-8-sig")
    assert next(csv.reader(io.StringIO(content, newline=""))) == [safe_cell(text) for text in texts]
    assert not any(is_run(cell) for line in content.splitlines() for cell in next(csv.reader([line], delimiter=";")))


def reopened(rows: list[list]) -> list[tuple]:
    """The cells of a workbook as they are read again."""
    return list(load_workbook(io.BytesIO(xlsx_file(rows, title="t"))).active.iter_rows())


def is_run(cell: str) -> bool:
    """Say, by another road than the code, whether a spreadsheet would run a text."""
    shown = unicodedata.normalize("NFKC", cell).lstrip("\u1160\u115f\u3164\u2800 ")
    while shown and (shown[0].isspace() or unicodedata.category(shown[0])[0] in "CZM"):
        if shown[0] in "\t\r\n":
            return True
        shown = shown[1:].lstrip("\u1160\u115f\u3164\u2800 ")
    return shown[:1] != "" and shown[0] in "=+-@\u2212"
