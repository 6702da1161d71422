"""R-34 and R-35, a drill on real files: back up, erase, restore the old backup, apply the ledger: nothing is back."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import ExitStack, closing

import pytest

from .copies import ROOT, Copy

_MAKE = """
from portal.accounts.services.holders import create_holder
from portal.audit.actors import SYSTEM
from portal.registry.content import NameContent, RegistrationContent
from portal.registry.services.messages import write_as_family
from portal.registry.services.registrations import register
for name in ("Canary Gone", "Canary Stays"):
    holder, code = create_holder(language="en", actor=SYSTEM)
    content = RegistrationContent(names=(NameContent(full=name),), applicant_name="Xezal " + name)
    one = register(content=content, actor=SYSTEM, holder=holder, answers={"name": {"full": name}})
    write_as_family(registration=one, words="Words of " + name, actor=SYSTEM)
    print(one.pk, code)
"""
_ERASE = """
from portal.audit.actors import SYSTEM
from portal.registry.models import Registration
from portal.registry.services.erasure import erase
erase(registration=Registration.objects.get(pk="{key}"), actor=SYSTEM)
"""
_LOOK = """
from portal.accounts.services.holders import find_holder_by_code
from portal.registry.models import Applicant, Message, Registration
print([row.name for row in Applicant.objects.all()], [row.words for row in Message.objects.all()])
print(find_holder_by_code("{code}") is None)
"""
FILES = ("portal.sqlite3", "keys.sqlite3")


def _shell(copy: Copy, script: str) -> str:
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", script]
    done = subprocess.run(command, cwd=ROOT, env=copy.environment, check=True, capture_output=True, text=True)
    return done.stdout


def _back_up(copy: Copy, folder) -> None:
    folder.mkdir()
    for name in FILES:
        with closing(sqlite3.connect(copy.folder / name)) as live, closing(sqlite3.connect(folder / name)) as kept:
            live.backup(kept)


def _restore(copy: Copy, folder) -> None:
    for name in FILES:
        for side in ("-wal", "-shm"):
            (copy.folder / f"{name}{side}").unlink(missing_ok=True)
        shutil.copyfile(folder / name, copy.folder / name)


def _stored(copy: Copy) -> bytes:
    """Both databases with their write-ahead logs, as they lie on the disk."""
    return b"".join(path.read_bytes() for path in sorted(copy.folder.glob("*.sqlite3*")))


def _sealed(copy: Copy, key: str) -> list[bytes]:
    """A sealed message of the registration, and the wrapped key that opens it."""
    with (
        closing(sqlite3.connect(copy.folder / FILES[0])) as rows,
        closing(sqlite3.connect(copy.folder / FILES[1])) as keys,
    ):
        query = "SELECT words, key_id FROM registry_message WHERE registration_id = ?"
        words, key_id = rows.execute(query, [key.replace("-", "")]).fetchone()
        (wrapped,) = keys.execute("SELECT wrapped FROM confidential_wrappedkey WHERE id = ?", [key_id]).fetchone()
    return [words, wrapped]


@pytest.mark.long
def test_r34_an_old_backup_brings_nothing_back(copy: Copy, tmp_path) -> None:
    lines = [line.split() for line in _shell(copy, _MAKE).splitlines() if len(line.split()) == 2]
    (key, code), (other, _code) = lines
    _back_up(copy, tmp_path / "old")
    sealed = _sealed(copy, key)
    # Somebody else has the databases open, as on a live site: SQLite then leaves its logs where they are.
    with ExitStack() as others:
        for name in FILES:
            others.enter_context(closing(sqlite3.connect(copy.folder / name))).execute("PRAGMA user_version").fetchall()
        assert all(found in _stored(copy) for found in sealed)
        _shell(copy, _ERASE.format(key=key))
        assert not any(found in _stored(copy) for found in sealed)

    # With the keys of today the rows of the old backup cannot be opened: what was erased is unreadable there.
    today = (copy.folder / "keys.sqlite3").read_bytes()
    _restore(copy, tmp_path / "old")
    (copy.folder / "keys.sqlite3").write_bytes(today)
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", _LOOK.format(code=code)]
    unread = subprocess.run(command, cwd=ROOT, env=copy.environment, check=False, capture_output=True, text=True)
    assert unread.returncode != 0 and "CannotOpen" in unread.stderr and "Canary Gone" not in unread.stdout

    # Where the old keys come back too, everything is readable until the ledger is applied.
    _restore(copy, tmp_path / "old")
    before = _shell(copy, _LOOK.format(code=code))
    assert "Canary Gone" in before and "False" in before
    ledger = copy.folder / "erasures.jsonl"
    command = [sys.executable, "manage.py", "reapply_erasures", str(ledger)]
    for came_back in (1, 0):
        done = subprocess.run(command, cwd=ROOT, env=copy.environment, check=True, capture_output=True, text=True)
        assert json.loads(done.stdout.splitlines()[-1]) == {"erasures": 1, "came_back": came_back}
    after = _shell(copy, _LOOK.format(code=code))
    assert "Canary Gone" not in after and "True" in after and "Canary Stays" in after
    assert copy.number("SELECT count(*) FROM registry_registration WHERE id = ?", other.replace("-", "")) == 1
