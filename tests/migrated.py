"""SQLite databases with every migration applied: made once for a state of the code, then copied by whoever needs them.

Migrating from nothing takes most of a minute on a slow machine, and many tests begin with fresh databases. Whatever
changes in the code makes new ones, and so does every `make test`, so that all migrations are applied there.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

from tests.architecture.sources import ROOT

KEPT = ROOT / "test-results" / "migrated"
DAY_SECONDS = 86_400
# The databases by their names in the settings.
FILES = {"default": "portal.sqlite3", "keys": "keys.sqlite3"}


def copy_migrated(folder: Path) -> None:
    """Put both databases, migrated and otherwise empty, into a data folder, which is made if it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in FILES.values():
        shutil.copyfile(migrated() / name, folder / name)


def fill_migrated(alias: str, connection: sqlite3.Connection) -> None:
    """Make an open SQLite database a copy of a migrated one; `alias` is its name in the settings."""
    with closing(sqlite3.connect(f"file:{migrated() / FILES[alias]}?immutable=1", uri=True)) as kept:
        kept.backup(connection)


@cache
def migrated() -> Path:
    """The folder with the migrated databases of the code as it stands. They are for copying only."""
    folder = KEPT / _fingerprint()
    KEPT.mkdir(parents=True, exist_ok=True)
    with alone(KEPT / "lock"):
        if not folder.exists():
            _remove_old()
            making = KEPT / "making"
            shutil.rmtree(making, ignore_errors=True)
            making.mkdir()
            _migrate(making)
            making.rename(folder)
    return folder


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Hold a lock against the other processes of this machine."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _migrate(folder: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.endswith("DATABASE_URL")}
    environment = kept | {"DJANGO_SETTINGS_MODULE": "portal.settings.test", "PORTAL_DATA_DIR": str(folder)}
    subprocess.run([sys.executable, "manage.py", "migrate", "--verbosity", "0"], cwd=ROOT, env=environment, check=True)
    for name in FILES.values():
        with closing(sqlite3.connect(folder / name)) as connection:
            # One file without side files, which can be copied as it is.
            connection.execute("PRAGMA journal_mode=DELETE")


def _remove_old() -> None:
    """Those of the last day stay: another run of an earlier state may be at work."""
    for folder in KEPT.iterdir():
        if folder.is_dir() and time.time() - folder.stat().st_mtime > DAY_SECONDS:
            shutil.rmtree(folder)


def _fingerprint() -> str:
    """A digest of all that migrations depend on, as scripts/prepare-data has it."""
    digest = hashlib.sha256(sys.version.encode())
    files = [file for tree in ("portal", "cms") for file in (ROOT / tree).rglob("*") if file.is_file()]
    for file in sorted([*files, ROOT / "manage.py", ROOT / "requirements.txt"]):
        # What Python writes for itself comes and goes, in files of passing names too, while another process begins.
        if "__pycache__" not in file.parts:
            digest.update(f"{file.relative_to(ROOT)}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:32]
