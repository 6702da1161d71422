"""Checks before a start: senders name neither the portal nor its subject, and the gateway is safe (floor 3; R-46)."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

# What such a domain is usually called, beside the product's own names.
_TELLING = ("missing", "detain", "disappear", "prison", "victim", "survivor", "famil")
_HERE = frozenset({"127.0.0.1", "localhost", "::1"})


@register
def check_sender_is_neutral(app_configs, **kwargs) -> list[CheckMessage]:
    """One warning for each sender from which somebody who sees her messages could read the subject."""
    names = [name.casefold() for name in settings.PRODUCT_NAMES.values()]
    return [
        Warning(
            f"{setting} names the portal or its subject.",
            hint="Send from a neutral name: it stands in the list of messages on her telephone.",
            id=f"notifications.{number}",
        )
        for setting, number in (("DEFAULT_FROM_EMAIL", "W001"), ("SMS_FROM", "W002"))
        if any(word in getattr(settings, setting).casefold() for word in (*names, *_TELLING))
    ]


@register
def check_gateway_is_safe(app_configs, **kwargs) -> list[CheckMessage]:
    """Her number travels encrypted: the gateway of text messages answers by HTTPS, or on this machine."""
    if settings.SMS_SENDER != "http":
        return []
    address = urlsplit(settings.SMS_GATEWAY_URL)
    if address.scheme == "https" or (address.scheme == "http" and address.hostname in _HERE):
        return []
    return [Error("SMS_GATEWAY_URL is not an address by HTTPS.", id="notifications.E001")]
