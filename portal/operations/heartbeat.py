"""The worker's sign of life: a small file that says when it last looked for work (floor 8).

A file and not a row, so that a busy database cannot make a living worker look dead, nor a dead one alive.
"""

import os
import time
from pathlib import Path

from django.conf import settings


def path() -> Path:
    """Where the sign of life is written."""
    return Path(settings.DATA_DIR) / "run" / "worker.heartbeat"


def beat() -> None:
    """Write the present second (Unix time), at one stroke."""
    file = path()
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    draft.write_text(f"{time.time():.0f}\n")
    draft.replace(file)


def age() -> float | None:
    """Seconds since the last sign of life, or None where there never was one."""
    try:
        return max(0.0, time.time() - float(path().read_text()))
    except (OSError, ValueError):
        return None


def is_alive() -> bool:
    """Say whether the worker looked within WORKER_SILENT_SECONDS."""
    seconds = age()
    return seconds is not None and seconds <= settings.WORKER_SILENT_SECONDS
