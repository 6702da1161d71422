"""Three secrets outside the databases: the key-encryption key, the blind-index key and the pepper (floor 1).

Each is 32 bytes, from a variable (base64) or a file of mode 0600 in KEYS_DIR. A fourth, for what only trained people
read, is the operator's choice: where it is set up, sealed notes open only while it is there.
"""

import base64
import binascii
import os
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

NAMES = {"kek": "SANAD_KEK", "index": "SANAD_INDEX_KEY", "pepper": "SANAD_PEPPER"}
_LENGTH = 32


@lru_cache(maxsize=8)
def secret(name: str) -> bytes:
    """Return the 32 bytes of a secret. Raises ImproperlyConfigured where it is missing or malformed."""
    variable = NAMES[name]
    if text := os.environ.get(variable):
        return _decoded(text, variable)
    path = Path(settings.KEYS_DIR) / name
    if not path.exists() and settings.KEYS_CREATE_MISSING:
        _create(path)
    try:
        return _decoded(path.read_text(), str(path))
    except OSError as error:
        raise ImproperlyConfigured(f"Set {variable}, or put 32 random bytes in base64 into {path}.") from error


def outside_secret() -> bytes | None:
    """Return the secret that opens the team's key, or None where it is not here now. Never made, never remembered."""
    if text := os.environ.get("SANAD_TEAM_KEY"):
        return _decoded(text, "SANAD_TEAM_KEY")
    path = Path(settings.KEYS_DIR) / "team"
    try:
        return _decoded(path.read_text(), str(path))
    except FileNotFoundError:
        return None


def _decoded(text: str, origin: str) -> bytes:
    try:
        value = base64.b64decode(text.strip(), validate=True)
    except binascii.Error as error:
        raise ImproperlyConfigured(f"{origin} is not base64.") from error
    if len(value) != _LENGTH:
        raise ImproperlyConfigured(f"{origin} must hold {_LENGTH} bytes.")
    return value


def _create(path: Path) -> None:
    """Write a new secret at one stroke: a second process that starts at the same time reads the first one's."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(base64.b64encode(os.urandom(_LENGTH)))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
