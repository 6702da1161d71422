"""The last door before the mail server: only our own mails pass, and the greeting is neutral (floor 3; ADR 0009).

Wagtail writes mails with titles of drafts, allauth about sign-ins, Django about errors. Nobody here asks for them;
where one is written all the same, it stays inside and a line in the log says so.
"""

import logging
import smtplib
from collections.abc import Callable, Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

from .mail import OwnMail, sender_domain

logger = logging.getLogger(__name__)


class OwnMailBackend(EmailBackend):
    """Django's SMTP backend for mails of ours alone."""

    @property
    def connection_class(self) -> Callable[..., smtplib.SMTP]:  # type: ignore[override]
        """Greet the server with the sender's domain: it writes what it hears into the mail."""
        smtp = super().connection_class

        def connect(host: str, port: int, **parameters) -> smtplib.SMTP:
            return smtp(host, port, **{**parameters, "local_hostname": sender_domain()})

        return connect

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Send what is ours; return how many were sent."""
        own = [message for message in email_messages if isinstance(message, OwnMail)]
        if len(own) < len(email_messages):
            logger.warning("a mail that is not ours was kept back")
        return super().send_messages(own) or 0
