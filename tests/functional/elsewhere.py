"""A page that anyone may have open: where the quick exit leads in tests, at another host than the portal's."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = b"<!doctype html><html lang=en><title>Elsewhere</title><h1>Elsewhere</h1></html>"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/":
            self.server.referrers.append(self.headers.get("Referer", ""))  # type: ignore[attr-defined]
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Elsewhere:
    """`url` answers between start and stop; `referrers` holds what browsers said of where they came from."""

    def __init__(self) -> None:
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self.referrers: list[str] = []
        self.server.referrers = self.referrers  # type: ignore[attr-defined]
        # By name, so that it is another site than the portal, which is asked for by its number.
        self.url = f"http://localhost:{self.server.server_port}/"
        self._thread = threading.Thread(target=self.server.serve_forever, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()
