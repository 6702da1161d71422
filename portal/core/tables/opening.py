"""What a file is, by its content and never by its name, and which reader reads it (floor 0)."""

from pathlib import Path

import filetype

from .encodings import decode
from .refusals import Unusable
from .text_files import read_text_table
from .values import Table
from .workbooks import filled_sheets, read_workbook, words_of_workbook

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MARKUP = (b"<!doctype", b"<html", b"<head", b"<body", b"<table", b"<?xml", b"<meta")
_ARCHIVES = {"zip", "rar", "7z", "gz", "bz2", "xz", "tar", "lz", "Z", "zst", "cab", "ar"}


def content_of(path: Path, *, max_bytes: int) -> bytes:
    """Return a file's bytes, never reading more than it may have. Raises Unusable."""
    try:
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except OSError as error:
        raise Unusable("other") from error
    if len(content) > max_bytes:
        raise Unusable("too_large")
    return content


def read_table(content: bytes, *, max_bytes: int, sheet: str = "") -> Table:
    """Open a CSV or XLSX file, there the sheet of that name. Raises Unusable where it is something else or damaged."""
    if _checked(content, max_bytes).startswith(_ZIP):
        return read_workbook(content, sheet=sheet)
    return read_text_table(content)


def sheets_of(content: bytes, *, max_bytes: int) -> list[str]:
    """The sheets of a workbook that hold anything; none for a text file. Raises Unusable."""
    return filled_sheets(content) if _checked(content, max_bytes).startswith(_ZIP) else []


def words_of(content: bytes, *, max_bytes: int) -> str:
    """Everything that stands in a CSV, XLSX or text file, row by row, whether or not it is a table. Raises Unusable."""
    if _checked(content, max_bytes).startswith(_ZIP):
        return words_of_workbook(content)
    return decode(content)[0]


def _checked(content: bytes, max_bytes: int) -> bytes:
    """The beginning of a file that may be a table. Raises Unusable."""
    if len(content) > max_bytes:
        raise Unusable("too_large")
    if not content.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise Unusable("empty")
    start = content[:4096].lstrip(b"\xef\xbb\xbf\t\r\n ")
    _refuse_known(start)
    return start


def _refuse_known(start: bytes) -> None:
    if start.startswith(b"%PDF"):
        raise Unusable("pdf")
    if start.startswith(_OLE):
        raise Unusable("xls")
    if start.lower().startswith(_MARKUP):
        raise Unusable("html")
    # The library takes the byte-order mark of UTF-16 for a sound file.
    if start.startswith(_ZIP) or start.startswith(_UTF16):
        return
    kind = filetype.guess(start)
    if kind is not None:
        if kind.mime.startswith("image/"):
            raise Unusable("picture")
        raise Unusable("archive" if kind.extension in _ARCHIVES else "other")
