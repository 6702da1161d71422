"""Two databases: the records, and the wrapped keys that open them (a shorter backup life)."""

import os

import dj_database_url

from .environment import DATA_DIR

_SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # trusted_schema stays on: with it off SQLite refuses the JSON checks that Django writes into its tables.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
}


def _database(variable: str, filename: str) -> dict:
    url = os.environ.get(variable)
    if url:
        return {**dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)}
    return {
        "ENGINE": "portal.core.sqlite",
        "NAME": str(DATA_DIR / filename),
        "OPTIONS": dict(_SQLITE_OPTIONS),
    }


DATABASES = {
    "default": _database("DATABASE_URL", "portal.sqlite3"),
    "keys": _database("KEYS_DATABASE_URL", "keys.sqlite3"),
}
DATABASE_ROUTERS = ["portal.confidential.routers.KeysRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
