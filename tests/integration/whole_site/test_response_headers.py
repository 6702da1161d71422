"""R-43, R-44, R-52, R-53, R-55: the headers of every answer, and what is refused before a page is asked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from .addresses import LANGUAGES, addresses
from .headers import wrong_headers
from .pages import Reading
from .visitors import VISITORS

pytestmark = [pytest.mark.django_db, pytest.mark.pages]

PRODUCTION = """
import gc, json
from django.conf import settings
# Nothing is collected for this one run; the storage says nothing about headers.
settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
import portal.wsgi
from django.test import Client
client = Client(raise_request_exception=False)
plain, safe = client.get("/en/register/"), client.get("/en/register/", secure=True)
signed = client.get("/staff/login/", secure=True)
wrong = client.get("/en/", secure=True, headers={"host": "evil.example"})
print(json.dumps({
    "frozen": gc.get_freeze_count(),
    "plain": [plain.status_code, plain.get("Location", ""), dict(plain.items())],
    "safe": [safe.status_code, dict(safe.items())],
    "wrong": [wrong.status_code, dict(wrong.items())],
    "signed": signed.status_code,
    "cookies": {name: morsel.OutputString() for one in (safe, signed) for name, morsel in one.cookies.items()},
    "names": [settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME],
    "secure": [settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE, settings.LANGUAGE_COOKIE_SECURE,
               settings.SESSION_COOKIE_DOMAIN, settings.CSRF_COOKIE_DOMAIN, settings.SESSION_COOKIE_PATH],
}))
"""


@pytest.mark.parametrize("name", ["nobody", "family", "administrator"])
def test_every_answer_carries_the_headers(world, name):
    """Everywhere, also where the answer is a redirect or a refusal. For each role: office/test_role_matrix.py."""
    client = VISITORS[name](world)
    wrong = {}
    for address in addresses():
        if address.is_editor and name != "administrator":
            continue
        for path in address.paths({key: values[:2] for key, values in world.fitting(address).items()}):
            response = client.get(path)
            if found := wrong_headers(path, response):
                wrong[path] = (response.status_code, found)
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_refusals_speak_her_language_and_carry_the_headers(world, language):
    """Too large, too many fields, wrong host, unknown method, missing token, wrong path."""
    client = Client(raise_request_exception=False)
    guarded = Client(raise_request_exception=False, enforce_csrf_checks=True)
    path = f"/{language}/register/1/"
    answers = {
        413: client.post(path, {"name": "a" * 1_100_000}),
        400: client.post(path, {f"field{number}": "1" for number in range(301)}),
        405: client.generic("TRACE", path),
        403: guarded.post(path, {"kind": "relative"}),
        404: client.get(f"/{language}/nowhere/at/all/"),
    }
    hosted = client.get(path, headers={"host": "evil.example"})
    for status, response in [*answers.items(), (400, hosted)]:
        assert response.status_code == status, (status, response.status_code)
        assert wrong_headers(path, response) == []
        page = Reading.of(response.content.decode()).all("html")[0].attributes
        assert page["lang"] == {"ku": "ku-Latn"}.get(language, language), status
    assert "GET" in answers[405]["Allow"]


def test_a_larger_body_is_for_files_only(client):
    """One byte under the limit is read; a large body of another type is not read at all."""
    assert client.post("/en/register/1/", {"kind": "missing", "name": "a" * 1_000_000}).status_code == 200
    for content_type in ("application/json", "text/plain", "application/x-www-form-urlencoded"):
        answer = client.generic("POST", "/en/register/1/", b"{" * 1_100_000, content_type=content_type)
        assert answer.status_code in {200, 400, 413}, content_type


@pytest.mark.parametrize("method", ["TRACE", "TRACK", "PUT", "PATCH", "DELETE", "CONNECT", "PROPFIND", "FOO"])
@pytest.mark.parametrize("path", ["/en/", "/en/register/1/", "/office/", "/staff/login/", "/healthz", "/nowhere"])
def test_unknown_methods_are_refused(client, method, path):
    response = client.generic(method, path)
    assert response.status_code == 405
    assert wrong_headers(path, response) == []


def test_head_and_options_work(world):
    """HEAD answers as GET does, without a body; OPTIONS changes nothing and breaks nothing."""
    client = Client(raise_request_exception=False)
    for address in addresses():
        if address.is_editor:
            continue
        for path in list(address.paths({key: values[:1] for key, values in world.fitting(address).items()}))[:4]:
            got, head = client.get(path), Client().head(path)
            assert head.status_code == got.status_code or path.endswith("healthz"), path
            assert head.content == b"", path
            assert client.options(path).status_code < 500, path


def test_every_form_needs_its_token(world):
    """No address takes a POST without a token (R-53), whoever asks."""
    taken = []
    clients = {name: VISITORS[name](world) for name in ("nobody", "family", "supervisor", "administrator")}
    for name, client in clients.items():
        client.handler.enforce_csrf_checks = True
        for address in addresses():
            if address.is_editor and name != "administrator":
                continue
            path = next(address.paths(world.fitting(address)))
            response = client.post(path, {})
            assert response.status_code < 500, path
            location = response.get("Location", "")
            leads_away = location.startswith("/staff/") or location == f"{path}/" or location.endswith("/return/")
            if response.status_code not in {403, 404, 405} and not leads_away:
                taken.append((name, path, response.status_code))
    assert taken == []


def test_production_speaks_only_over_tls_with_guarded_cookies(tmp_path):
    """HSTS, the redirect, `__Host-` cookies and a foreign host, in a web process with production settings."""
    root = Path(__file__).resolve().parents[3]
    secrets = dict.fromkeys(("SANAD_KEK", "SANAD_INDEX_KEY", "SANAD_PEPPER"), "61" * 32)
    kept = {name: value for name, value in os.environ.items() if not name.endswith("DATABASE_URL")}
    environment = (
        kept
        | secrets
        | {
            "DJANGO_SETTINGS_MODULE": "portal.settings.production",
            "PORTAL_DATA_DIR": str(tmp_path),
            "SECRET_KEY": "s" * 64 + "0123456789",
            "ALLOWED_HOSTS": "testserver",
            "PUBLIC_URL": "https://sanad.example",
            "PORTAL_STATIC_ROOT": str(root / "static"),
        }
    )
    done = subprocess.run(
        [sys.executable, "-c", PRODUCTION], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout.strip().splitlines()[-1])
    assert seen["frozen"] > 100_000  # what a web process has loaded is no work for the collector
    assert seen["plain"][0] == 301 and seen["plain"][1].startswith("https://")
    assert seen["plain"][2]["Content-Security-Policy"]
    for name in ("safe", "wrong"):
        assert seen[name][1]["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains; preload"
    assert seen["wrong"][0] == 400
    assert seen["names"] == ["__Host-sessionid", "__Host-csrftoken"]
    assert seen["secure"] == [True, True, True, None, None, "/"]
    for name, cookie in seen["cookies"].items():
        assert name.startswith("__Host-"), name
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(cookie.split("; ")), cookie
