"""One writer at a time, each soon after the last (floor 0).

SQLite's own waiting does harm in two ways. It sleeps longer the longer one has waited, up to 100 ms, so that whoever
came last goes first. And it keeps the connection's mutex: where Python's garbage collector frees an old cursor of that
connection in the very thread that holds the lock of the database, both stand still until the timeout is over. So SQLite
never waits; we ask again after the same millisecond, with the mutex free.
"""

import sqlite3
import time
from typing import Any, Self

from django.db.backends.sqlite3 import base

# What Python's sqlite3 takes where the options name no timeout.
_TIMEOUT_SECONDS = 5.0
_ASK_AGAIN_SECONDS = 0.001


class DatabaseWrapper(base.DatabaseWrapper):
    """As Django's, with `timeout` of the options kept by `WaitingCursor`."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> sqlite3.Connection:
        """Open a connection; what is asked of it on opening still waits inside SQLite."""
        connection = super().get_new_connection(conn_params)
        connection.execute("PRAGMA busy_timeout = 0")
        return connection

    def create_cursor(self, name: str | None = None) -> "WaitingCursor":
        """Return a cursor that waits as long as the options say."""
        cursor = self.connection.cursor(factory=WaitingCursor)
        cursor.seconds = self.settings_dict["OPTIONS"].get("timeout", _TIMEOUT_SECONDS)
        return cursor


class WaitingCursor(base.SQLiteCursorWrapper):
    """Waits for the lock of the database, up to `seconds` a statement; then raises as SQLite does.

    A statement that found the lock taken has done nothing, so that it can be sent again. `executemany` does not wait,
    because it may have done a part: it is sent in a transaction alone, which has the lock already.
    """

    seconds = _TIMEOUT_SECONDS

    def execute(self, query: str, params: Any = None) -> Self:
        """Send one statement, again while the database is locked."""
        until = time.monotonic() + self.seconds
        while True:
            try:
                super().execute(query, params)
                return self
            except sqlite3.OperationalError as error:
                if not _may_pass(error) or time.monotonic() >= until:
                    raise
            time.sleep(_ASK_AGAIN_SECONDS)


def _may_pass(error: sqlite3.OperationalError) -> bool:
    # The lowest byte is the kind; a transaction that read before somebody else wrote would wait in vain.
    code = error.sqlite_errorcode
    return code & 0xFF == sqlite3.SQLITE_BUSY and code != sqlite3.SQLITE_BUSY_SNAPSHOT
