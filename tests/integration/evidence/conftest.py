"""A folder of sealed files for each test, and a scanner that can be talked to."""

from __future__ import annotations

import socket
import socketserver
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from portal.evidence import sandbox
from portal.evidence.examination.examine import copy_of, examine
from tests.files_that_lie import EICAR


@pytest.fixture(autouse=True)
def sealed(settings, tmp_path) -> Path:
    """Where this test's files lie."""
    settings.SEALED_FILES_DIR = str(tmp_path / "sealed")
    return tmp_path / "sealed"


@pytest.fixture(autouse=True)
def examined_here(monkeypatch) -> None:
    """The same examination, without a process for each file: tests/unit/evidence proves that both say the same."""

    def ask(question: str, told: str, content: bytes) -> tuple[str, bytes]:
        if question == "examine":
            return examine(content, ending=told), b""
        made = copy_of(content, media_type=told)
        return (made.media_type, made.content) if made else ("", b"")

    monkeypatch.setattr(sandbox, "_ask", ask)
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", Image.MAX_IMAGE_PIXELS)
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", ImageFile.LOAD_TRUNCATED_IMAGES)


class Clamd(socketserver.ThreadingUnixStreamServer):
    """Speaks clamd's INSTREAM on a socket, knows one virus, and refuses streams beyond `most` as clamd does."""

    daemon_threads = True

    def __init__(self, path: str) -> None:
        self.most, self.answer, self.asked = 10**9, b"", 0
        super().__init__(path, _Conversation)


class _Conversation(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        server: Clamd = self.server  # type: ignore[assignment]
        server.asked += 1
        assert self.rfile.read(10) == b"zINSTREAM\0"
        content = b""
        while length := struct.unpack(">I", self.rfile.read(4))[0]:
            content += self.rfile.read(length)
            if len(content) > server.most:
                self.wfile.write(b"INSTREAM size limit exceeded. ERROR\0")
                return
        found = b"stream: Eicar-Test-Signature FOUND\0" if EICAR in content else b"stream: OK\0"
        self.wfile.write(server.answer or found)


@pytest.fixture
def clamd(settings, tmp_path) -> Iterator[Clamd]:
    """A scanner on a socket, named in the settings."""
    path = str(tmp_path / "clamd.ctl")
    server = Clamd(path)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    settings.EVIDENCE_SCANNER, settings.CLAMD_ADDRESS, settings.CLAMD_SECONDS = "clamd", f"unix:{path}", 5
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def no_clamd(settings, tmp_path) -> None:
    """A scanner that is named in the settings and is not there."""
    settings.EVIDENCE_SCANNER = "clamd"
    settings.CLAMD_ADDRESS = f"unix:{tmp_path / 'nobody.ctl'}"


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port nobody listens on."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]
