"""R-18, R-26 on PostgreSQL: the application's role adds audit rows and cannot change, remove or own any."""

from __future__ import annotations

import os
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from portal.audit.models import Event, Seal
from portal.operations.management.commands.grant_app_role import APPEND_ONLY, rights_of

pytestmark = pytest.mark.django_db

on_postgresql = pytest.mark.skipif("APP_DATABASE_URL" not in os.environ, reason="only PostgreSQL has roles")
EVENT, SEAL = Event._meta.db_table, Seal._meta.db_table
ADD = "INSERT INTO audit_event (code, at, actor_kind, subject_kind, purpose, data) VALUES (%s, now(), %s, '', '', '{}')"
ADDED = ("x.y", "system")
FORBIDDEN = [
    "DELETE FROM audit_event",
    "DELETE FROM audit_seal",
    "TRUNCATE audit_event CASCADE",
    "TRUNCATE audit_seal",
    "UPDATE audit_event SET code = code",
    "UPDATE audit_seal SET hash = hash",
    "DROP TABLE audit_event CASCADE",
    "ALTER TABLE audit_event DISABLE TRIGGER ALL",
    "ALTER TABLE audit_seal ADD COLUMN more integer",
    "DROP TRIGGER audit_event_append_only ON audit_event",
    "CREATE TABLE mine (a integer)",
    "CREATE ROLE friend",
    "DELETE FROM django_migrations",
    "SET ROLE sanad_owner",
]


@pytest.fixture(scope="module")
def role(django_db_setup, django_db_blocker) -> str:
    """The application's role, with its rights in the databases of this test run."""
    name = str(urlsplit(os.environ["APP_DATABASE_URL"]).username)
    with django_db_blocker.unblock():
        call_command("grant_app_role", name)
        call_command("grant_app_role", name)
    return name


@pytest.fixture
def app(role: str, db) -> Iterator[psycopg.Connection]:
    """A connection of the application's own; what it wrote is undone."""
    address = urlsplit(os.environ["APP_DATABASE_URL"])
    host = unquote(address.netloc.rpartition("@")[2])
    with psycopg.connect(host=host, user=role, dbname=connection.settings_dict["NAME"]) as own:
        yield own
        own.rollback()


@on_postgresql
def test_the_application_adds_and_reads_audit_rows(app: psycopg.Connection) -> None:
    app.execute(ADD, ADDED)
    assert app.execute("SELECT count(*) FROM audit_event WHERE code = 'x.y'").fetchone() == (1,)


@on_postgresql
@pytest.mark.parametrize("statement", FORBIDDEN)
def test_it_changes_and_removes_none_and_makes_nothing_of_its_own(app: psycopg.Connection, statement: str) -> None:
    """Refused for want of rights, before any trigger is asked."""
    app.execute(ADD, ADDED)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute(statement)


@on_postgresql
def test_it_is_neither_owner_nor_superuser(app: psycopg.Connection, role: str) -> None:
    columns = "rolsuper, rolbypassrls, rolcreaterole, rolcreatedb"
    found = app.execute(f"SELECT {columns} FROM pg_roles WHERE rolname = current_user").fetchone()  # noqa: S608
    assert found == (False, False, False, False)
    assert app.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user").fetchone() == (0,)


@on_postgresql
def test_it_reads_and_writes_every_table_of_ours(app: psycopg.Connection) -> None:
    tables = connection.introspection.table_names()
    assert len(tables) > 50
    for table in tables:
        wanted = rights_of(table).split(", ")
        for right in ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "TRIGGER", "REFERENCES"):
            found = app.execute("SELECT has_table_privilege(%s, %s)", [f'"{table}"', right]).fetchone()
            assert found == (right in wanted,), (table, right)


@on_postgresql
def test_a_role_that_rights_do_not_bind_is_refused(role: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        owner = cursor.fetchone()[0]
    for name, words in ((owner, "owns tables"), ("nobody-of-that-name", "no role")):
        with pytest.raises(CommandError, match=words):
            call_command("grant_app_role", name)


def test_the_rights_name_the_audit_tables() -> None:
    assert frozenset({EVENT, SEAL}) == APPEND_ONLY
    assert {rights_of(table) for table in APPEND_ONLY} == {"SELECT, INSERT"}
    assert rights_of("registry_registration") == "SELECT, INSERT, UPDATE, DELETE"


@pytest.mark.skipif("APP_DATABASE_URL" in os.environ, reason="the other database is in use")
def test_sqlite_has_no_roles() -> None:
    with pytest.raises(CommandError, match="Only PostgreSQL"):
        call_command("grant_app_role", "somebody")
