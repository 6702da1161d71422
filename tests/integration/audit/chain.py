"""A log of events to test with, and a way past the triggers that only a test has."""

from __future__ import annotations

import uuid
from contextlib import contextmanager

from django.db import connection
from django.utils import timezone

from portal.audit.models import Event

TABLES = ("audit_event", "audit_seal")


def write_events(count: int) -> list[Event]:
    """Events with all their columns filled."""
    return [
        Event.objects.create(
            code="registry.registration.viewed",
            at=timezone.now(),
            actor_kind="staff",
            actor_id=uuid.uuid4(),
            subject_kind="registry.registration",
            subject_id=uuid.uuid4(),
            organization_id=uuid.uuid4(),
            purpose="call",
            data={"count": number, "kind": "test", "nested": {"b": 1, "a": [1, 2]}},
        )
        for number in range(count)
    ]


@contextmanager
def without_triggers():
    """What somebody with the database's own password could do."""
    with connection.cursor() as cursor:
        saved = _drop(cursor)
        try:
            yield cursor
        finally:
            for statement in saved:
                cursor.execute(statement)


def _drop(cursor) -> list[str]:
    if connection.vendor == "postgresql":
        # Nothing may wait for the commit while a trigger is switched.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {table}_append_only")
        return [f"ALTER TABLE {table} ENABLE TRIGGER {table}_append_only" for table in TABLES]
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN (%s, %s)", TABLES)
    found = cursor.fetchall()
    for name, _statement in found:
        cursor.execute(f"DROP TRIGGER {name}")
    return [statement for _name, statement in found]
