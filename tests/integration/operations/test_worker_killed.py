"""A worker process killed in the middle of a task leaves nothing half: the next one does it again, once."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
ENQUEUE = (
    "from tests.integration.operations.slow_samples import write_slowly as w; [w.enqueue(str(n)) for n in range(3)]"
)


class Copy:
    """A data folder of its own with a worker process."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.environment = {
            **{key: value for key, value in os.environ.items() if "DATABASE_URL" not in key},
            "PORTAL_DATA_DIR": str(folder),
            "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
            "SLOW_SAMPLES": str(folder / "written.txt"),
        }

    def manage(self, *arguments: str) -> None:
        subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=self.environment, check=True)

    def worker(self) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, "manage.py", "run_worker"],
            cwd=ROOT,
            env=self.environment,
            stderr=subprocess.DEVNULL,
        )

    def count(self, status: str) -> int:
        with sqlite3.connect(f"file:{self.folder / 'portal.sqlite3'}?mode=ro", uri=True) as connection:
            found = connection.execute(
                "SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status = ?", (status,)
            )
            return found.fetchone()[0]

    def wait_for(self, status: str, count: int) -> None:
        deadline = time.monotonic() + 60
        while self.count(status) < count:
            assert time.monotonic() < deadline, f"{self.count(status)} of {count} are {status}"
            time.sleep(0.1)


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    made = Copy(tmp_path_factory.mktemp("killed"))
    made.manage("migrate", "--verbosity", "0")
    return made


def test_killed_in_the_middle_then_stopped_cleanly(copy):
    copy.manage("shell", "--no-imports", "-c", ENQUEUE)
    first = copy.worker()
    copy.wait_for("RUNNING", 1)
    first.kill()
    first.wait()
    assert copy.count("RUNNING") == 1

    second = copy.worker()
    try:
        copy.wait_for("SUCCESSFUL", 3)
    finally:
        second.send_signal(signal.SIGTERM)
    assert second.wait(timeout=20) == 0
    finished = (copy.folder / "written.txt").read_text().split()
    assert sorted(finished) == ["0", "1", "2"]
    assert copy.count("RUNNING") == copy.count("READY") == copy.count("FAILED") == 0
