"""Mail through the server of the settings (floor 3; ADR 0009)."""

import smtplib

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from portal.core.languages import language as language_of
from portal.notifications.mail import compose

from .base import DeliveryProblem


class SmtpSender:
    """Sends a mail whose subject and body are the same sentence; one to the office says where to sign in."""

    def send(self, *, address: str, text: str, language: str, key: str, link: str = "") -> str:
        """Return the Message-ID. Raises DeliveryProblem with code `address`, `refused` or `unreachable`."""
        try:
            validate_email(address)
            name = "office" if link else "news"
            mail = compose(name, subject=text, address=address, language=language_of(language), link=link)
            mail.send()
        except (ValidationError, ValueError) as error:
            raise DeliveryProblem("address", is_final=True) from error
        except smtplib.SMTPRecipientsRefused as error:
            codes = [code for code, _reason in error.recipients.values()]
            raise DeliveryProblem("refused", is_final=bool(codes) and min(codes) >= 500) from error
        except (smtplib.SMTPException, OSError) as error:
            raise DeliveryProblem("unreachable") from error
        return mail.extra_headers["Message-ID"]
