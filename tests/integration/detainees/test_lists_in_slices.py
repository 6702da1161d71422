"""Long lists are checked and brought in by short tasks behind other work; cut anywhere, the result is the same."""

from __future__ import annotations

import pytest
from django_tasks_db.models import DBTaskResult

from portal.audit.actors import SYSTEM
from portal.detainees import tasks
from portal.detainees.enums import BatchState
from portal.detainees.models import Batch, DetaineeRecord
from portal.detainees.services import checking, choose_columns, confirm_import, importing
from portal.operations.worker import Worker
from tests.factories.detainees import ROW, checked, csv_bytes, received

pytestmark = pytest.mark.django_db

ROWS = csv_bytes([(f"L-{number}", *ROW[1:]) for number in range(5)] + [ROW])


@pytest.fixture
def short(monkeypatch):
    """One row is a chunk, and one chunk a task."""
    monkeypatch.setattr(tasks, "SLICE_SECONDS", 0)
    monkeypatch.setattr(checking, "CHUNK", 1)
    monkeypatch.setattr(importing, "CHUNK", 1)


def tasks_run() -> set[str]:
    return set(DBTaskResult.objects.values_list("queue_name", flat=True))


def test_a_check_in_slices_finds_what_one_in_a_piece_finds(short) -> None:
    batch = received(ROWS)
    choose_columns(batch=batch, mapping=batch.mapping, actor=SYSTEM)
    tasks.check_list.enqueue(str(batch.pk), "")
    assert Worker().run_waiting() > 5 and tasks_run() == {"long"}
    batch = Batch.objects.get(pk=batch.pk)
    assert batch.state == BatchState.DRY_RUN
    assert (batch.counts["created"], batch.counts["rejected"]) == (5, 1), "the second row of a number stays out"
    assert not tasks._begun


def test_a_check_whose_process_was_killed_begins_again(short) -> None:
    batch = received(ROWS)
    choose_columns(batch=batch, mapping=batch.mapping, actor=SYSTEM)
    tasks.check_list.enqueue(str(batch.pk), "")
    worker = Worker()
    worker.look(), worker.look()
    tasks._begun.clear()
    worker.run_waiting()
    assert Batch.objects.get(pk=batch.pk).counts["created"] == 5


def test_an_import_in_slices_brings_in_every_row_once(short) -> None:
    batch = checked(ROWS)
    confirm_import(batch=batch, actor=SYSTEM)
    tasks.import_list.enqueue(str(batch.pk), "")
    worker = Worker()
    worker.look()
    assert Batch.objects.get(pk=batch.pk).state == BatchState.IMPORTING
    worker.run_waiting()
    assert Batch.objects.get(pk=batch.pk).state == BatchState.IMPORTED
    assert DetaineeRecord.objects.count() == 5
