"""Run one method as a process of its own and see its time and its peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_TOLD = 600


@dataclass(frozen=True, slots=True)
class Run:
    """What a process did: seconds of wall clock, processor seconds, peak MB of its largest process, its last words."""

    ok: bool
    seconds: float
    processor: float
    peak_mb: float
    said: str


def run_module(module: str, arguments: Sequence[str | Path], log: Path) -> Run:
    """``python -m module arguments`` from the root of the project, output to `log`. Does not raise for its faults."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    started = time.perf_counter()
    with log.open("wb") as sink:
        process = subprocess.Popen(command, cwd=_ROOT, stdout=sink, stderr=subprocess.STDOUT)  # noqa: S603
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    said = log.read_text(encoding="utf-8", errors="replace").strip()[-_TOLD:]
    peak = used.ru_maxrss / 1024
    return Run(process.returncode == 0, seconds, used.ru_utime + used.ru_stime, peak, said)
