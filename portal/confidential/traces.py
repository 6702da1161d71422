"""What SQLite still holds of rows that are gone: the write-ahead log of a live database (floor 1; R-35).

`secure_delete` overwrites the rows in the database itself. Their older pages stand in the log until it is taken in.
"""

from django.db import connections


def drop_traces() -> None:
    """Take in and empty the write-ahead logs. Does nothing inside a transaction, and nothing on PostgreSQL."""
    for connection in connections.all():
        if connection.vendor == "sqlite" and not connection.in_atomic_block:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
