"""A list is taken back by two people; records say again what the lists that still hold say of them."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.core.refusing import Refused
from portal.detainees import services, tasks
from portal.detainees.enums import BatchState, RowOutcome
from portal.detainees.models import Batch, DetaineeRecord, NameIndex, UndoRequest
from portal.detainees.policies import ImpossibleStep, SourceBusy
from portal.detainees.services import undoing
from portal.matching.models import CandidatePair, LinkedMark
from portal.matching.policies import check_may_tell
from portal.matching.records import comparable
from portal.matching.services.linking import end_pairs_without_list
from portal.operations.worker import Worker
from tests.factories.detainees import ROW, checked, csv_bytes, imported, source
from tests.factories.matching import make_pair
from tests.factories.staff import StaffFactory, sign_in

pytestmark = pytest.mark.django_db
OTHER = ("L-2", "Şêrîn Botî", "female", "1990~", "Reqa", "", "")
CORRECTED = (*ROW[:1], "ڕێبوار نەبەز گەرمیانی", *ROW[2:])


def people() -> tuple:
    return StaffFactory(role=Role.DATA_STEWARD), StaffFactory(role=Role.SUPERVISOR)


def agreed(batch: Batch) -> Batch:
    """A list that one person asked and another agreed to take back."""
    steward, supervisor = people()
    services.ask_undo(batch=batch, reason="A wrong file", user=steward, actor=Actor.staff(steward.pk))
    return services.approve_undo(batch=batch, user=supervisor, actor=Actor.staff(supervisor.pk))


def taken_back(batch: Batch) -> Batch:
    return services.undo_batch(batch=agreed(batch), actor=SYSTEM)


def said(number: str) -> tuple[str, bool]:
    record = DetaineeRecord.objects.get(external_id=number)
    return record.names.get().full_as_written, record.withdrawn_at is None


class TestTwoPeople:
    def test_who_asked_cannot_agree_and_that_is_logged(self):
        batch, steward = imported(), StaffFactory(role=Role.DATA_STEWARD)
        actor = Actor.staff(steward.pk)
        services.ask_undo(batch=batch, reason="A wrong file", user=steward, actor=actor)
        with pytest.raises(Refused):
            services.approve_undo(batch=batch, user=steward, actor=actor)
        assert Event.objects.filter(code="detainees.list.undo_denied", actor_id=steward.pk).exists()
        batch.refresh_from_db()
        assert batch.state == BatchState.IMPORTED and UndoRequest.objects.waiting().count() == 1

    def test_a_refused_request_changes_nothing_and_makes_room_for_another(self):
        batch, (steward, supervisor) = imported(), people()
        for _twice in range(2):
            services.ask_undo(batch=batch, reason="Wrong", user=steward, actor=SYSTEM)
            with pytest.raises(Refused):
                services.ask_undo(batch=batch, reason="Wrong", user=steward, actor=SYSTEM)
            services.refuse_undo(batch=batch, user=supervisor, actor=SYSTEM)
        with pytest.raises(Refused):
            services.approve_undo(batch=batch, user=supervisor, actor=SYSTEM)
        assert said("L-1") == (ROW[1], True)

    def test_other_roles_neither_ask_nor_agree(self):
        batch, reviewer = imported(), StaffFactory(role=Role.REVIEWER)
        for act in (services.approve_undo, services.refuse_undo):
            with pytest.raises(PermissionDenied):
                act(batch=batch, user=reviewer, actor=SYSTEM)
        with pytest.raises(PermissionDenied):
            services.ask_undo(batch=batch, reason="x", user=reviewer, actor=SYSTEM)

    def test_only_an_imported_list_can_be_taken_back(self):
        with pytest.raises(ImpossibleStep):
            services.ask_undo(batch=checked(), reason="x", user=people()[0], actor=SYSTEM)

    def test_two_lists_of_one_source_are_never_at_work_at_once(self):
        first = agreed(imported())
        second = checked(csv_bytes([OTHER]))
        with pytest.raises(SourceBusy):
            services.confirm_import(batch=second, actor=SYSTEM)
        services.undo_batch(batch=first, actor=SYSTEM)
        assert services.import_batch(batch=second, actor=SYSTEM).state == BatchState.IMPORTED


class TestWhatRecordsSay:
    def test_a_record_of_this_list_alone_is_withdrawn_and_kept(self):
        batch = taken_back(imported())
        assert batch.state == BatchState.UNDONE and said("L-1") == (ROW[1], False)
        assert not NameIndex.objects.exists() and not comparable("detainee").exists()
        assert batch.rows.get().outcome == RowOutcome.UNDONE and batch.rows.get().kept()["cells"] == list(ROW)
        assert Event.objects.filter(code="detainees.list.undone", subject_id=batch.pk).count() == 1

    def test_an_earlier_list_holds_again(self):
        first = imported(csv_bytes([ROW, OTHER]))
        second = taken_back(imported(csv_bytes([CORRECTED, OTHER, ("L-3", *OTHER[1:])])))
        assert (said("L-1"), said("L-2"), said("L-3")) == ((ROW[1], True), (OTHER[1], True), (OTHER[1], False))
        record = DetaineeRecord.objects.get(external_id="L-1")
        assert record.last_batch == first and record.name_tokens.exists()
        assert second.counts["created"] == 1, "what it brought stays counted"

    def test_a_later_list_still_holds(self):
        first = imported(csv_bytes([ROW]))
        second = imported(csv_bytes([CORRECTED]))
        tokens = list(NameIndex.objects.order_by("pk").values_list("pk", flat=True))
        taken_back(first)
        assert said("L-1") == (CORRECTED[1], True)
        assert list(NameIndex.objects.order_by("pk").values_list("pk", flat=True)) == tokens, "nothing was written anew"
        assert DetaineeRecord.objects.get().last_batch == second

    def test_a_withdrawn_record_comes_back_under_its_old_key(self):
        taken_back(imported())
        key = DetaineeRecord.objects.get().pk
        batch = imported()
        assert batch.counts["created"] == 1 and said("L-1") == (ROW[1], True)
        assert DetaineeRecord.objects.get().pk == key and NameIndex.objects.exists()

    def test_taken_back_in_slices_and_twice_it_is_the_same(self, monkeypatch):
        """A process killed between two chunks leaves a list that the next one goes on with."""
        monkeypatch.setattr(tasks, "SLICE_SECONDS", 0)
        monkeypatch.setattr(undoing, "CHUNK", 1)
        batch = agreed(imported(csv_bytes([ROW, OTHER])))
        tasks.undo_list.enqueue(str(batch.pk), "")
        worker = Worker()
        worker.look()
        batch.refresh_from_db()
        assert (batch.state, batch.done) == (BatchState.UNDOING, 1)
        worker.run_waiting()
        services.undo_batch(batch=batch, actor=SYSTEM)
        assert Batch.objects.get(pk=batch.pk).state == BatchState.UNDONE
        assert DetaineeRecord.objects.withdrawn().count() == 2
        assert Event.objects.filter(code="detainees.list.undone").count() == 1

    def test_broken_off_inside_a_chunk_nothing_is_half_done(self, monkeypatch):
        batch = agreed(imported())
        monkeypatch.setattr(undoing, "withdraw_records", lambda records: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            services.undo_batch(batch=batch, actor=SYSTEM)
        assert said("L-1") == (ROW[1], True) and batch.rows.get().outcome != RowOutcome.UNDONE


class TestPairs:
    def test_pairs_end_and_what_people_judged_says_what_changed(self):
        batch = imported(csv_bytes([ROW, OTHER]))
        one, other = DetaineeRecord.objects.order_by("external_id")
        open_pair = make_pair(detainee=one)
        judged = make_pair(detainee=other, state="rejected", judged_registration=b"a", judged_detainee=b"b")
        taken_back(batch)
        assert end_pairs_without_list(actor=SYSTEM) == 2 and end_pairs_without_list(actor=SYSTEM) == 0
        assert not CandidatePair.objects.live().exists() and CandidatePair.objects.count() == 2
        judged.refresh_from_db(), open_pair.refresh_from_db()
        assert judged.changed_since and not open_pair.changed_since
        assert not LinkedMark.objects.exists()
        with pytest.raises(Refused, match="taken back"):
            check_may_tell(open_pair)


class TestScreens:
    def test_one_asks_another_agrees(self):
        batch, (steward, supervisor) = imported(), people()
        asking, answering = sign_in(Client(), steward), sign_in(Client(), supervisor)
        url = f"/office/lists/{batch.pk}/"
        assert asking.post(f"{url}undo/", {"reason": " "}).status_code == 200
        assert asking.post(f"{url}undo/", {"reason": "A wrong file"})["Location"] == url
        own = asking.get(url).content.decode()
        assert "Another person answers this request." in own and "undo/approve" not in own
        assert "A wrong file" in answering.get(url).content.decode()
        assert "Lists to be taken back" in answering.get("/office/").content.decode()
        asking.post(f"{url}undo/approve/")
        assert Batch.objects.get().state == BatchState.IMPORTED
        answering.post(f"{url}undo/approve/")
        assert Batch.objects.get().state == BatchState.UNDONE
        assert "This list is taken back" in asking.get(url).content.decode()

    def test_it_asks_for_a_fresh_proof(self):
        batch, steward = imported(), StaffFactory(role=Role.DATA_STEWARD)
        client = sign_in(Client(), steward)
        session = client.session
        session["account_authentication_methods"] = [
            {**method, "at": method["at"] - 3600} for method in session["account_authentication_methods"]
        ]
        session.save()
        for path in ("undo/", "undo/approve/"):
            answer = client.post(f"/office/lists/{batch.pk}/{path}", {"reason": "x"})
            assert "reauthenticate" in answer["Location"]
        assert not UndoRequest.objects.exists()


def test_sources_stand_apart():
    imported(of=source("Another"))
    taken_back(imported())
    assert DetaineeRecord.objects.listed().get().source.name == "Another"
