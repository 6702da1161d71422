"""From file to records: new, changed, the same; once only; nothing readable in the database."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connections
from django.http import Http404

from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from portal.confidential.cipher import CannotOpen
from portal.confidential.keyring import data_key
from portal.core.tables import Unusable
from portal.detainees import services
from portal.detainees.access import access_batch, access_detainees
from portal.detainees.enums import BATCH_TRANSITIONS, BatchState
from portal.detainees.models import Batch, BatchRow, CustodyEvent, DetaineeName, DetaineeRecord, NameIndex, Source
from portal.detainees.policies import ImpossibleStep
from portal.detainees.services import importing
from portal.detainees.signals import detainees_changed
from tests.factories.detainees import ROW, checked, csv_bytes, imported, received, source, xlsx_bytes
from tests.factories.staff import StaffFactory

pytestmark = pytest.mark.django_db
SAMPLE = Path(__file__).parents[2] / "data" / "detainees_sample.csv"
OTHER = ("L-2", "Şêrîn Botî", "female", "1990~", "Reqa", "", "")


def run(path, *extra, name="Committee") -> dict:
    out, err = io.StringIO(), io.StringIO()
    call_command("import_detainees", str(path), "--source", name, "--batch", "B", *extra, stdout=out, stderr=err)
    return {**json.loads(out.getvalue().splitlines()[-1]), "reasons": err.getvalue()}


def counts(result: dict) -> tuple[int, ...]:
    return tuple(result[key] for key in ("rows", "created", "updated", "unchanged", "rejected"))


class TestImport:
    def test_a_row_becomes_a_record_with_name_event_and_tokens(self):
        batch = imported()
        record = DetaineeRecord.objects.get()
        assert (record.external_id, record.sex, record.birth_date, record.legal_status) == (
            "L-1", "male", "1987", "charged",
        )  # fmt: skip
        name, event = record.names.get(), record.custody_events.get()
        assert (name.full_as_written, name.script, name.language) == (ROW[1], "Arab", "ckb")
        assert (event.place, event.date, event.kind) == ("Şengal", "2014-08", "capture")
        assert {"given", "any"} <= set(record.name_tokens.values_list("field", flat=True))
        row = batch.rows.get()
        assert row.record == record and row.cells["cells"] == list(ROW)

    def test_the_same_again_changes_nothing_and_a_correction_changes_one(self):
        imported(csv_bytes([ROW, OTHER]))
        before = list(NameIndex.objects.order_by("pk").values_list("pk", flat=True))
        assert counts(imported(csv_bytes([ROW, OTHER])).counts) == (2, 0, 0, 2, 0)
        assert list(NameIndex.objects.order_by("pk").values_list("pk", flat=True)) == before
        corrected = (*ROW[:1], "ڕێبوار نەبەز گەرمیانی", *ROW[2:4], "", "", "")
        assert counts(imported(csv_bytes([corrected, OTHER])).counts) == (2, 0, 1, 1, 0)
        record = DetaineeRecord.objects.get(external_id="L-1")
        assert record.names.get().full_as_written == "ڕێبوار نەبەز گەرمیانی"
        assert not record.custody_events.exists()

    def test_sources_are_never_merged(self):
        imported()
        assert imported(of=source("Another")).counts["created"] == 1
        assert DetaineeRecord.objects.count() == 2

    def test_a_workbook_says_the_same_as_a_text_file(self):
        imported()
        assert imported(xlsx_bytes([ROW])).counts["unchanged"] == 1

    def test_a_number_twice_in_one_file_rejects_the_second(self):
        batch = imported(csv_bytes([ROW, (*ROW[:1], *OTHER[1:])]))
        assert counts(batch.counts) == (2, 1, 0, 0, 1)
        assert [p["code"] for p in batch.rows.rejected().get().problems] == ["duplicate_id"]
        assert DetaineeName.objects.get().full_as_written == ROW[1]

    def test_one_event_a_run_and_one_signal(self, django_capture_on_commit_callbacks):
        told = []
        detainees_changed.connect(lambda **given: told.append(given["sender"]), weak=False, dispatch_uid="test")
        batch = checked()
        with django_capture_on_commit_callbacks(execute=True):
            for _twice in range(2):
                services.import_batch(batch=batch, actor=SYSTEM)
        detainees_changed.disconnect(dispatch_uid="test")
        event = Event.objects.get(code="detainees.list.imported")
        assert event.data["created"] == 1 and len(event.data["manifest"]) == 64
        assert told == [Batch]

    def test_an_import_broken_off_goes_on_where_it_stopped(self, monkeypatch):
        rows = [(f"L-{n}", *ROW[1:]) for n in range(7)]
        batch = checked(csv_bytes(rows))
        monkeypatch.setattr(importing, "CHUNK", 3)
        services.confirm_import(batch=batch, actor=SYSTEM)
        importing._next_chunk(batch, SYSTEM, after=0)
        assert DetaineeRecord.objects.count() == 3
        assert counts(services.import_batch(batch=batch, actor=SYSTEM).counts) == (7, 7, 0, 0, 0)
        assert DetaineeRecord.objects.count() == 7

    def test_a_failure_in_a_chunk_leaves_nothing_half_written(self, monkeypatch):
        batch = checked()
        monkeypatch.setattr(importing, "update_plain", lambda *a: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            services.import_batch(batch=batch, actor=SYSTEM)
        assert not DetaineeRecord.objects.exists() and not CustodyEvent.objects.exists()

    def test_four_hundred_rows_of_many_spellings(self):
        assert counts(run(SAMPLE)) == (400, 400, 0, 0, 0)
        assert counts(run(SAMPLE)) == (400, 0, 0, 400, 0)
        assert Batch.objects.count() == 1


class TestSteps:
    def test_every_state_has_its_row_and_leads_to_known_states(self):
        assert set(BATCH_TRANSITIONS) == set(BatchState)
        assert set().union(*BATCH_TRANSITIONS.values()) <= set(BatchState)

    def test_a_list_set_aside_is_unreadable_for_good(self, django_capture_on_commit_callbacks):
        batch = checked()
        with django_capture_on_commit_callbacks(execute=True):
            services.cancel_batch(batch=batch, actor=SYSTEM)
        assert not BatchRow.objects.exists()
        with pytest.raises(CannotOpen):
            data_key(batch.key_id)
        with pytest.raises(ImpossibleStep):
            services.import_batch(batch=batch, actor=SYSTEM)

    def test_an_imported_list_cannot_be_set_aside_or_checked_anew(self):
        batch = imported()
        with pytest.raises(ImpossibleStep):
            services.cancel_batch(batch=batch, actor=SYSTEM)
        with pytest.raises(ImpossibleStep):
            services.choose_columns(batch=batch, mapping=batch.mapping, actor=SYSTEM)

    def test_an_unchecked_list_cannot_be_imported(self):
        with pytest.raises(ImpossibleStep):
            services.import_batch(batch=received(), actor=SYSTEM)

    def test_a_heading_without_rows_leaves_nothing(self):
        with pytest.raises(Unusable):
            received(csv_bytes([]))
        assert not Batch.objects.exists()


def _access_record(key, **by) -> DetaineeRecord:
    return access_detainees([key], **by)[0]


class TestAccess:
    @pytest.mark.parametrize("role", Role.values)
    def test_who_reads_lists_and_records(self, role):
        user, batch = StaffFactory(role=role), imported()
        record = DetaineeRecord.objects.get()
        for access, key, readers in (
            (access_batch, batch.pk, {Role.DATA_STEWARD, Role.SUPERVISOR}),
            (_access_record, record.pk, {Role.DATA_STEWARD, Role.SUPERVISOR, Role.REVIEWER}),
        ):
            if role in readers:
                assert access(key, user=user, purpose="test").pk == key
                assert Event.objects.filter(subject_id=key, actor_id=user.pk, purpose="test").exists()
            else:
                with pytest.raises(Http404):
                    access(key, user=user, purpose="test")


class TestCommand:
    def write(self, tmp_path, content: bytes) -> Path:
        path = tmp_path / "list.dat"
        path.write_bytes(content)
        return path

    def test_dry_run_writes_nothing_and_gives_reasons_without_values(self, tmp_path):
        path = self.write(tmp_path, csv_bytes([ROW, ("L-2", "=1+1", *[""] * 5), ("", "Secretname", *[""] * 5)]))
        result = run(path, "--dry-run")
        assert counts(result) == (3, 1, 0, 0, 2)
        assert "row 3: full_name:" in result["reasons"] and "[missing_id]" in result["reasons"]
        assert "Secretname" not in result["reasons"]
        assert not Batch.objects.exists() and not Source.objects.exists()

    def test_an_unusable_file_exits_with_two_and_leaves_no_trace(self, tmp_path):
        for content in (b"%PDF-1.7", b"", b"a,b\n1,2\n", csv_bytes([]), b"\x00" * 500):
            with pytest.raises(SystemExit) as caught:
                run(self.write(tmp_path, content))
            assert caught.value.code == 2
        assert not Source.objects.exists()

    def test_a_missing_file_or_one_beyond_the_limit_exits_with_two(self, tmp_path, settings):
        settings.IMPORT_MAX_BYTES = 10
        for path in (tmp_path / "none.csv", self.write(tmp_path, csv_bytes())):
            with pytest.raises(SystemExit) as caught:
                run(path)
            assert caught.value.code == 2


def test_no_name_is_readable_in_any_table():
    imported()
    dump = b"".join(_raw(model) for model in (BatchRow, DetaineeName, DetaineeRecord, CustodyEvent, Batch, Event))
    for canary in (*ROW[1].split(), "Şengal"):
        for encoding in ("utf-8", "utf-16-le"):
            assert canary.encode(encoding) not in dump


def _raw(model) -> bytes:
    with connections["default"].cursor() as cursor:
        cursor.execute(f"SELECT * FROM {model._meta.db_table}")  # noqa: S608
        return b"\x1f".join(
            bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
            for row in cursor.fetchall()
            for value in row
        )
