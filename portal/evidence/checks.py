"""Checks before a start: the scanner is one that exists, and its address can be read (floor 6; R-75)."""

import re

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import ImproperlyConfigured

from .scanners import current_scanner

_ADDRESS = re.compile(r"unix:/.+|tcp:.+:[0-9]{1,5}")


@register
def check_scanner(app_configs, **kwargs) -> list[CheckMessage]:
    """One error where no verdict could ever be had."""
    try:
        scanner = current_scanner()
    except ImproperlyConfigured as error:
        return [Error(str(error), id="evidence.E001")]
    if scanner.name == "clamd" and not _ADDRESS.fullmatch(settings.CLAMD_ADDRESS):
        return [Error("CLAMD_ADDRESS is neither unix:/path nor tcp:host:port.", id="evidence.E002")]
    return []
