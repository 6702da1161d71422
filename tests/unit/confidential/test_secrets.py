"""The three secrets: from a variable or a file, made where allowed, refused where missing or malformed."""

import base64
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from portal.confidential import secrets
from portal.confidential.secrets import NAMES, secret

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path, monkeypatch):
    settings.KEYS_DIR = str(tmp_path / "secrets")
    for variable in NAMES.values():
        monkeypatch.delenv(variable, raising=False)
    secret.cache_clear()
    yield
    secret.cache_clear()


def test_made_on_the_first_run_and_the_same_afterwards(settings):
    made = secret("kek")
    secret.cache_clear()
    assert secret("kek") == made
    assert len({secret(name) for name in NAMES}) == 3
    file = Path(settings.KEYS_DIR) / "kek"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert not list(file.parent.glob(".*"))


def test_missing_is_refused_where_none_may_be_made(settings):
    settings.KEYS_CREATE_MISSING = False
    with pytest.raises(ImproperlyConfigured, match="SANAD_KEK"):
        secret("kek")
    assert not Path(settings.KEYS_DIR).exists()


def test_a_variable_goes_before_the_file(monkeypatch):
    secret("kek")
    secret.cache_clear()
    monkeypatch.setenv("SANAD_KEK", base64.b64encode(b"k" * 32).decode())
    assert secret("kek") == b"k" * 32


@pytest.mark.parametrize("text", ["short", "=", base64.b64encode(b"k" * 31).decode(), "no base64 at all!"])
def test_malformed_is_refused_without_showing_it(monkeypatch, text):
    monkeypatch.setenv("SANAD_KEK", text)
    with pytest.raises(ImproperlyConfigured) as caught:
        secret("kek")
    assert text not in str(caught.value).split()


def test_two_processes_that_start_together_read_one_secret(settings, tmp_path):
    code = "import django; django.setup(); from portal.confidential.secrets import secret; print(secret('kek').hex())"
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("SANAD_")},
        "DJANGO_SETTINGS_MODULE": "portal.settings.test",
        "PORTAL_DATA_DIR": str(tmp_path),
        "PORTAL_KEYS_DIR": settings.KEYS_DIR,
    }
    started = [
        subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    assert len({process.communicate()[0] for process in started}) == 1


def test_production_refuses_to_start_without_them(tmp_path):
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "portal.settings.production",
        "PORTAL_DATA_DIR": str(tmp_path),
        "SECRET_KEY": "x" * 60,
        "ALLOWED_HOSTS": "sanad.example",
        "PUBLIC_URL": "https://sanad.example",
    }
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "ERROR"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode != 0
    assert "SANAD_KEK" in done.stderr
    assert not (tmp_path / "secrets").exists()


def test_unknown_secrets_do_not_exist():
    with pytest.raises(KeyError):
        secret("other")
    assert set(secrets.NAMES) == {"kek", "index", "pepper"}
