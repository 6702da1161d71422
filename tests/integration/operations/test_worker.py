"""The worker runs tasks, writes no words of an exception, and puts back what a dead worker left."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from portal.operations import heartbeat, recovery, worker
from portal.operations.recovery import LEFT_BEHIND_AFTER, MAX_ATTEMPTS, put_back_abandoned
from portal.operations.worker import Worker
from portal.operations.workers import WorkerName

from . import task_samples

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_done():
    task_samples.done.clear()


def _running(worker_name: str, **changes) -> DBTaskResult:
    """A task that a worker of that name began just now."""
    result = task_samples.remember.enqueue("word")
    row = DBTaskResult.objects.get(pk=result.id)
    row.claim(worker_name)
    DBTaskResult.objects.filter(pk=row.pk).update(**changes)
    return row


def _dead() -> str:
    """The name of a process of this machine that has ended."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    name = str(WorkerName(WorkerName.own().host, ended.pid, 1))
    ended.wait()
    return name


def test_runs_what_is_ready_and_writes_success():
    results = [task_samples.remember.enqueue(word) for word in ("first", "second")]
    assert Worker().run_waiting() == 2
    assert sorted(task_samples.done) == ["first", "second"]
    assert {DBTaskResult.objects.get(pk=r.id).status for r in results} == {TaskResultStatus.SUCCESSFUL}


def test_what_somebody_waits_for_goes_before_long_work():
    task_samples.remember.using(queue_name="long").enqueue("long")
    task_samples.remember.enqueue("short")
    own = Worker()
    own.look()
    assert task_samples.done == ["short"]
    assert own.run_waiting() == 1


def test_the_worker_leaves_no_core_on_the_disk_and_begins_warm(monkeypatch):
    own, limits = Worker(), []
    monkeypatch.setattr(worker.resource, "setrlimit", lambda *limit: limits.append(limit))
    monkeypatch.setattr(worker.signal, "signal", lambda *_: None)
    monkeypatch.setattr(worker.Sealer, "start", lambda _self: None)
    monkeypatch.setattr(worker.Sealer, "end", lambda _self: None)
    monkeypatch.setattr(worker.connections, "close_all", lambda: None)
    monkeypatch.setattr(own, "_round", lambda: own._stop(0, None) or 0.0)
    own.run()
    assert limits == [(worker.resource.RLIMIT_CORE, (0, 0))]


def test_indexes_that_cannot_be_built_do_not_stop_the_worker(monkeypatch, caplog):
    def broken():
        raise RuntimeError("canary words")

    own = Worker()
    # It would close the connection whose transaction the test is rolled back with.
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    monkeypatch.setattr(worker, "serving", broken)
    task_samples.remember.enqueue("word")
    assert own._round() == 0.0
    assert task_samples.done == ["word"]
    assert "could not be built" in caplog.text


def test_hands_the_context_to_a_task_that_takes_it():
    result = task_samples.remember_own_id.enqueue()
    Worker().run_waiting()
    assert task_samples.done == [result.id]


def test_leaves_a_task_of_the_future():
    task_samples.remember.using(run_after=timezone.now() + timedelta(minutes=5)).enqueue("later")
    assert Worker().run_waiting() == 0


def test_a_failure_is_kept_without_the_words_of_the_exception():
    result = task_samples.fail_with_a_name.enqueue("canary-7f3a")
    Worker().run_waiting()
    row = DBTaskResult.objects.get(pk=result.id)
    assert row.status == TaskResultStatus.FAILED
    assert row.exception_class_path == "builtins.ValueError"
    assert "fail_with_a_name" in row.traceback
    assert "canary" not in row.traceback


def test_a_task_that_no_longer_exists_does_not_stop_the_worker():
    lost = task_samples.remember.enqueue("lost")
    DBTaskResult.objects.filter(pk=lost.id).update(task_path="portal.nowhere.task")
    task_samples.remember.enqueue("next")
    assert Worker().run_waiting() == 2
    assert task_samples.done == ["next"]
    assert DBTaskResult.objects.get(pk=lost.id).status == TaskResultStatus.FAILED


def test_a_locked_database_is_waited_for(monkeypatch):
    def locked(**_kwargs):
        raise OperationalError("database is locked")

    own = Worker()
    monkeypatch.setattr(worker, "put_back_abandoned", locked)
    monkeypatch.setattr(worker.connections, "close_all", lambda: None)
    assert own._round() == worker._PAUSE_AFTER_TROUBLE
    assert own.is_working()


def test_the_task_of_a_dead_worker_runs_again():
    row = _running(_dead())
    assert put_back_abandoned() == 1
    assert DBTaskResult.objects.get(pk=row.pk).status == TaskResultStatus.READY
    assert Worker().run_waiting() == 1
    assert task_samples.done == ["word"]


def test_the_task_of_a_living_worker_stays_with_it():
    row = _running(str(WorkerName.own()))
    assert put_back_abandoned() == 0
    assert DBTaskResult.objects.get(pk=row.pk).status == TaskResultStatus.RUNNING


def test_a_worker_that_rests_has_lost_what_still_bears_its_name():
    _running(str(WorkerName.own()))
    assert put_back_abandoned(idle_worker=str(WorkerName.own())) == 1


@pytest.mark.parametrize(("age", "count"), [(timedelta(minutes=1), 0), (LEFT_BEHIND_AFTER, 1)])
def test_about_another_machine_only_time_tells(age, count):
    _running("elsewhere@77.5", started_at=timezone.now() - age)
    assert put_back_abandoned() == count


def test_a_task_that_kills_every_worker_is_given_up():
    row = _running(_dead(), worker_ids=[_dead() for _ in range(MAX_ATTEMPTS)])
    assert put_back_abandoned() == 1
    assert DBTaskResult.objects.get(pk=row.pk).status == TaskResultStatus.FAILED


def test_a_process_number_used_again_is_another_worker():
    own = WorkerName.own()
    assert not own.is_surely_dead()
    assert WorkerName(own.host, own.pid, own.started + 1).is_surely_dead()


@pytest.mark.parametrize("text", ["", "4f8a", "@", "host@x.1", "host@1"])
def test_names_of_other_workers_are_not_read(text):
    assert WorkerName.read(text) is None


def test_written_name_is_read_again():
    assert WorkerName.read(str(WorkerName.own())) == WorkerName.own()


def test_a_task_that_never_ends_stops_the_sign_of_life(monkeypatch):
    own = Worker()
    own._busy_since = worker.time.monotonic() - worker._TASK_AT_MOST - 1
    assert not own.is_working()


def test_heartbeat_is_readable_by_its_owner_only(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    heartbeat.beat()
    assert heartbeat.is_alive()
    assert os.stat(heartbeat.path().parent).st_mode & 0o077 == 0


def test_recovery_never_runs_on_nothing():
    assert recovery.put_back_abandoned() == 0
