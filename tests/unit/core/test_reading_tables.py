"""Files as people send them: what is read, what costs a row, what is refused and why."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from portal.core.tables import Fault, Unusable, read_table, sheets_of
from tests.factories.detainees import HEADER, ROW, csv_bytes, xlsx_bytes

LIMIT = 2_000_000


def read(content: bytes):
    table = read_table(content, max_bytes=LIMIT)
    return table, list(table.rows)


def refusal(content: bytes) -> str:
    with pytest.raises(Unusable) as caught:
        read(content)
    assert str(caught.value)
    return caught.value.code


class TestText:
    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_three_delimiters_and_the_encodings_with_and_without_mark(self, delimiter, encoding):
        table, rows = read(csv_bytes(delimiter=delimiter, encoding=encoding))
        assert table.header == HEADER and table.delimiter == delimiter
        assert rows[0].cells == ROW and rows[0].number == 2 and not rows[0].faults

    def test_older_arabic_letters_are_read_and_said_to_be_guessed(self):
        row = ("1", "أحمد حسن الحمداني", "male", "1987", "الموصل", "2014", "charged")
        table, rows = read(csv_bytes([row], encoding="cp1256"))
        assert rows[0].cells == row
        assert table.remarks == ("encoding_guessed",)

    def test_one_bad_byte_costs_its_row_and_no_other(self):
        content = csv_bytes([ROW, ("L-2", "BAD", *ROW[2:]), ("L-3", *ROW[1:])]).replace(b"BAD", b"\xed\xa0\x80\xff")
        _table, rows = read(content)
        assert [bool(row.faults) for row in rows] == [False, True, False]
        assert rows[1].faults[0].code == "unreadable" and "\\udc" in rows[1].cells[1]

    def test_ragged_rows_are_marked_and_empty_lines_skipped(self):
        _table, rows = read(b"external_id,full_name\n1,a\n\n2\n3,b,c\n4,d,,\n,,\n5,e")
        assert [(row.number, row.faults) for row in rows] == [
            (2, ()),
            (4, (Fault("ragged"),)),
            (5, (Fault("ragged"),)),
            (6, ()),
            (8, ()),
        ]

    def test_a_quote_left_open_costs_one_line(self):
        _table, rows = read(b'external_id,full_name\n1,"a\n2,b\n3,"two\nlines"\n4,d')
        assert [(row.number, [fault.code for fault in row.faults]) for row in rows] == [
            (2, ["broken_quote"]),
            (3, []),
            (4, []),
            (6, []),
        ]
        assert rows[2].cells == ("3", "two\nlines")

    def test_a_huge_cell_and_long_digits_do_no_harm(self):
        _table, rows = read(b"external_id,full_name\n1," + b"x" * 300_000 + b"\n" + b"9" * 30 + b",b\n")
        assert rows[1].cells == ("9" * 30, "b")

    @pytest.mark.parametrize("cell", ["=1+1", "=HYPERLINK(x)", "+cmd|' /C calc'!A0", "@SUM(A1)", " =x"])
    def test_formulas_are_marked(self, cell):
        _table, rows = read(csv_bytes([("1", cell)], ("external_id", "full_name")))
        assert rows[0].faults == (Fault("formula", 1),)

    @pytest.mark.parametrize("cell", ["-", "+963 900 000 001", "@", "-1", "="])
    def test_signs_of_daily_use_are_no_formulas(self, cell):
        assert not read(csv_bytes([("1", cell)], ("external_id", "full_name")))[1][0].faults

    @given(st.binary(max_size=400))
    def test_no_bytes_break_the_reader(self, content):
        try:
            table = read_table(content, max_bytes=LIMIT)
            for row in table.rows:
                "".join(row.cells).encode()
        except Unusable as error:
            assert str(error)

    @given(st.text(alphabet="\x00\"',;\t\n\r=1a\u202eس\ufeff", max_size=200))
    def test_no_text_breaks_the_reader(self, text):
        try:
            list(read_table(("external_id,full_name\n" + text).encode(), max_bytes=LIMIT).rows)
        except Unusable as error:
            assert str(error)


class TestRefused:
    @pytest.mark.parametrize(
        ("content", "code"),
        [
            (b"", "empty"),
            (b"\xef\xbb\xbf \r\n", "empty"),
            (b"%PDF-1.7\n", "pdf"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "xls"),
            (b"\n <!DOCTYPE html><table>", "html"),
            (b"<table><tr>", "html"),
            (b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "picture"),
            (b"\xff\xd8\xff\xe0" + b"\0" * 60, "picture"),
            (b"\x1f\x8b\x08" + b"\1" * 60, "archive"),
            (b"PK\x03\x04 not really", "broken"),
            (b"a" * (LIMIT + 1), "too_large"),
            (b",".join(b"c%d" % n for n in range(150)) + b"\n", "too_many_columns"),
            (bytes(range(256)) * 40, "encoding"),
        ],
    )
    def test_what_is_no_table(self, content, code):
        assert refusal(content) in ({code, "other"} if code == "encoding" else {code})


class TestWorkbooks:
    def test_dates_and_numbers_become_plain_text(self):
        row = (7.0, "ليلى نوري", datetime(2015, 12, 6), date(1987, 3, 1), 1987, 0.5, None)
        table, rows = read(xlsx_bytes([row]))
        assert rows[0].cells == ("7", "ليلى نوري", "2015-12-06", "1987-03-01", "1987", "0.5", "")
        assert rows[0].number == 2 and table.encoding == ""

    def test_a_cell_says_what_the_sheet_shows_and_no_more(self):
        """A number keeps its leading zeros, a year alone is no 1 January, and lost digits are said (R-72)."""
        book = Workbook()
        book.active.append(["external_id", "full_name", "birth_date", "event_date"])
        book.active.append([42, "ليلى نوري", date(1987, 1, 1), date(2014, 8, 1)])
        book.active.append([1.2345678901234567e18, "ليلى نوري", date(1987, 1, 1), "#N/A"])
        for cell, shown in (("A2", "00000"), ("C2", "yyyy"), ("D2", "[$-401]mmm\\-yy;@"), ("C3", '"d" yyyy-mm-dd')):
            book.active[cell].number_format = shown
        out = io.BytesIO()
        book.save(out)
        _table, rows = read(out.getvalue())
        assert rows[0].cells == ("00042", "ليلى نوري", "1987", "2014-08") and not rows[0].faults
        assert rows[1].cells[2] == "1987-01-01"
        assert rows[1].faults == (Fault("rounded", 0), Fault("formula", 3))

    def test_one_sheet_of_several_can_be_chosen(self):
        book = Workbook()
        book.active.title = "Cover"
        book.create_sheet("Empty")
        for title in ("2025", "2026"):
            sheet = book.create_sheet(title)
            sheet.append(["external_id", "full_name"])
            sheet.append([title, "ليلى نوري"])
        out = io.BytesIO()
        book.save(out)
        assert sheets_of(out.getvalue(), max_bytes=LIMIT) == ["2025", "2026"]
        assert sheets_of(csv_bytes(), max_bytes=LIMIT) == []
        table = read_table(out.getvalue(), max_bytes=LIMIT, sheet="2026")
        assert next(table.rows).cells[0] == "2026" and table.remarks == ()

    def test_formulas_are_marked_and_never_calculated(self):
        _table, rows = read(xlsx_bytes([("1", "=1+1"), ("2", "b")]))
        assert rows[0].faults == (Fault("formula", 1),) and rows[0].cells[1] == "=1+1"
        assert not rows[1].faults

    def test_cells_beyond_the_heading_are_marked(self):
        _table, rows = read(xlsx_bytes([(*ROW, "more")]))
        assert rows[0].faults == (Fault("ragged"),)

    def test_an_empty_book(self):
        assert refusal(xlsx_bytes([], ())) == "empty"

    @pytest.mark.parametrize(
        ("entries", "code"),
        [
            ({"xl/workbook.xml": b"0" * 20_000_000, "[Content_Types].xml": b""}, "bomb"),
            ({f"part{n}": b"" for n in range(1001)}, "bomb"),
            ({"word/document.xml": b"<x/>"}, "document"),
            ({"mimetype": b"x", "META-INF/manifest.xml": b"<x/>"}, "ods"),
            ({"list.csv": b"a,b"}, "archive"),
            ({"xl/workbook.xml": b"<x/>", "[Content_Types].xml": b"<x/>", "../evil": b""}, "broken"),
            (
                {"xl/workbook.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "[Content_Types].xml": b"<x/>"},
                "broken",
            ),
        ],
    )
    def test_bombs_and_other_archives_are_refused_unopened(self, entries, code):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in entries.items():
                archive.writestr(name, content)
        assert refusal(out.getvalue()) == code

    def test_a_damaged_sheet_is_refused(self):
        content = xlsx_bytes([ROW])
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
            for entry in old.infolist():
                data = old.read(entry)
                new.writestr(entry.filename, data[: len(data) // 2] if "sheet1" in entry.filename else data)
        assert refusal(out.getvalue()) == "broken"
