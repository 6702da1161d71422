"""The type of a file by its content, and what else hides in it (R-70, R-72)."""

import filetype

from . import verdicts as v

_KNOWN = {
    v.JPEG: v.JPEG, v.PNG: v.PNG, v.WEBP: v.WEBP, v.HEIC: v.HEIC, v.PDF: v.PDF, v.MP3: v.MP3, v.OGG: v.OGG,
    v.M4A: v.M4A, v.MP4: v.MP4, "video/x-m4v": v.MP4, "video/quicktime": v.MP4, "video/3gpp": v.MP4,
}  # fmt: skip
# Where browsers and readers of PDF look for what a file is.
_HEAD = 1024
_MARKUP = (b"<script", b"<html", b"<!doctype", b"<svg", b"<body", b"<iframe", b"<?php")
_ZIP_END, _ZIP_ENTRY = b"PK\x05\x06", b"PK\x01\x02"
_CODE_BEGINS = ("#!", "<", "%pdf", "mz", "@echo")


def media_type_of(content: bytes) -> str:
    """Return the type by content. Raises Lies where it is none that is taken."""
    if not content.strip(b"\0 \t\r\n"):
        raise v.Lies(v.EMPTY)
    guessed = filetype.guess_mime(content[:8192])
    if guessed is None and content[4:8] == b"ftyp":
        guessed = v.MP4
    if guessed is None and is_text(content):
        return v.TEXT
    if guessed not in _KNOWN:
        raise v.Lies(v.TYPE)
    return _KNOWN[guessed]


def check_name(ending: str, media_type: str) -> None:
    """Refuse a name that says something else than the content. A name without an ending says nothing."""
    if ending and ending not in v.ENDINGS:
        raise v.Lies(v.TYPE)
    if ending and media_type not in v.ENDINGS[ending]:
        raise v.Lies(v.NAME)


def check_single(content: bytes, media_type: str) -> None:
    """Refuse a file that is a second thing at once: an archive behind it, a page or a document inside its head."""
    head = content[:_HEAD].lower()
    if media_type != v.PDF and b"%pdf-" in head:
        raise v.Lies(v.DOUBLE)
    if media_type != v.TEXT and any(mark in head for mark in _MARKUP):
        raise v.Lies(v.DOUBLE)
    if b"__HALT_COMPILER" in content or _has_archive(content):
        raise v.Lies(v.DOUBLE)


def is_text(content: bytes) -> bool:
    """Say whether it reads as text."""
    return text_of(content) is not None


def text_of(content: bytes) -> str | None:
    """Return the text in the encodings that telephones and old computers write, or None."""
    encodings = ["utf-16"] if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "windows-1256"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if all(sign >= " " or sign in "\t\r\n\f" for sign in text):
            return text
    return None


def check_text(content: bytes) -> None:
    """Refuse text that a program would run or show as a page."""
    begins = (text_of(content) or "").lstrip().lower()[:20]
    if begins.startswith(_CODE_BEGINS):
        raise v.Lies(v.PROGRAM)


def _has_archive(content: bytes) -> bool:
    """Find the end of a ZIP archive whose list of entries really stands before it."""
    at = content.rfind(_ZIP_END)
    while at != -1:
        length = int.from_bytes(content[at + 12 : at + 16], "little")
        if length <= at and content[at - length : at - length + 4] == _ZIP_ENTRY:
            return True
        at = content.rfind(_ZIP_END, 0, at)
    return False
