"""The suite runs on the databases it says it runs on, and a test that may use one may use both."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connections
from freezegun.api import FrozenDateTimeFactory

from tests.conftest import DATABASES


@pytest.mark.django_db
@pytest.mark.parametrize("alias", DATABASES)
def test_the_named_database_is_the_one_in_use(alias: str) -> None:
    wanted = "postgresql" if os.environ.get("DATABASE_URL", "").startswith("postgres") else "sqlite"
    assert connections[alias].vendor == wanted
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM django_migrations")
        assert cursor.fetchone()[0] > 0


@pytest.mark.django_db
def test_on_postgresql_the_owner_is_no_superuser() -> None:
    """Only then do the tests meet the rights that the portal will have."""
    connection = connections["default"]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT rolname, rolsuper FROM pg_roles WHERE rolname = current_user")
            assert cursor.fetchone() == ("sanad_owner", False)
        else:
            cursor.execute("PRAGMA foreign_keys")
            assert cursor.fetchone() == (1,)


def test_time_stands_still(clock: FrozenDateTimeFactory) -> None:
    before = datetime.now(UTC)
    clock.tick(timedelta(days=7))
    assert datetime.now(UTC) - before == timedelta(days=7)
