"""How a message leaves the house. It says one sentence: no name, no topic, no link (floor 3; R-46).

Carriers are chosen by name in settings.MAIL_SENDER and settings.SMS_SENDER; an unknown name stops the worker instead
of losing messages silently.
"""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from portal.notifications.enums import ChannelKind

from .base import DeliveryProblem, Sender, news_text
from .http import HttpSmsSender
from .null import NullSender
from .smtp import SmtpSender

__all__ = ["DeliveryProblem", "Sender", "current_sender", "is_connected", "news_text"]

# The name of the carrier that carries nothing.
_NOTHING = "null"
_SENDERS: dict[str, tuple[str, dict[str, type[Sender]]]] = {
    ChannelKind.EMAIL: ("MAIL_SENDER", {"smtp": SmtpSender, _NOTHING: NullSender}),
    ChannelKind.SMS: ("SMS_SENDER", {"http": HttpSmsSender, _NOTHING: NullSender}),
}


def current_sender(kind: str = ChannelKind.EMAIL) -> Sender:
    """Return the carrier the settings name for a kind of channel. Raises ImproperlyConfigured on an unknown name."""
    setting, known = _SENDERS[kind]
    try:
        return known[getattr(settings, setting)]()
    except KeyError as error:
        raise ImproperlyConfigured(f"{setting} is unknown; choose one of {sorted(known)}") from error


def is_connected(kind: str) -> bool:
    """Say whether this portal can send by a kind of channel: what never arrives is not to be offered. Calls always."""
    return kind not in _SENDERS or getattr(settings, _SENDERS[kind][0]) != _NOTHING
