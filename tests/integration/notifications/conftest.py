"""A real mail server on the loopback interface, told what to answer."""

from collections.abc import Iterator

import pytest
from aiosmtpd.controller import Controller

from tests.functional.site import free_port
from tests.integration.notifications.gateway import Gateway


class Sink:
    """A mail server's handler: keeps what it accepts, refuses or puts off what it is told to."""

    def __init__(self) -> None:
        self.received: list[tuple[str, list[str], bytes]] = []
        self.answer = "250 OK"
        self.greetings: list[str] = []

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        self.greetings.append(hostname)
        return responses

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if self.answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.answer

    async def handle_DATA(self, server, session, envelope):
        self.received.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        return "250 OK"


@pytest.fixture
def sink(settings) -> Iterator[Sink]:
    handler = Sink()
    controller = Controller(handler, hostname="127.0.0.1", port=free_port())
    controller.start()
    settings.EMAIL_BACKEND = "portal.notifications.backends.OwnMailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = controller.port
    settings.MAIL_SENDER = "smtp"
    yield handler
    controller.stop()


@pytest.fixture
def gateway(settings) -> Iterator[Gateway]:
    running = Gateway()
    running.start()
    settings.SMS_SENDER, settings.SMS_GATEWAY_URL = "http", running.url
    settings.SMS_GATEWAY_TOKEN, settings.SMS_FROM = "a token", "Post"
    yield running
    running.stop()
