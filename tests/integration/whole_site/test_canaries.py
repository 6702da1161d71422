"""R-10, R-30, R-37: not one word about a person in what a visitor is given, in a store, a log or a temporary file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connections
from django.test import Client, override_settings
from django.urls import path

from portal.audit.actors import SYSTEM
from portal.notifications.models import Delivery, SafeChannel
from portal.notifications.services.delivery import attempt
from portal.notifications.services.inbox import add_entry
from portal.registry.models import Registration

# Django looks for the handlers in whichever module holds the addresses.
from portal.urls import handler400, handler403, handler404, handler500  # noqa: F401
from portal.urls import urlpatterns as site_urlpatterns
from tests.answers import posted
from tests.factories.openings import say_why, say_why_records
from tests.factories.staff import StaffFactory, sign_in
from tests.factories.trained import make_trained
from tests.functional.mail import MailSink
from tests.integration.family.conftest import walk
from tests.vanishing import file_bytes

from .addresses import LANGUAGES, addresses
from .canaries import Canaries, found_in
from .world import World, build

pytestmark = pytest.mark.django_db

OTHER_PATHS = (
    "/", "/robots.txt", "/sitemap.xml", "/healthz", "/api/", "/api/v2/pages/", "/feed/", "/rss/", "/favicon.ico",
    "/.well-known/security.txt", "/documents/1/x.pdf", "/media/x", "/admin/", "/django-admin/", "/accounts/login/",
    "/accounts/signup/", "/staff/signup/", "/cms/login/", "/cms/password_reset/", "/cms/api/main/pages/", "/images/1/",
    "/_util/login/", "/en/_util/authenticate_with_password/1/1/", "/en/nothing-here/", "/en/?q=%22",
    "/static/nothing.css",
)  # fmt: skip


@pytest.fixture
def world(db) -> World:
    """Five hundred words about people, in what families, organizations and staff wrote."""
    return build(rows=8)


def breaks(request):
    """A page that fails while it holds a name."""
    name = request.GET["who"]
    raise RuntimeError(f"could not greet {name}")


urlpatterns = [path("en/breaks/", breaks), *site_urlpatterns]


def _everything(response) -> bytes:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return (
        body
        + "\n".join(f"{name}: {value}" for name, value in response.items()).encode()
        + str(response.cookies).encode()
    )


def _paths(world) -> Iterator[str]:
    for address in addresses():
        values = world.values if not address.is_editor else {**world.values, "uuid": world.keys[:1]}
        yield from address.paths(values)


@pytest.mark.pages
def test_the_words_would_be_found(world):
    """The search itself works: the word is found in each form it may take."""
    word = Canaries(7).word("ckb")
    for stored in (word.encode(), word.encode("utf-16-le"), ascii(word).encode(), word.encode().hex().upper().encode()):
        assert found_in(b"a" + stored + b"z", [word])
    import base64

    for shift in range(3):
        assert found_in(base64.b64encode(b"x" * shift + word.encode() + b"yy"), [word])
    assert len(set(world.canaries.all)) >= 500
    assert not found_in(b"something else", world.canaries.all)


@pytest.mark.pages
def test_a_visitor_finds_nobody(world, log):
    """Every address, in four languages, with the keys, references and numbers of real rows."""
    client = Client(raise_request_exception=False)
    told = {}
    count = 0
    for address in (*_paths(world), *OTHER_PATHS):
        response = client.get(address)
        count += 1
        assert response.status_code < 500 or address == "/healthz", (address, response.status_code)
        if found := found_in(_everything(response), world.canaries.all):
            told[address] = found
    assert told == {}
    assert count > 300
    assert found_in(log.getvalue().encode(), [*world.canaries.all, *world.codes, *world.references]) == []


@pytest.mark.pages
def test_words_of_sealed_notes_stand_on_one_page(world, log):
    """R-10, R-14, R-30: a trained supervisor walks the whole office and her page is opened; then a note is opened."""
    client = sign_in(Client(), say_why_records(say_why(make_trained(supervisor=True))))
    family = Client()
    family.post("/ar/return/", {"code": world.codes[0]})
    (key, word), seen = next(iter(world.sealed.items())), 0
    file = Registration.objects.get(sealed_notes=key)
    values = {**world.values, "uuid": [key, str(file.pk)], "reference": [file.reference]}
    for address in addresses():
        asks = client if address.form.startswith("office/") else family if "/me/" in f"/{address.form}" else None
        for one in address.paths(values) if asks else ():
            if not one.startswith(("/office/", "/ar/")):
                continue
            answer = asks.get(one)
            seen += answer.status_code == 200
            assert found_in(_everything(answer), [word]) == [], one
    assert seen > 25
    opened = client.post(f"/office/sealed/{key}/", {"purpose": "sealed_talk"})
    assert found_in(opened.content, [word]) != []
    assert found_in(log.getvalue().encode(), [word]) == []


@pytest.mark.pages
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_of_trouble_tells_nothing(world, log, language):
    """400, 403, 404, 405, 413 and 500, with the word in the request where a request may hold one."""
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    word = world.canaries.all[0]
    answers = {
        400: client.get(f"/{language}/?%00={word}"),
        403: client.post(f"/{language}/return/", {"code": word}),
        404: client.get(f"/{language}/{word}/"),
        405: client.generic("TRACE", f"/{language}/", word),
    }
    with override_settings(ROOT_URLCONF=__name__):
        answers[500] = client.get("/en/breaks/", {"who": word}, headers={"accept-language": language})
    for status, response in answers.items():
        assert response.status_code == status
        assert found_in(_everything(response), world.canaries.all) == [], status
    written = log.getvalue()
    assert "RuntimeError" in written
    assert found_in(written.encode(), world.canaries.all) == []


def test_no_word_reaches_the_databases_in_the_clear(world):
    """The raw pages of SQLite, the rows and the bytes of PostgreSQL. What is not secret is found: the search looks."""
    for alias in ("default", "keys"):
        content = b"".join(_dump(alias))
        assert found_in(content, [*world.canaries.all, *world.codes]) == [], alias
    assert found_in(b"".join(_dump("default")), world.references) != []


def _dump(alias: str) -> Iterator[bytes]:
    connection = connections[alias]
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        yield connection.connection.serialize()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            quoted = connection.ops.quote_name(table)
            # PostgreSQL prints a row as text, bytes as hexadecimal digits, which are looked for too.
            columns = "t::text" if connection.vendor == "postgresql" else "*"
            cursor.execute(f"SELECT {columns} FROM {quoted} t")  # noqa: S608 - names from the database itself
            for row in cursor:
                yield b"\n".join(value if isinstance(value, bytes) else str(value).encode() for value in row)


def test_her_visit_leaves_no_word_in_session_tasks_cache_log_or_files(world, log, django_capture_on_commit_callbacks):
    """She walks the form and comes back, a reviewer searches: what they typed is in no other store."""
    before = _files()
    words = world.canaries
    with django_capture_on_commit_callbacks(execute=True):
        client = Client()
        answers = posted(
            applicant={"kind": "relative", "name": words.name("ar")},
            reach={"wish": "email", "email": words.email(), "hours": words.name("ku"), "safe_word": words.word("ckb")},
            relationship={"relationship": "sister", "words": words.name("en")},
            name={"full": words.name("ckb")},
            parts={"given": words.word("ar"), "mother": words.word("ar")},
            when={"how": "roughly", "words": words.name("ku")},
            where={"how": "known", "words": words.name("ar")},
            parties={"parties": "isis", "words": words.name("ckb")},
        )
        code = walk(client, "ar", posted=answers)
        assert (
            client.post("/ar/register/stays/1/", {"words": words.name("ar"), "began_year": "2015"}).status_code == 302
        )
        words.all.append(code)
        call = client.get("/ar/register/call/").context["form"].initial
        assert client.post("/ar/register/call/", {**call, "phone": words.phone(), "hours": words.name("ar")}).url
        assert client.post("/ar/register/9/", follow=True).status_code == 200
        assert Client().post("/ar/return/", {"code": code}).status_code == 302
        Client().post("/ar/return/", {"code": "1111222233334444"})
        token = {"words": words.name("ku"), "reach": words.phone()}
        page = client.get("/ku/tell-us/money/")
        client.post("/ku/tell-us/money/", {**page.context["form"].initial, **token})
    reviewer = sign_in(Client(), StaffFactory(reviewer=True))
    for method in (reviewer.get, reviewer.post):
        method("/office/search/", {"q": words.name("ckb"), "name": words.name("ckb"), "purpose": "comparing"})
    stores = {"log": log.getvalue().encode(), "cache": repr(cache._cache).encode()}
    stores |= {alias: b"".join(_dump(alias)) for alias in ("default", "keys")}
    stores |= {str(file): file_bytes(file) for file in _files() - before if file.is_file()}
    assert {name: found for name, content in stores.items() if (found := found_in(content, words.all))} == {}


def test_no_word_goes_out_by_mail(world, settings):
    """R-10, R-46: what is sent to each family holds nobody's words but the address to which it goes."""
    sink = MailSink()
    sink.start()
    settings.EMAIL_BACKEND = "portal.notifications.backends.OwnMailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.MAIL_SENDER = "127.0.0.1", sink.port, "smtp"
    try:
        for channel in SafeChannel.objects.filter(ended_at__isnull=True):
            add_entry(holder=channel.holder, kind="proceeding.update", subject="a key", actor=SYSTEM)
        for delivery in Delivery.objects.all():
            attempt(delivery_id=delivery.pk, attempts=0)
    finally:
        sink.stop()
    assert len(sink.messages) >= len(LANGUAGES)
    for message in sink.messages:
        word = str(message["X-Delivered-To"]).partition("@")[0]
        assert word in world.canaries.all
        assert found_in(message.as_bytes(), [one for one in world.canaries.all if word not in one]) == []


def _files() -> set[Path]:
    """Files in the places where this process keeps or may leave some."""
    folders = [Path(settings.DATA_DIR), Path(settings.MEDIA_ROOT)]
    found = {file for folder in folders if folder.exists() for file in folder.rglob("*")}
    return found | {Path(entry.path) for entry in os.scandir(tempfile.gettempdir()) if entry.is_file()}
