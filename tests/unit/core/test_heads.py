"""The head of a public page: addresses by language, data that no text can end, and the operator's setting."""

import json

import pytest
from django.template.loader import render_to_string

from portal.core.checks import check_public_url
from portal.core.heads import Addresses, PublicHead, first_words

BASE = "https://sanad.example"


def head(code: str = "en", paths: tuple[str, ...] = ("en",), **fields) -> PublicHead:
    where = Addresses(BASE, {one: f"/{one}/x/" for one in paths})
    return PublicHead(addresses=where, title="T", description="D", code=code, **fields)


@pytest.mark.parametrize(
    ("code", "paths", "expected"),
    [
        ("ku", ("ar", "ku"), "/ku/x/"),
        ("ku", ("ar", "en"), "/ar/x/"),
        ("ckb", ("en",), "/en/x/"),
        ("en", (), "/"),
    ],
)
def test_a_text_is_known_where_it_was_written(code, paths, expected):
    assert head(code, paths).canonical == f"{BASE}{expected}"


def test_alternates_are_named_as_html_names_them_and_only_where_the_text_exists():
    found = head("ku", ("ku", "ar")).addresses.alternates
    assert [(one.language.html, one.url) for one in found] == [("ar", f"{BASE}/ar/x/"), ("ku-Latn", f"{BASE}/ku/x/")]


def test_readers_of_other_languages_are_led_as_from_the_root(settings):
    settings.DEFAULT_VISITOR_LANGUAGE = "ku"
    assert head("en", ("ar", "ku", "en")).addresses.default_url == f"{BASE}/ku/x/"


def test_no_text_can_end_the_data():
    written = head(data={"name": "</script><!-- & ٣ \u2028"}).linked_data
    assert "<" not in written and ">" not in written and "&" not in written
    assert json.loads(written)["name"] == "</script><!-- & ٣ \u2028"


def test_a_head_without_data_writes_none():
    assert "ld+json" not in render_to_string("components/head.html", {"head": head()})
    assert head().linked_data == ""


def test_words_of_others_stay_words():
    hostile = PublicHead(addresses=Addresses(BASE, {"en": "/en/"}), title='"><b>', description='"><i>', code="en")
    written = render_to_string("components/head.html", {"head": hostile, "product_name": "Sanad"})
    assert "<b>" not in written and "<i>" not in written


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("short", 10, "short"),
        ("two\n\nlines  here", 20, "two lines here"),
        ("one two three", 9, "one two…"),
        ("unbreakable", 5, "unbr…"),
        ("", 5, ""),
    ],
)
def test_first_words(text, length, expected):
    assert first_words(text, length) == expected
    assert len(first_words(text, length)) <= length


@pytest.mark.parametrize(
    ("address", "is_right"),
    [
        ("", True),
        ("https://sanad.example", True),
        ("http://127.0.0.1:8000", True),
        ("sanad.example", False),
        ("https://sanad.example/path", False),
        ("ftp://sanad.example", False),
        ("https://", False),
        ("https://sanad.example?x", False),
    ],
)
def test_the_operator_s_address_is_checked(settings, address, is_right):
    settings.PUBLIC_URL = address
    assert (check_public_url(None) == []) is is_right
