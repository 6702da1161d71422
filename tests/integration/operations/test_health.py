"""/healthz says 200 when every part is well, and names the part that is not."""

import json
import time

import pytest
from django.db import OperationalError

from portal.confidential import secrets
from portal.confidential.keyring import create_data_key
from portal.confidential.models import WrappedKey
from portal.operations import health, heartbeat

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_data_folder(settings, tmp_path):
    """A heartbeat of this test's own, just written."""
    settings.DATA_DIR = tmp_path
    heartbeat.beat()


def _ask(client):
    answer = client.get("/healthz")
    return answer.status_code, json.loads(answer.content)


def test_all_well(client):
    create_data_key(purpose="registration")
    assert _ask(client) == (200, {"database": "ok", "keys": "ok", "worker": "ok"})


def test_answer_is_not_kept_and_needs_no_sign_in(client):
    answer = client.get("/healthz")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Type"] == "application/json"
    assert not answer.cookies


def test_only_reading_is_allowed(client):
    assert client.post("/healthz").status_code == 405


def test_worker_that_never_looked(client):
    heartbeat.path().unlink()
    assert _ask(client) == (503, {"database": "ok", "keys": "ok", "worker": "failed"})


def test_worker_that_fell_silent(client, settings):
    heartbeat.path().write_text(str(time.time() - settings.WORKER_SILENT_SECONDS - 5))
    assert _ask(client)[1]["worker"] == "failed"


def test_heartbeat_file_with_nonsense(client):
    heartbeat.path().write_text("not a number")
    assert _ask(client) == (503, {"database": "ok", "keys": "ok", "worker": "failed"})


def test_wrong_key_encryption_key(client, monkeypatch):
    create_data_key(purpose="registration")
    monkeypatch.setenv("SANAD_KEK", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
    secrets.secret.cache_clear()
    try:
        assert _ask(client) == (503, {"database": "ok", "keys": "failed", "worker": "ok"})
    finally:
        monkeypatch.undo()
        secrets.secret.cache_clear()


def test_altered_wrapped_key(client):
    key_id = create_data_key(purpose="registration")
    WrappedKey.objects.filter(pk=key_id).update(wrapped=b"\x01" + b"0" * 60)
    assert _ask(client) == (503, {"database": "ok", "keys": "failed", "worker": "ok"})


class _Lost:
    def __getitem__(self, alias):
        return self

    def cursor(self):
        raise OperationalError("gone")


def test_lost_database(client, monkeypatch):
    monkeypatch.setattr(health, "connections", _Lost())
    assert _ask(client) == (503, {"database": "failed", "keys": "ok", "worker": "ok"})


def test_robots_in_a_demonstration(client, settings):
    settings.DEMONSTRATION = True
    answer = client.get("/robots.txt")
    assert answer.content == b"User-agent: *\nDisallow: /\n"


def test_robots_otherwise_names_no_path(client, settings):
    """Each page says itself whether it may be listed; a list of closed doors would be a map."""
    settings.DEMONSTRATION, settings.PUBLIC_URL = False, "https://sanad.example"
    answer = client.get("/robots.txt")
    assert answer.content == b"User-agent: *\nDisallow:\n\nSitemap: https://sanad.example/sitemap.xml\n"
