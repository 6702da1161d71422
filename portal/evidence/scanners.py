"""Who looks for harmful content before a person may open a file (floor 6; R-75).

A scanner is chosen by name in settings.EVIDENCE_SCANNER; an unknown name stops the start. One that does not answer lets
nothing pass: the file stays in quarantine and is asked about again.
"""

import socket
import struct
from collections.abc import Iterable
from typing import Protocol

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


class ScannerDown(Exception):
    """No verdict: the scanner is away, too slow, full or answers something else."""


class Scanner(Protocol):
    """What every scanner can do."""

    name: str

    def is_harmful(self, segments: Iterable[bytes]) -> bool:
        """Say whether contents, handed over piece by piece, do harm. Raises ScannerDown."""


class ClamdScanner:
    """ClamAV's daemon, over a socket and by INSTREAM, so that nothing is written to disk (man 8 clamd)."""

    name = "clamd"

    def is_harmful(self, segments: Iterable[bytes]) -> bool:
        """Ask clamd. Raises ScannerDown."""
        try:
            with _connected(settings.CLAMD_ADDRESS) as line:
                line.sendall(b"zINSTREAM\0")
                for segment in segments:
                    line.sendall(struct.pack(">I", len(segment)) + segment)
                line.sendall(struct.pack(">I", 0))
                answer = _answer(line)
        except OSError as error:
            raise ScannerDown from error
        if answer == b"stream: OK":
            return False
        if answer.startswith(b"stream: ") and answer.endswith(b" FOUND"):
            return True
        raise ScannerDown


class NullScanner:
    """Looks at nothing and is called `none`: every file that it lets pass says on the screen that nobody looked."""

    name = "none"

    def is_harmful(self, segments: Iterable[bytes]) -> bool:
        """Let pass."""
        return False


_SCANNERS: dict[str, type[Scanner]] = {"clamd": ClamdScanner, "none": NullScanner}


def current_scanner() -> Scanner:
    """Return the scanner the settings name. Raises ImproperlyConfigured on an unknown name."""
    try:
        return _SCANNERS[settings.EVIDENCE_SCANNER]()
    except KeyError as error:
        raise ImproperlyConfigured(f"EVIDENCE_SCANNER is unknown; choose one of {sorted(_SCANNERS)}") from error


def _connected(address: str) -> socket.socket:
    """Connect to `unix:/path` or `tcp:host:port`."""
    kind, _colon, rest = address.partition(":")
    if kind == "unix":
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(settings.CLAMD_SECONDS)
        try:
            line.connect(rest)
        except OSError:
            line.close()
            raise
        return line
    host, _colon, port = rest.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=settings.CLAMD_SECONDS)


def _answer(line: socket.socket) -> bytes:
    """Read up to the zero byte that ends an answer."""
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < 4096 and (more := line.recv(1024)):
        answer += more
    return answer.rstrip(b"\0")
