"""The demonstration and development installation: `make run`."""

import os

from .base import *  # noqa: F403
from .parts.environment import DATA_DIR, listed

DEMONSTRATION = True
STYLE_GUIDE = True
# The people of the demonstration are invented: no mail leaves unless somebody names a server for it.
MAIL_SENDER = os.environ.get("MAIL_SENDER", "smtp" if "EMAIL_HOST" in os.environ else "null")
EXPORT_NEEDS_APPROVAL = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *listed("ALLOWED_HOSTS")]


def _secret_key() -> str:
    """Keep one key per data folder, so that sessions live over a restart."""
    path = DATA_DIR / "secret_key"
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(os.urandom(48).hex())
    except FileExistsError:
        pass
    return path.read_text() or os.urandom(48).hex()


SECRET_KEY = _secret_key()
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": str(DATA_DIR / "cache"),
    }
}
