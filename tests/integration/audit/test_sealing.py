"""The chain: everything recorded is sealed once, in order, and every later change is found (R-26, R-27)."""

import json
import random

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from portal.audit import sealing
from portal.audit.models import Event, Seal
from portal.audit.sealing import GENESIS, event_hash, seal_pending, verify

from .chain import without_triggers, write_events

pytestmark = pytest.mark.django_db
COUNT = 12


def _sealed(count: int = COUNT) -> list[Event]:
    events = write_events(count)
    while seal_pending():
        pass
    return events


def test_an_empty_log_is_whole():
    assert seal_pending() == 0
    assert verify().faults == []
    assert verify().head == GENESIS


def test_everything_is_sealed_once_in_order():
    events = _sealed()
    assert list(Seal.objects.order_by("sequence").values_list("event_id", flat=True)) == [event.pk for event in events]
    assert seal_pending() == 0
    result = verify()
    assert (result.sealed, result.unsealed, result.faults) == (COUNT, 0, [])
    assert result.head == Seal.objects.get(sequence=COUNT).hash


def test_in_batches_as_in_one_go():
    write_events(COUNT)
    assert [seal_pending(5), seal_pending(5), seal_pending(5), seal_pending(5)] == [5, 5, 2, 0]
    assert verify().faults == []


def test_what_commits_late_is_sealed_too():
    late, *_rest = write_events(3)
    with without_triggers() as cursor:
        cursor.execute("DELETE FROM audit_event WHERE id = %s", [late.pk])
    assert seal_pending() == 2
    late.save(force_insert=True)
    assert seal_pending() == 1
    assert verify().faults == []


def test_what_commits_very_late_is_found_by_the_look_at_the_whole(monkeypatch):
    monkeypatch.setattr(sealing, "_LOOK_BACK", 0)
    late, *_rest = write_events(3)
    with without_triggers() as cursor:
        cursor.execute("DELETE FROM audit_event WHERE id = %s", [late.pk])
    seal_pending()
    late.save(force_insert=True)
    assert seal_pending() == 0
    assert verify().unsealed == 1
    assert seal_pending(is_whole=True) == 1


@pytest.mark.parametrize("table", ["audit_event", "audit_seal"])
@pytest.mark.parametrize("statement", ["UPDATE {table} SET {column} = {column}", "DELETE FROM {table}"])
def test_the_database_itself_refuses_change_and_removal(table, statement):
    _sealed(2)
    column = {"audit_event": "purpose", "audit_seal": "hash"}[table]
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table=table, column=column))
    assert Event.objects.count() == Seal.objects.count() == 2


def test_django_cannot_change_an_event_either():
    event = _sealed(1)[0]
    event.purpose = "other"
    with pytest.raises(DatabaseError), transaction.atomic():
        event.save()


COLUMNS = {
    "code": "audit.other",
    "at": timezone.now(),
    "actor_kind": "system",
    "actor_id": None,
    "subject_kind": "other",
    "subject_id": None,
    "organization_id": None,
    "purpose": "other",
    "data": {"count": -1},
}


@pytest.mark.parametrize("column", COLUMNS)
def test_an_edited_event_is_named(column):
    victim = _sealed()[4]
    with without_triggers():
        Event.objects.filter(pk=victim.pk).update(**{column: COLUMNS[column]})
    assert verify().faults == [f"event {victim.pk}: content differs from its seal 5"]


def test_every_column_of_an_event_is_under_its_seal():
    assert {*COLUMNS, "id"} == {field.name for field in Event._meta.concrete_fields}


def _edit(events, pick):
    Event.objects.filter(pk=events[pick].pk).update(purpose="edited")


def _delete(events, pick):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_seal WHERE event_id = %s", [events[pick].pk])
        cursor.execute("DELETE FROM audit_event WHERE id = %s", [events[pick].pk])


def _reorder(events, pick):
    other = events[(pick + 1) % len(events)]
    first, second = Seal.objects.get(event=events[pick]), Seal.objects.get(event=other)
    Seal.objects.filter(pk=first.pk).update(sequence=10_000_000)
    Seal.objects.filter(pk=second.pk).update(sequence=first.sequence)
    Seal.objects.filter(pk=first.pk).update(sequence=second.sequence)


def _insert(events, pick):
    place = Seal.objects.get(event=events[pick])
    added = write_events(1)[0]
    for seal in Seal.objects.filter(sequence__gte=place.sequence).order_by("-sequence"):
        Seal.objects.filter(pk=seal.pk).update(sequence=seal.sequence + 1)
    Seal.objects.create(
        sequence=place.sequence,
        event=added,
        previous_hash=place.previous_hash,
        hash=event_hash(added, place.sequence, place.previous_hash),
        sealed_at=timezone.now(),
    )


def _reseal(events, pick):
    """Edit, and put a seal over the edited content."""
    _edit(events, pick)
    seal = Seal.objects.select_related("event").get(event=events[pick])
    changed = event_hash(seal.event, seal.sequence, seal.previous_hash)
    Seal.objects.filter(pk=seal.pk).update(hash=changed)


@pytest.mark.parametrize("mutate", [_edit, _delete, _reorder, _insert, _reseal])
def test_every_way_to_change_the_log_is_found(mutate):
    events = _sealed()
    anchor = verify().head
    drawn = random.Random(27)
    for _round in range(40):
        pick = drawn.randrange(len(events))
        point = transaction.savepoint()
        with without_triggers():
            mutate(events, pick)
            assert verify(anchor).faults, f"{mutate.__name__} of event {pick} was not found"
        transaction.savepoint_rollback(point)
    assert verify(anchor).faults == []


@pytest.mark.parametrize("count", [1, 5, COUNT])
def test_truncation_is_found_from_the_anchor_alone(count):
    events = _sealed()
    anchor = verify().head
    with without_triggers():
        for pick in range(len(events) - count, len(events)):
            _delete(events, pick)
    assert verify().faults == []
    assert verify(anchor).faults == ["the anchor is not in the chain: events were removed or rewritten"]


def test_a_log_rewritten_from_its_beginning_is_found_from_the_anchor():
    _sealed()
    anchor = verify().head
    with without_triggers() as cursor:
        cursor.execute("DELETE FROM audit_seal")
        Event.objects.update(purpose="rewritten")
        while seal_pending(is_whole=True):
            pass
    assert verify().faults == []
    assert verify(anchor).faults


def test_one_removed_event_is_named_without_blaming_all_that_follow():
    events = _sealed()
    with without_triggers():
        _delete(events, 3)
    assert verify().faults == [f"seal 5: out of order (event {events[4].pk})"]


def test_the_command_says_what_is_broken_and_ends_with_one(capsys):
    events = _sealed()
    with without_triggers():
        _edit(events, 2)
    with pytest.raises(SystemExit) as ended:
        call_command("verify_audit")
    assert ended.value.code == 1
    printed = capsys.readouterr()
    assert f"event {events[2].pk}: content differs" in printed.err
    assert json.loads(printed.out.splitlines()[-1])["faults"] == 1


def test_the_command_is_content_with_a_whole_log(capsys):
    _sealed()
    call_command("verify_audit", anchor=verify().head)
    assert json.loads(capsys.readouterr().out.splitlines()[-1]) == {
        "sealed": COUNT,
        "unsealed": 0,
        "head": verify().head,
        "faults": 0,
    }
