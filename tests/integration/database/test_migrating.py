"""What lives in which database: the keys have theirs, and neither has a table of the other."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder

KEYS_APP = "confidential"

pytestmark = pytest.mark.django_db


def tables(alias: str) -> set[str]:
    return set(connections[alias].introspection.table_names())


def test_the_keys_database_holds_the_keys_and_nothing_else() -> None:
    theirs = {model._meta.db_table for model in apps.get_app_config(KEYS_APP).get_models()}
    assert tables("keys") == theirs | {"django_migrations"}
    assert not tables("default") & theirs


def test_only_what_lives_among_the_keys_is_migrated_there() -> None:
    assert {app for app, _name in MigrationRecorder(connections["keys"]).applied_migrations()} == {KEYS_APP}
    assert len({app for app, _name in MigrationRecorder(connections["default"]).applied_migrations()}) > 20


def test_no_migration_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    """Of either database: the check ends with a failure where one is."""
    call_command("migrate", check_unapplied=True)
    call_command("migrate", plan=True)
    assert capsys.readouterr().out.count("No planned migration operations.") == 2
