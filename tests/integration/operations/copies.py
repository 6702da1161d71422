"""A data folder of its own with a worker process, and what a test asks of it while the worker runs."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
WITHIN_SECONDS = 300


class Copy:
    """Commands and SQL on one data folder."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.workers: list[subprocess.Popen] = []
        self.environment = {
            **{key: value for key, value in os.environ.items() if "DATABASE_URL" not in key},
            "PORTAL_DATA_DIR": str(folder),
            "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
            "SLOW_SAMPLES": str(folder / "written.txt"),
        }

    def manage(self, *arguments: str) -> None:
        subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=self.environment, check=True)

    def worker(self) -> subprocess.Popen:
        command = [sys.executable, "manage.py", "run_worker"]
        self.workers.append(subprocess.Popen(command, cwd=ROOT, env=self.environment, stderr=subprocess.DEVNULL))
        return self.workers[-1]

    def end(self) -> None:
        """Leave no worker behind where a test failed before it ended them."""
        for worker in self.workers:
            worker.kill()
            worker.wait()

    def number(self, query: str, *values: str) -> int:
        """The one number that a query answers."""
        with sqlite3.connect(f"file:{self.folder / 'portal.sqlite3'}?mode=ro", uri=True) as connection:
            return connection.execute(query, values).fetchone()[0]

    def wait_until(self, query: str, least: int) -> None:
        deadline = time.monotonic() + WITHIN_SECONDS
        while (found := self.number(query)) < least:
            assert time.monotonic() < deadline, f"{found} instead of {least}: {query}"
            time.sleep(0.05)
