"""Checks before a start: the sender's address names neither the portal nor its subject (floor 3; R-46)."""

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register

# What such a domain is usually called, beside the product's own names.
_TELLING = ("missing", "detain", "disappear", "prison", "victim", "survivor", "famil")


@register
def check_sender_is_neutral(app_configs, **kwargs) -> list[CheckMessage]:
    """One warning where somebody who sees the list of her mails could read the subject from the sender."""
    sender = settings.DEFAULT_FROM_EMAIL.casefold()
    names = [name.casefold() for name in settings.PRODUCT_NAMES.values()]
    if not any(word in sender for word in (*names, *_TELLING)):
        return []
    return [
        Warning(
            "DEFAULT_FROM_EMAIL names the portal or its subject.",
            hint="Send from an address under a neutral domain: it stands in the list of mails on her telephone.",
            id="notifications.W001",
        )
    ]
