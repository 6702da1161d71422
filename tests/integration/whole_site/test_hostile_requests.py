"""R-15, R-55, R-91: whatever is sent, by whomever, to any address: an answer below 500 and never a traceback."""

from __future__ import annotations

import itertools
from urllib.parse import quote_from_bytes

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as fuzzing
from hypothesis import strategies as st

from . import hostile
from .addresses import Address, addresses
from .pages import Reading
from .visitors import VISITORS

pytestmark = [pytest.mark.django_db, pytest.mark.long]

TRACES = ("Traceback (most recent call last)", "site-packages", 'File "/', "Exception Value")
FORM = "application/x-www-form-urlencoded"
# Random requests of each visitor.
EXAMPLES = 80
ROLES = [name for name in VISITORS if name not in {"nobody", "family"}]


def encode(pairs: list[tuple[str, str]]) -> bytes:
    """A form's body as a client sends it; a lone surrogate goes out as its three bytes."""
    both = ("=".join(quote_from_bytes(part.encode("utf-8", "surrogatepass")) for part in pair) for pair in pairs)
    return "&".join(both).encode()


def broken(response) -> str | None:
    """What is wrong with the answer, or None."""
    if response.status_code >= 500:
        return f"{response.status_code} {type(getattr(response, 'exc_info', [None, None])[1])}"
    if not response.streaming and any(trace in response.content.decode(errors="replace") for trace in TRACES):
        return "a traceback in the page"
    return None


def ask(client: Client, method: str, path: str, body: bytes = b"", content_type: str = FORM, **headers) -> str | None:
    """One request in a transaction that is rolled back. Returns what was wrong, or None."""
    client.raise_request_exception = False
    # A server hands header bytes on as Latin-1.
    headers = {header: hostile.as_sent(value) for header, value in headers.items()}
    with transaction.atomic():
        response = client.generic(method, path, body, content_type=content_type, **headers)
        transaction.set_rollback(True)
    if path.endswith("healthz") and response.status_code == 503:
        return None
    if wrong := broken(response):
        failure = getattr(response, "exc_info", None)
        place = failure[2] if failure else None
        while place is not None and place.tb_next:
            place = place.tb_next
        where = f" at {place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else ""
        return f"{method} {path[:150]} [{content_type[:40]}] {body[:150]!r}: {wrong} {failure and failure[1]!r}{where}"[
            :900
        ]
    return None


def field_names(client: Client, path: str) -> list[str] | None:
    """The names of a page's form fields; None where this visitor is not let in at all."""
    response = client.get(path)
    if response.status_code == 405:
        return ["q", "page", "next"]
    if response.status_code != 200:
        return None
    if response.streaming or "html" not in response.get("Content-Type", ""):
        return ["q"]
    found = Reading.of(response.content.decode(errors="replace")).all("input", "select", "textarea", "button")
    return sorted({one.attributes["name"] for one in found if one.attributes.get("name")} - {"csrfmiddlewaretoken"})


def of_ours() -> list[Address]:
    return [address for address in addresses() if not address.is_editor]


def one_path(address: Address, world) -> str:
    return next(address.paths(world.fitting(address)))


@pytest.mark.parametrize("name", ["nobody", "family", "supervisor", "administrator"])
def test_hostile_parts_of_addresses(world, name):
    """Every part of every address holds every hostile text (R-15).

    Where only a key passes the converter, no view hears of other texts: such an address takes some of them in turn.
    """
    client, wrong, turn = VISITORS[name](world), [], itertools.cycle(hostile.PARTS)
    for address in addresses():
        if not address.parts or (address.is_editor and name != "administrator"):
            continue
        if name != "nobody" and address.is_prefixed is (name in ROLES):
            continue
        parts = hostile.PARTS if not address.is_editor else hostile.PARTS[3:6]
        if set(address.parts.values()) == {"uuid"}:
            parts = [hostile.NO_KEY, *itertools.islice(turn, 2)]
        for part in parts:
            form = address.form % dict.fromkeys(address.parts, part)
            path = f"/ar/{form}" if address.is_prefixed else f"/{form}"
            methods = ("GET", "POST") if not address.is_editor else ("GET",)
            wrong += filter(None, (ask(client, method, path) for method in methods))
    assert wrong == []


@pytest.mark.parametrize("name", ["nobody", "family", *ROLES])
def test_hostile_values_in_every_field(world, name):
    """Every field of every form, and of every query, with texts that break parsers."""
    client, wrong, count = VISITORS[name](world), [], 0
    chosen = itertools.cycle(hostile.FIXED)
    for address in of_ours():
        if address.is_prefixed is (name in ROLES) or address.ends_visit:
            continue
        values = world.fitting(address)
        keys = values["uuid"][: 9 if values is world.values else 2]
        for path in list(address.paths({**values, "uuid": keys}))[: 36 : 4 if address.is_prefixed else 1]:
            cache.clear()
            names = field_names(client, path)
            if names is None:
                continue
            for turn in range(2):
                pairs = [(field, next(chosen)) for field in names or ["q"]]
                count += 1
                wrong.append(ask(client, "POST", path, encode(pairs)))
                wrong.append(ask(client, "GET", path, QUERY_STRING=encode(pairs).decode()) if turn == 0 else None)
    assert [one for one in wrong if one] == []
    assert count > 15


LEAVING = {"family:sign-out", "family:leave", "family:stop"}


@pytest.mark.pages
def test_hostile_bodies(world):
    """Wrong types, charsets and multipart, on every address that a visitor or a family may post to."""
    for name in ("nobody", "family"):
        client, wrong = VISITORS[name](world), []
        for number, address in enumerate(of_ours()):
            if address.ends_visit:
                continue
            path = one_path(address, world)
            pairs = list(itertools.product(hostile.CONTENT_TYPES, hostile.BODIES))
            for content_type, body in pairs[number % 10 :: 10]:
                wrong.append(ask(client, "POST", path, body, content_type))
            for body in hostile.BODIES[11:]:
                wrong.append(ask(client, "POST", path, body, "multipart/form-data; boundary=a"))
        assert wrong and [one for one in wrong if one] == []


@pytest.mark.pages
def test_hostile_headers(world):
    """Cookies, hosts, languages and methods, on some pages of each kind."""
    wrong = []
    for path in (
        "/",
        "/en/",
        "/ar/register/1/",
        "/ckb/me/",
        "/office/",
        "/staff/login/",
        "/cms/",
        "/healthz",
        "/static/x",
        "/ku/x/",
    ):
        for method in ("GET", "POST"):
            for value in hostile.HOSTS:
                wrong.append(ask(Client(), method, path, HTTP_HOST=value))
            for value in hostile.ACCEPTED:
                wrong.append(ask(Client(), method, path, HTTP_ACCEPT_LANGUAGE=value))
            for value in hostile.COOKIES:
                for cookie in (
                    settings.SESSION_COOKIE_NAME,
                    settings.CSRF_COOKIE_NAME,
                    settings.LANGUAGE_COOKIE_NAME,
                    "messages",
                ):
                    wrong.append(ask(Client(), method, path, HTTP_COOKIE=f"{cookie}={value}"))
            for header in (
                "HTTP_REFERER",
                "HTTP_ORIGIN",
                "HTTP_USER_AGENT",
                "HTTP_X_FORWARDED_FOR",
                "HTTP_HX_CURRENT_URL",
            ):
                wrong += [
                    ask(Client(), method, path, **{header: value}) for value in ("http://[", "x" * 9000, "\xff", "null")
                ]
            wrong.append(ask(Client(), method, path, CONTENT_LENGTH="nonsense"))
            wrong.append(ask(Client(), method, path, CONTENT_LENGTH="-1"))
        for method in ("TRACE", "PUT", "DELETE", "PROPFIND", "get", "G\xc9T", "A" * 500):
            wrong.append(ask(Client(), method, path))
    assert [one for one in wrong if one] == []


@pytest.mark.pages
def test_too_many_of_everything(world):
    """301 fields, 301 values in the query, many files, deep names: refused with a page, never an error."""
    client = VISITORS["family"](world)
    for address in of_ours():
        path = one_path(address, world)
        many = encode([(f"f{number}", "1") for number in range(301)])
        assert ask(client, "POST", path, many) is None
        assert ask(client, "GET", path, QUERY_STRING=many.decode()) is None
    file = b'--a\r\nContent-Disposition: form-data; name="f"; filename="x"\r\n\r\nx\r\n'
    response = client.generic("POST", "/en/register/1/", file * 20 + b"--a--\r\n", "multipart/form-data; boundary=a")
    assert response.status_code == 400 and "<html" in response.text


@pytest.mark.parametrize("name", ["nobody", "family", "supervisor", "data_steward"])
def test_random_requests(world, name):
    """Texts made at random, derived from nothing, some dozens for each; the same ones each time."""
    client = VISITORS[name](world)
    pages = {path: names for path in _pages(world, name) if (names := field_names(client, path))}
    failures: list[str] = []

    @fuzzing(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def asks(data) -> None:
        path = data.draw(st.sampled_from(sorted(pages)))
        names = [*pages[path], data.draw(hostile.text)]
        pairs = [(field, data.draw(hostile.text)) for field in names[:8]]
        method = data.draw(st.sampled_from(["GET", "POST", "POST"]))
        body = encode(pairs)
        query = {"QUERY_STRING": body.decode()} if method == "GET" else {}
        if found := ask(client, method, path, body if method == "POST" else b"", **query):
            failures.append(found)

    asks()
    assert failures == []


def _pages(world, name: str) -> list[str]:
    chosen = (one for one in of_ours() if one.is_prefixed is (name not in ROLES) and one.name not in LEAVING)
    return [one_path(one, world) for one in chosen if "logout" not in one.name]
