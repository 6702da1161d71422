"""Law: a template holds no script, no style and no event handler of its own, and one place writes `<html`.

The content security policy would refuse them anyway; here the author learns of it before the reader does.
PDF and e-mail templates are documents of their own: they are rendered without a policy and may open `<html`,
but hold no inline style or script either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.architecture.sources import templates

COMMENT = re.compile(r"\{#.*?#\}|\{%\s*comment\b.*?\{%\s*endcomment\s*%\}|<!--.*?-->", re.DOTALL)
SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<body>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
FORBIDDEN = {
    "inline style sheet": re.compile(r"<style\b", re.IGNORECASE),
    "style attribute": re.compile(r"<[a-z][^<>]*\sstyle\s*=", re.IGNORECASE | re.DOTALL),
    "event handler": re.compile(r"<[a-z][^<>]*\son[a-z]+\s*=", re.IGNORECASE | re.DOTALL),
    "script address": re.compile(r"=\s*[\"']?\s*javascript:", re.IGNORECASE),
}
# Data for a script, not a script: `json_script` and linked data.
DATA_TYPES = re.compile(r"type\s*=\s*[\"']application/(?:ld\+)?json[\"']", re.IGNORECASE)
DOCUMENTS_OF_THEIR_OWN = ("templates/layouts/pdf.html", "templates/emails/base.html")
OPENS_HTML = re.compile(r"<html[\s>]", re.IGNORECASE)


def without_comments(text: str) -> str:
    return COMMENT.sub("", text)


def inline(text: str) -> Iterator[str]:
    """What stands inline in a template and should stand in a static file."""
    text = without_comments(text)
    for match in SCRIPT.finditer(text):
        if match["body"].strip() and not DATA_TYPES.search(match["attributes"]):
            yield "inline script"
    for name, pattern in FORBIDDEN.items():
        if pattern.search(text):
            yield name


def test_templates_hold_nothing_inline() -> None:
    assert [f"{path}: {found}" for path, text in templates() for found in inline(text)] == []


def test_one_place_writes_the_html_element() -> None:
    places = [
        path
        for path, text in templates()
        if OPENS_HTML.search(without_comments(text)) and not any(part in path for part in DOCUMENTS_OF_THEIR_OWN)
    ]
    assert places == ["templates/base.html"]


def test_the_law_catches_a_bad_sample() -> None:
    assert list(inline("<script>alert(1)</script>")) == ["inline script"]
    assert list(inline('<p class="a"\n style="color: red">')) == ["style attribute"]
    assert list(inline('<a href="#" onclick="x()">')) == ["event handler"]
    assert list(inline("<style>a {}</style>")) == ["inline style sheet"]
    assert list(inline('<a href="javascript:x()">')) == ["script address"]
    assert list(inline('<script src="{% static "a.js" %}" defer></script><p>on = style=</p>')) == []
    assert OPENS_HTML.search('<html lang="ar" dir="rtl">')
