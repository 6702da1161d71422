"""Checks before a start: the secrets must be there and well-formed (floor 1)."""

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.core.exceptions import ImproperlyConfigured

from .secrets import NAMES, secret


@register(Tags.security)
def check_secrets(app_configs, **kwargs) -> list[Error]:
    """One error per secret that is missing where none may be made."""
    if settings.KEYS_CREATE_MISSING:
        return []
    return [error for error in map(_check, NAMES) if error is not None]


def _check(name: str) -> Error | None:
    try:
        secret(name)
    except ImproperlyConfigured as error:
        return Error(str(error), id=f"confidential.E00{list(NAMES).index(name) + 1}")
    return None
