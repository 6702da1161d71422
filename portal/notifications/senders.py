"""How a message leaves the house. It says only that there is news: no name, no topic, no link (floor 3; R-46).

A sender is chosen by name in settings.MAIL_SENDER; an unknown name stops the worker instead of losing mail silently.
"""

import smtplib
from typing import Protocol

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email
from django.utils import translation
from django.utils.translation import gettext as _

from portal.core.languages import language as language_of

from .mail import compose


class DeliveryProblem(Exception):
    """A message did not leave. `code` says why, without words of the outside; `is_final` where waiting is no use."""

    def __init__(self, code: str, *, is_final: bool = False):
        super().__init__(code)
        self.code, self.is_final = code, is_final


class Sender(Protocol):
    """What every sender can do."""

    def send(self, *, address: str, language: str) -> None:
        """Send the one message in the language of its reader. Raises DeliveryProblem."""


def news_text(language: str) -> str:
    """Return the one sentence that is ever sent, in the given language: subject and body of every mail."""
    with translation.override(language_of(language).code):
        return _("There is news. Please sign in.")


class SmtpSender:
    """Sends a mail through the server of the settings."""

    def send(self, *, address: str, language: str) -> None:
        """Send subject and body alike. Raises DeliveryProblem with code `address`, `refused` or `unreachable`."""
        reader = language_of(language)
        try:
            validate_email(address)
            compose("news", subject=news_text(language), address=address, language=reader).send()
        except (ValidationError, ValueError) as error:
            raise DeliveryProblem("address", is_final=True) from error
        except smtplib.SMTPRecipientsRefused as error:
            codes = [code for code, _reason in error.recipients.values()]
            raise DeliveryProblem("refused", is_final=bool(codes) and min(codes) >= 500) from error
        except (smtplib.SMTPException, OSError) as error:
            raise DeliveryProblem("unreachable") from error


class NullSender:
    """Sends nothing and says so: for development and demonstration, where no mail may leave the machine."""

    def send(self, *, address: str, language: str) -> None:
        """Give up at once with code `not_connected`."""
        raise DeliveryProblem("not_connected", is_final=True)


_SENDERS: dict[str, type[Sender]] = {"smtp": SmtpSender, "null": NullSender}


def current_sender() -> Sender:
    """Return the sender the settings name. Raises ImproperlyConfigured on an unknown name."""
    try:
        return _SENDERS[settings.MAIL_SENDER]()
    except KeyError as error:
        raise ImproperlyConfigured(f"MAIL_SENDER is unknown; choose one of {sorted(_SENDERS)}") from error
