"""R-78: no exported cell is a formula, whatever stands before the sign."""

from __future__ import annotations

import csv
import io
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from portal.core.cells import safe_cell

SIGNS = "=+-@\t\r＝＋－＠"


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("before", ["", " ", "\u202e", "\u200f", "\ufeff", "\u3000", "  \u200b"])
def test_a_dangerous_sign_gets_an_apostrophe(sign: str, before: str) -> None:
    assert safe_cell(f"{before}{sign}1") == f"'{before}{sign}1"


@pytest.mark.parametrize("text", ["", "SR-7K4M-9XQ2", "DET-00001", "آزاد", "7", "a=b", "'already"])
def test_ordinary_text_stays(text: str) -> None:
    assert safe_cell(text) == text


@settings(max_examples=2000, deadline=None)
@given(
    st.text(alphabet=st.one_of(st.sampled_from(SIGNS + " \u200f\u202e1aا'"), st.characters(exclude_categories=["Cs"])))
)
@example("-1")
def test_a_reopened_cell_is_text(text: str) -> None:
    file = io.StringIO()
    csv.writer(file).writerow([safe_cell(text), "end"])
    file.seek(0)
    cell = next(csv.reader(io.StringIO(file.getvalue(), newline="")))[0]
    seen = "".join(c for c in cell if not (c.isspace() and c not in "\t\r\n") and unicodedata.category(c) != "Cf")
    assert unicodedata.normalize("NFKC", seen[:1])[:1] not in ("=", "+", "-", "@", "\t", "\r")
