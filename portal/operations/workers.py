"""The worker's name says which process it is, so that another worker can tell whether it still lives (floor 8)."""

import os
import socket
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class WorkerName:
    """`host`, process id and the moment that process started (clock ticks since boot, Linux; 0 elsewhere)."""

    host: str
    pid: int
    started: int

    @classmethod
    def own(cls) -> "WorkerName":
        """The name of this process."""
        return cls(socket.gethostname()[:30], os.getpid(), _started(os.getpid()) or 0)

    @classmethod
    def read(cls, text: str) -> "WorkerName | None":
        """Read a written name; None where it is another kind of name."""
        host, _, rest = text.rpartition("@")
        pid, _, started = rest.partition(".")
        if not (host and pid.isdigit() and started.isdigit()):
            return None
        return cls(host, int(pid), int(started))

    def __str__(self) -> str:
        return f"{self.host}@{self.pid}.{self.started}"

    def is_surely_dead(self) -> bool:
        """Say whether the process ended. About a process of another host nothing is sure."""
        if self.host != socket.gethostname()[:30]:
            return False
        started = _started(self.pid)
        return started is None or bool(self.started and started != self.started)


def _started(pid: int) -> int | None:
    """Start of a process in clock ticks, 0 where this system does not tell, None where there is no such process."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return None
    except PermissionError:
        pass
    try:
        after_command = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return None if Path("/proc/self").exists() else 0
    except OSError:
        return 0
    return None if after_command[0] in {"Z", "X"} else int(after_command[19])
