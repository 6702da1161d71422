"""A real SMTP server on the loopback interface that keeps what it is sent."""

from __future__ import annotations

import time
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.functional.site import free_port

# The library's own five seconds are not enough for a machine that is busy.
READY_WITHIN_SECONDS = 60.0


class MailSink:
    """Start it, point EMAIL_PORT at `port`, then ask `messages` or `wait_for`."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.port = free_port()
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port, ready_timeout=READY_WITHIN_SECONDS)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        message: Any = message_from_bytes(bytes(envelope.content or b""), policy=policy.default)
        # The envelope is what was really delivered to; headers may say anything.
        message["X-Delivered-To"] = ", ".join(envelope.rcpt_tos)
        self.messages.append(message)
        return "250 kept"

    def start(self) -> None:
        self.controller.start()

    def stop(self) -> None:
        self.controller.stop()

    def to(self, address: str) -> list[EmailMessage]:
        return [message for message in self.messages if address in str(message["X-Delivered-To"]).split(", ")]

    def wait_for(self, address: str, *, count: int = 1, seconds: float = 180.0) -> list[EmailMessage]:
        """At least `count` messages to an address, or a failure that says what came instead."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if len(self.to(address)) >= count:
                return self.to(address)
            time.sleep(0.1)
        came = [(str(message["X-Delivered-To"]), str(message["Subject"])) for message in self.messages]
        raise AssertionError(f"{count} message(s) to {address} awaited for {seconds:.0f} s; came: {came}")
