"""Is every part well? One answer per part, nothing about how (floor 8)."""

from collections.abc import Callable

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connections

from portal.confidential.cipher import CannotOpen
from portal.confidential.keyring import check_keyring

from . import heartbeat


def health() -> dict[str, str]:
    """Return `ok` or `failed` for database, keys and worker."""
    checks: dict[str, Callable[[], bool]] = {
        "database": _database_answers,
        "keys": _keys_open,
        "worker": heartbeat.is_alive,
    }
    return {part: "ok" if check() else "failed" for part, check in checks.items()}


def _database_answers() -> bool:
    try:
        with connections["default"].cursor() as cursor:
            cursor.execute("SELECT count(*) FROM audit_seal WHERE sequence = 1")
            return cursor.fetchone() is not None
    except DatabaseError:
        return False


def _keys_open() -> bool:
    """The secrets are there and open the newest data key (none yet is well too)."""
    try:
        check_keyring()
    except (DatabaseError, CannotOpen, ImproperlyConfigured):
        return False
    return True
