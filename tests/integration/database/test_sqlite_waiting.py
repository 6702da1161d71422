"""Waiting for SQLite's lock: fair, and never together with the garbage collector (ADR 0025)."""

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler

pytestmark = pytest.mark.django_db
PATIENCE = 60


@pytest.fixture
def connections(tmp_path: Path) -> Iterator[list[BaseDatabaseWrapper]]:
    """Two connections to one new database, which wait for as long as a busy machine may make them."""
    one = {
        "ENGINE": "portal.core.sqlite",
        "NAME": tmp_path / "waiting.sqlite3",
        "OPTIONS": {"timeout": PATIENCE, "init_command": "PRAGMA journal_mode=WAL"},
    }
    handler = ConnectionHandler({"default": one, "other": one})
    pair = [handler["default"], handler["other"]]
    for connection in pair:
        connection.inc_thread_sharing()
    pair[0].cursor().execute("CREATE TABLE note (words)")
    with ExitStack() as stack:
        for connection in pair:
            stack.callback(connection.close)
        yield pair


class Writer(threading.Thread):
    """Writes one row through a connection; `error` says what went wrong."""

    def __init__(self, connection: BaseDatabaseWrapper):
        super().__init__()
        self.connection, self.error = connection, None
        self.start()

    def run(self) -> None:
        try:
            with self.connection.cursor() as cursor:
                cursor.execute("INSERT INTO note VALUES ('second')")
        except OperationalError as error:
            self.error = error


def test_the_holder_of_the_lock_may_free_a_cursor_of_who_waits(connections):
    holder, waiting = connections
    old = waiting.connection or waiting.cursor().connection
    left_over = old.execute("SELECT 1 UNION SELECT 2")
    with holder.cursor() as cursor:
        cursor.execute("BEGIN IMMEDIATE")
        writer = Writer(waiting)
        time.sleep(0.2)
        # What the garbage collector does in whichever thread it runs: while SQLite itself waited, this waited for it.
        del left_over
        cursor.execute("INSERT INTO note VALUES ('first')")
        cursor.execute("COMMIT")
    writer.join()
    assert writer.error is None
    with holder.cursor() as cursor:
        assert cursor.execute("SELECT words FROM note").fetchall() == [("first",), ("second",)]


def test_after_the_timeout_the_error_is_sqlites_own(connections):
    holder, waiting = connections
    waiting.settings_dict["OPTIONS"] = {**waiting.settings_dict["OPTIONS"], "timeout": 0.05}
    with holder.cursor() as cursor:
        cursor.execute("BEGIN IMMEDIATE")
        writer = Writer(waiting)
        writer.join()
        cursor.execute("ROLLBACK")
    assert str(writer.error) == "database is locked"


def test_who_read_before_somebody_else_wrote_waits_in_vain_and_is_told_at_once(connections):
    reader, writer = connections
    with reader.cursor() as reading, writer.cursor() as writing:
        reading.execute("BEGIN")
        reading.execute("SELECT * FROM note").fetchall()
        writing.execute("INSERT INTO note VALUES ('between')")
        began = time.monotonic()
        with pytest.raises(OperationalError, match="locked"):
            reading.execute("INSERT INTO note VALUES ('late')")
        assert time.monotonic() - began < PATIENCE
        reading.execute("ROLLBACK")


def test_another_error_is_raised_as_it_is(connections):
    with connections[0].cursor() as cursor, pytest.raises(OperationalError, match="no such table"):
        cursor.execute("SELECT * FROM nowhere")
