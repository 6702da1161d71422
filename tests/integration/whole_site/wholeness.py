"""What makes a page whole: language and direction, title, quick exit first, nothing inline, no other host."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.conf import settings

from portal.core.languages import LANGUAGES

from .pages import Reading

LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action", "iframe": "src", "source": "src"}


def faults(path: str, language: str, html: str, public: set[str]) -> Iterator[str]:
    """What is wrong with a page, one line each."""
    reading = Reading.of(html)
    roots = reading.all("html")
    expected = LANGUAGES[language]
    if [(root.attributes.get("lang"), root.attributes.get("dir")) for root in roots] != [
        (expected.html, expected.direction)
    ]:
        yield f"html: {[root.attributes for root in roots]}"
    titles = reading.all("title")
    if not titles or not titles[0].text.strip():
        yield "no title, or an element in it, which a browser shows as it stands"
    first = reading.first_focusable()
    # Where her page may be open, the way out leads through an address that closes it first.
    if (
        first is None
        or first.tag != "a"
        or first.attributes.get("href") not in (settings.QUICK_EXIT_URL, f"/{language}/leave/")
    ):
        yield f"first focusable is not the quick exit: {first}"
    if len([element for element in reading.elements if element.attributes.get("id") == "main"]) != 1:
        yield "not one main"
    identities = [element.attributes["id"] for element in reading.elements if element.attributes.get("id")]
    if twice := sorted({one for one in identities if identities.count(one) > 1}):
        yield f"the same id twice: {twice}"
    for element in reading.elements:
        yield from _inline(element)
        yield from _foreign(element, public)


def _inline(element) -> Iterator[str]:
    if element.tag == "style" or "style" in element.attributes:
        yield f"inline style: {element}"
    is_data = element.attributes.get("type") == "application/ld+json"
    if element.tag == "script" and not element.attributes.get("src") and not is_data:
        yield f"inline script: {element}"
    if named := [name for name in element.attributes if name.startswith("on") or name == "srcdoc"]:
        yield f"inline handler {named}: {element.tag}"
    if any(value.strip().lower().startswith("javascript:") for value in element.attributes.values()):
        yield f"javascript: {element}"


def _foreign(element, public: set[str]) -> Iterator[str]:
    target = element.attributes.get(LINKS.get(element.tag, ""), "")
    parts = urlsplit(target)
    # Where the page itself stands, in full: a browser asks nobody for it.
    is_own_address = element.tag == "link" and element.attributes.get("rel") in {"canonical", "alternate"}
    # An app for codes on this device, which no host hears of.
    is_for_an_app = element.tag == "a" and parts.scheme == "otpauth"
    if not parts.netloc or target in public or is_own_address or is_for_an_app:
        return
    if element.tag != "a":
        yield f"another host is asked: {element.tag} {target}"
    elif target not in (settings.QUICK_EXIT_URL, *public):
        yield f"a link to another host that nobody declared: {target}"
    elif "noreferrer" not in element.attributes.get("rel", "") and target != settings.QUICK_EXIT_URL:
        yield f"tells where she came from: {target}"
