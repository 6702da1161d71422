"""A mail of ours: two halves in the reader's language and direction, headers that tell nothing, and no other mail."""

import email.policy
import os
import re
import socket
from email import message_from_bytes

import pytest
from django.core.mail.utils import DNS_NAME

from portal.core.languages import LANGUAGES
from portal.notifications.checks import check_sender_is_neutral
from portal.notifications.senders import current_sender, news_text
from tests.integration.notifications.html import html_elements

pytestmark = pytest.mark.django_db


def sent(sink, code: str):
    current_sender().send(address="reader@example.org", text=news_text(code), language=code, key="1")
    ((_sender, _recipients, raw),) = sink.received
    return message_from_bytes(raw, policy=email.policy.default), raw


@pytest.mark.parametrize("code", LANGUAGES)
def test_both_halves_are_there_in_language_and_direction(sink, code):
    message, _raw = sent(sink, code)
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    elements = html_elements(message.get_body(("html",)).get_content())
    language = LANGUAGES[code]
    told = [(tag, found["lang"], found["dir"]) for tag, found in elements if "dir" in found or "lang" in found]
    assert told == [(tag, language.html, language.direction) for tag in ("html", "div")]
    assert message["Content-Language"] == language.html


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_loaded_followed_or_counted(sink, code):
    message, _raw = sent(sink, code)
    html = message.get_body(("html",)).get_content()
    elements = html_elements(html)
    assert {tag for tag, _found in elements} == {"html", "head", "meta", "title", "body", "div", "p"}
    assert not [name for _tag, found in elements for name in found if name in {"href", "src", "background", "srcset"}]
    assert "url(" not in html and "@import" not in html


@pytest.mark.parametrize("code", LANGUAGES)
def test_its_look_is_written_into_the_elements_and_leaves_the_colours_to_the_program(sink, code):
    message, _raw = sent(sink, code)
    styles = [found.get("style") or "" for tag, found in html_elements(message.get_body(("html",)).get_content())]
    assert any("px" in style for style in styles)
    assert not [style for style in styles if re.search(r"(?:^|[;\s])(?:color|background(?:-color)?)\s*:", style)]
    assert not [style for style in styles if re.search(r"(?:left|right)", style)]


def test_headers_tell_neither_the_machine_nor_the_product(sink, monkeypatch):
    monkeypatch.setattr(DNS_NAME, "_fqdn", "registry-7.inside.example", raising=False)
    message, raw = sent(sink, "ar")
    assert re.fullmatch(r"<[^@<>]+@mail\.example>", message["Message-ID"])
    assert sink.greetings == ["mail.example"]
    for name in ("registry-7", "inside.example", socket.gethostname(), os.uname().nodename):
        assert name.encode() not in raw, name
    assert set(message.keys()) == {
        *("Content-Type", "MIME-Version", "Subject", "From", "To", "Date"),
        *("Message-ID", "Auto-Submitted", "Content-Language"),
    }
    assert message["From"] == "post@mail.example" and message["Auto-Submitted"] == "auto-generated"


def test_each_mail_has_its_own_number(sink):
    for code in ("ar", "ku"):
        current_sender().send(address="reader@example.org", text=news_text(code), language=code, key="1")
    numbers = {message_from_bytes(raw)["Message-ID"] for _sender, _recipients, raw in sink.received}
    assert len(numbers) == 2


@pytest.mark.parametrize(
    ("sender", "is_neutral"),
    [
        ("post@mail.example", True),
        ("Post <post@mail.example>", True),
        ("post@sanad.example", False),
        ("Sened <post@mail.example>", False),
        ("سند <post@mail.example>", False),
        ("news@missing-persons.example", False),
    ],
)
def test_a_sender_that_tells_the_subject_is_found(settings, sender, is_neutral):
    settings.DEFAULT_FROM_EMAIL = sender
    assert [warning.id for warning in check_sender_is_neutral(None)] == ([] if is_neutral else ["notifications.W001"])
