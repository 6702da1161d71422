"""Lists and full runs are taken up and worked through in slices: resumable, idempotent, never in anybody's way."""

from __future__ import annotations

import pytest
from django_tasks_db.models import DBTaskResult

from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from portal.matching import events, serving
from portal.matching.enums import RunScope, SideKind, Todo
from portal.matching.models import CandidatePair, LinkedMark, LinkRun
from portal.matching.records import comparable
from portal.matching.services import linking, runs
from portal.matching.services.linking import has_changes, has_work, link_all, link_changed, link_some, work
from portal.matching.tasks import go_on, link_changes, link_slice
from portal.operations.worker import Worker
from tests.factories.matching import make_detainee, make_registration, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def few(monkeypatch):
    """Two changed records are a list already, and one record fills a slice."""
    monkeypatch.setattr(linking, "AT_ONCE", 1)
    monkeypatch.setattr(linking, "_STEPS", tuple((todo, kind, 1, step) for todo, kind, _size, step in linking._STEPS))


def made(count: int) -> None:
    batch = make_source()
    for _ in range(count):
        make_registration()
        make_detainee(batch=batch)


def rows() -> list[tuple]:
    return list(CandidatePair.objects.order_by("pk").values_list("pk", "weight", "updated_at", "superseded_at"))


def test_a_list_is_taken_up_and_worked_through_in_slices(few) -> None:
    made(3)
    assert link_some(actor=SYSTEM), "too much for at once"
    assert not CandidatePair.objects.exists() and not has_changes()
    run = LinkRun.objects.open().get(scope=RunScope.CHANGES)
    assert (run.done, run.total) == (0, LinkedMark.objects.waiting(Todo.ACROSS).count())
    assert work(actor=SYSTEM, seconds=0)
    run.refresh_from_db()
    assert run.done == 1 and run.finished_at is None
    while work(actor=SYSTEM, seconds=0):
        pass
    run.refresh_from_db()
    assert run.finished_at and run.done == run.total
    assert CandidatePair.objects.live().count() == 9
    assert not has_work() and not has_changes()


def test_new_records_of_a_list_reach_the_registrations_they_concern(few) -> None:
    concerned = make_registration()
    for name in ("Şîrîn Xelef Elî", "Hêvî Salih Mistefa"):
        make_registration(name, sex="female", mother="")
    link_changed(actor=SYSTEM)
    batch = make_source()
    make_detainee(batch=batch), make_detainee(batch=batch)
    link_changed(actor=SYSTEM)
    assert set(CandidatePair.objects.live().values_list("registration_id", flat=True)) == {concerned.pk}
    assert CandidatePair.objects.live().count() == 2


def test_a_run_that_was_broken_off_goes_on_where_it_stopped(few, monkeypatch) -> None:
    made(3)
    link_changed(actor=SYSTEM)
    while work(actor=SYSTEM, seconds=1):
        pass
    serving._of_this_process.clear()
    monkeypatch.setattr(linking, "work_through", lambda **_kwargs: work(actor=SYSTEM, seconds=0))
    link_all(actor=SYSTEM)
    run = LinkRun.objects.open().get(scope=RunScope.EVERYTHING)
    left = LinkedMark.objects.waiting(Todo.ACROSS).count()
    assert (run.done, left) == (1, 2)
    monkeypatch.undo()
    serving._of_this_process.clear()
    again = link_all(actor=SYSTEM)
    assert again.pk == run.pk and (again.done, again.total) == (3, 3)
    assert not LinkedMark.objects.waiting(Todo.ACROSS).exists()


def test_twice_is_once() -> None:
    made(3)
    link_all(actor=SYSTEM)
    before = rows()
    run = link_all(actor=SYSTEM)
    assert rows() == before
    assert all(run.counts.get(name, 0) == 0 for name in ("new", "changed", "ended", "returned"))


def test_one_audit_event_per_run_however_many_slices(few) -> None:
    made(3)
    link_changed(actor=SYSTEM)
    event = Event.objects.get(code=events.LINKED)
    assert event.data["new"] == event.data["live"] == 9 and len(event.data["manifest"]) == 64


def test_a_change_goes_before_a_full_run_and_the_run_does_not_undo_it(few) -> None:
    made(2)
    link_some(actor=SYSTEM)
    link_slice.enqueue()
    link_changes.enqueue()
    late = make_registration()
    worker = Worker()
    worker.look()
    assert CandidatePair.objects.live().filter(registration=late).count() == 2, "compared before the slices"
    assert LinkRun.objects.open().exists()
    worker.run_waiting()
    assert CandidatePair.objects.live().count() == 6 and not has_work()


def test_what_a_killed_process_left_behind_is_asked_for_again(few) -> None:
    made(2)
    go_on()
    assert queued() == ["link_changes"]
    DBTaskResult.objects.all().delete()
    link_some(actor=SYSTEM)
    go_on()
    assert queued() == [], "a run that moved just now has somebody who drives it"
    LinkRun.objects.update(moved_at=LinkRun.objects.get().moved_at - 2 * LinkRun.STILL_AFTER)
    go_on()
    assert queued() == ["link_slice"]
    Worker().run_waiting()
    assert CandidatePair.objects.live().count() == 4 and not LinkRun.objects.open().exists()


def queued() -> list[str]:
    return [path.rpartition(".")[2] for path in DBTaskResult.objects.ready().values_list("task_path", flat=True)]


def test_marks_without_a_run_are_worked_through_all_the_same(few) -> None:
    """The process was killed between taking up and beginning the run."""
    made(2)
    link_some(actor=SYSTEM)
    LinkRun.objects.all().delete()
    while work(actor=SYSTEM, seconds=0):
        pass
    assert CandidatePair.objects.live().count() == 4
    assert LinkRun.objects.get(scope=RunScope.CHANGES).finished_at


def test_another_model_compares_everything_again_once(monkeypatch) -> None:
    made(1)
    link_changed(actor=SYSTEM)
    assert not has_changes()
    LinkedMark.objects.update(model="an older model")
    assert has_changes()
    link_changed(actor=SYSTEM)
    assert not has_changes()


def test_a_registration_that_changes_during_its_slice_is_compared_anew(few, monkeypatch) -> None:
    made(2)
    link_some(actor=SYSTEM)
    first = LinkedMark.objects.waiting(Todo.ACROSS, SideKind.REGISTRATION).order_by("pk").first()
    real = linking.compare

    def change_meanwhile(one, ids):
        compared = real(one, ids)
        registration = comparable(SideKind.REGISTRATION).get(pk=ids[0])
        registration.content_fingerprint = b"another content"
        registration.save()
        return compared

    LinkedMark.objects.filter(kind=SideKind.DETAINEE).update(todo="")
    monkeypatch.setattr(linking, "compare", change_meanwhile)
    work(actor=SYSTEM, seconds=0)
    assert not CandidatePair.objects.filter(registration=first.record_id).exists()
    monkeypatch.setattr(linking, "compare", real)
    assert has_changes()


def test_several_open_runs_of_one_kind_never_stand_beside_each_other(few) -> None:
    made(2)
    link_some(actor=SYSTEM)
    one = serving.serving()
    first = runs.begin(RunScope.CHANGES, one)
    assert runs.begin(RunScope.EVERYTHING, one).pk == first.pk
    first.refresh_from_db()
    assert first.scope == RunScope.EVERYTHING
