"""Production: every secret comes from outside, and what is missing stops the start."""

import os

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .parts.environment import flag, listed


def _required(name: str) -> str:
    value = os.environ.get(name, "")
    if not value:
        raise ImproperlyConfigured(f"Set {name} before starting in production.")
    return value


SECRET_KEY = _required("SECRET_KEY")
ALLOWED_HOSTS = listed("ALLOWED_HOSTS")
DEMONSTRATION = flag("SANAD_DEMONSTRATION", False)
KEYS_CREATE_MISSING = False
PUBLIC_URL = WAGTAILADMIN_BASE_URL = _required("PUBLIC_URL").rstrip("/")

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrftoken"
LANGUAGE_COOKIE_SECURE = True

# Rate limits are counted in the cache, so every process must share it.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
    }
}
