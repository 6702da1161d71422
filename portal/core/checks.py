"""Checks of the operator's settings before a start (floor 0)."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Error, register


@register()
def check_public_url(app_configs, **kwargs) -> list[Error]:
    """PUBLIC_URL stands before every address that search engines and shared links read."""
    if not settings.PUBLIC_URL:
        return []
    parts = urlsplit(settings.PUBLIC_URL)
    if parts.scheme in {"http", "https"} and parts.netloc and not (parts.path or parts.query or parts.fragment):
        return []
    return [
        Error(
            "PUBLIC_URL must be a scheme and a host, and nothing else.",
            hint="For example https://sanad.example",
            id="core.E001",
        )
    ]
