"""Columns that stood in clear before and are encrypted now: what old rows say is kept, and no longer readable."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import RunPython
from django.utils import timezone

from portal.confidential.cipher import CannotOpen
from portal.confidential.keyring import destroy_data_key
from portal.matching.enums import Ground, Received
from portal.matching.models import Judgement, Talk
from tests.factories.matching import make_pair, make_staff
from tests.factories.telling import planned

pytestmark = pytest.mark.django_db


@pytest.fixture
def moving():
    """The migration's own code, and the models as they stand between its two columns, which are in the tables too."""
    loader = MigrationLoader(connection)
    migration = next(one for one in loader.disk_migrations.values() if one.name.endswith("_sealed_columns"))
    state = loader.project_state(migration.dependencies)
    for operation in migration.operations:
        if isinstance(operation, RunPython):
            break
        operation.state_forwards("matching", state)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE matching_talk ADD COLUMN received_in_clear varchar(12) DEFAULT ''")
        cursor.execute("ALTER TABLE matching_judgement ADD COLUMN ground_in_clear varchar(20) DEFAULT ''")
    return import_module(type(migration).__module__), state.apps


def _judgement(ground: str) -> Judgement:
    pair = make_pair()
    said = {"round": 1, "reading": "first", "verdict": "same", "role": "same_person", "reason": "x"}
    found = Judgement.objects.create(key_id=pair.key_id, pair=pair, reviewer=make_staff(), **said)
    _in_clear(found, "ground", ground)
    return found


def _held() -> Talk:
    talk = planned()
    _in_clear(talk, "received", Received.STOPPED)
    return talk


def _in_clear(row: Talk | Judgement, column: str, value: str) -> None:
    """As a row of before."""
    old = type(row)._meta.db_table
    with connection.cursor() as cursor:
        key = row._meta.pk.get_db_prep_value(row.pk, connection)
        cursor.execute(f"UPDATE {old} SET {column}_in_clear = %s, {column} = NULL WHERE id = %s", [value, key])  # noqa: S608


def _stored(row: Talk | Judgement, column: str) -> bytes | None:
    value = type(row).objects.filter(pk=row.pk).values_list(column, flat=True).get()
    return None if value is None else bytes(value)


def test_what_old_rows_say_is_kept_sealed_and_comes_back(moving) -> None:
    code, apps = moving
    held, waiting = _held(), planned()
    chosen, written = _judgement(Ground.OTHER_PARENT), _judgement("")
    code.seal(apps, None)
    assert Talk.objects.get(pk=held.pk).received == Received.STOPPED
    assert Judgement.objects.get(pk=chosen.pk).ground == Ground.OTHER_PARENT
    assert b"stopped" not in _stored(held, "received") and b"other_parent" not in _stored(chosen, "ground")
    # No reason chosen is sealed as well, and a talk that was not held has nothing.
    assert Judgement.objects.get(pk=written.pk).ground == "" and _stored(written, "ground")
    assert _stored(waiting, "received") is None
    before = apps.get_model("matching", "Talk").objects
    before.update(received_in_clear="")
    code.unseal(apps, None)
    assert before.get(pk=held.pk).received_in_clear == Received.STOPPED
    assert before.get(pk=waiting.pk).received_in_clear == ""


def test_a_destroyed_key_leaves_nothing_to_read(moving) -> None:
    code, apps = moving
    held = _held()
    destroy_data_key(held.key_id)
    code.seal(apps, None)
    Talk.objects.filter(pk=held.pk).update(told_at=timezone.now(), is_word_checked=True, is_grave=False)
    with pytest.raises(CannotOpen):
        assert Talk.objects.get(pk=held.pk).received
