"""A running copy of the portal: a real process with its own data folder, and what its tests ask of it."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.functional.asking import Asking
from tests.migrated import copy_migrated

ROOT = Path(__file__).resolve().parents[2]
START_WITHIN_SECONDS = 240.0
STOP_WITHIN_SECONDS = 30.0
PORTS = range(20_000, 32_000)
# With the side files of databases in use, which come and go.
DATABASE_FILES = ("*.sqlite3", "*.sqlite3-wal", "*.sqlite3-shm")
FROM_ELSEWHERE = ("DATABASE_URL", "KEYS_DATABASE_URL", "APP_DATABASE_URL", "APP_KEYS_DATABASE_URL")


def free_port() -> int:
    """A TCP port of the loopback interface that nobody listens on at this moment.

    Below those from which Linux takes one for each outgoing connection: a browser beside us opens many, and a site
    that is started again needs its own back.
    """
    while True:
        port = PORTS.start + secrets.randbelow(len(PORTS))
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


def _copy_if_there(source: str, target: str) -> None:
    """Copy a file, unless the running site has put it away since its folder was read."""
    with suppress(FileNotFoundError):
        shutil.copy2(source, target)


@dataclass
class Site:
    """`prepare()` it or let it `take_over(…)`; `start()` it, `stop()` it; between the two `url` answers.

    `sign_ins` is what load_demo printed. `extra` are further environment variables.
    """

    data_dir: Path
    smtp_port: int
    port: int = field(default_factory=free_port)
    sign_ins: str = ""
    extra: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    asking: Asking | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.data_dir.parent / f"{self.data_dir.name}.log"

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in FROM_ELSEWHERE}
        return kept | {
            "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
            "PORTAL_DATA_DIR": str(self.data_dir),
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "EMAIL_HOST": "127.0.0.1",
            "EMAIL_PORT": str(self.smtp_port),
            **self.extra,
        }

    def run(self, *command: str) -> str:
        """Run a command in the site's environment and return what it printed; fails with its words when it fails."""
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True)
        if done.returncode != 0:
            raise AssertionError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout

    def manage(self, *arguments: str) -> str:
        return self.run(sys.executable, "manage.py", *arguments)

    def manage_json(self, *arguments: str) -> dict[str, Any]:
        """The JSON object that a command prints as its last line."""
        result: dict[str, Any] = json.loads(self.manage(*arguments).strip().splitlines()[-1])
        return result

    def ask(self, code: str) -> Any:
        """Run Python inside the site's own Django and return the value it printed as JSON on its last line."""
        self.asking = self.asking or Asking(self.environment, self.log)
        return json.loads(self.asking.ask(code).strip().splitlines()[-1])

    def rows(self, statement: str, *values: str) -> list[tuple]:
        """Read the site's database as it stands, beside its own processes."""
        with closing(sqlite3.connect(self.data_dir / "portal.sqlite3", timeout=30)) as connection:
            return connection.execute(statement, values).fetchall()

    def forget_attempts(self) -> None:
        """Forget counted attempts: all journeys come from one address, and each is somebody else."""
        for path in (self.data_dir / "cache").glob("*.djcache"):  # whole entries, not one that is being written
            path.unlink(missing_ok=True)

    def prepare(self) -> None:
        """Do as `make run` does, beginning with databases that this run of the tests has migrated."""
        copy_migrated(self.data_dir)
        self.sign_ins = self.run("scripts/prepare-data")

    def take_over(self, data: Path) -> None:
        """Begin with a copy of a prepared data folder, of a running site too: SQLite copies its databases itself."""
        ignored = shutil.ignore_patterns("run", "cache", *DATABASE_FILES)
        shutil.copytree(data, self.data_dir, ignore=ignored, copy_function=_copy_if_there)
        for path in data.glob("*.sqlite3"):
            copy = self.data_dir / path.name
            with closing(sqlite3.connect(path)) as running, closing(sqlite3.connect(copy)) as still:
                running.backup(still)
        self.sign_ins = (self.data_dir / "demo-sign-ins.txt").read_text()

    def start(self) -> None:
        """Start web server and worker and wait until the health page finds every part well."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "scripts/serve"], cwd=ROOT, env=self.environment, stdout=log, stderr=log
            )
        deadline = time.monotonic() + START_WITHIN_SECONDS
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                break
            if self.health()[0] == 200:
                return
            time.sleep(0.25)
        health = self.health()
        self.stop()
        raise AssertionError(f"the site did not start; /healthz said {health}. Its log:\n{self.last_words()}")

    def health(self) -> tuple[int, dict[str, Any]]:
        """Status and body of /healthz; (0, {}) while nothing answers."""
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=5) as answer:  # noqa: S310
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read() or b"{}")
        except OSError:
            return 0, {}

    def pid(self, name: str) -> int:
        """Process id of `web`, `worker` or `serve`."""
        return int((self.data_dir / "run" / f"{name}.pid").read_text())

    def stop(self) -> int | None:
        """Ask it to stop as Ctrl-C does; its exit status."""
        if self.asking is not None:
            self.asking.end()
            self.asking = None
        if self.process is None:
            return None
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        status = self.process.wait(timeout=STOP_WITHIN_SECONDS)
        self.process = None
        return status

    def last_words(self, lines: int = 60) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])
