"""The data steward's way: upload, columns, dry run with reasons, confirm."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from portal.accounts.enums import Role
from portal.detainees.enums import BatchState
from portal.detainees.models import Batch, DetaineeRecord
from portal.office.views import lists as views
from portal.office.views import lists_steps
from tests.factories.detainees import HEADER, ROW, checked, csv_bytes, received
from tests.factories.staff import StaffFactory, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def steward(client: Client) -> Client:
    return sign_in(client, StaffFactory(role=Role.DATA_STEWARD))


def form(content: bytes, name: str = "list.csv", **changes) -> dict:
    return {
        "source": "",
        "new_source": "Invented committee",
        "reliability": "B",
        "sharing_terms": "ask_source",
        "received_on": "2026-03-01",
        "label": "List of spring",
        "file": SimpleUploadedFile(name, content),
        **changes,
    }


def mapping_of(batch: Batch) -> dict[str, str]:
    return {column: str(place) for column, place in batch.mapping.items()}


class TestTheWholeWay:
    def test_upload_to_import(self, steward, django_capture_on_commit_callbacks):
        content = csv_bytes([ROW, ("", "ليلى", *[""] * 5)])
        answer = steward.post("/office/lists/new/", form(content))
        batch = Batch.objects.get()
        assert answer["Location"] == f"/office/lists/{batch.pk}/columns/"
        assert (batch.reliability, batch.sharing_terms, batch.source.reliability) == ("B", "ask_source", "B")
        assert "ڕێبوار" in steward.get(answer["Location"]).content.decode()

        answer = steward.post(answer["Location"], mapping_of(batch))
        page = steward.get(answer["Location"], follow=True).content.decode()
        assert "The number of the record is missing." in page
        assert DetaineeRecord.objects.count() == 0

        for _twice in range(2):
            with django_capture_on_commit_callbacks(execute=True):
                steward.post(f"/office/lists/{batch.pk}/confirm/")
        batch.refresh_from_db()
        assert batch.state == BatchState.IMPORTED
        assert batch.counts == {"rows": 2, "created": 1, "updated": 0, "unchanged": 0, "rejected": 1}
        assert DetaineeRecord.objects.count() == 1
        assert "This list is imported" in steward.get(f"/office/lists/{batch.pk}/").content.decode()

    def test_the_same_file_again_is_said_to_be_known(self, steward):
        for _twice in range(2):
            steward.post("/office/lists/new/", form(csv_bytes()))
            batch = Batch.objects.latest("created_at")
            steward.post(f"/office/lists/{batch.pk}/columns/", mapping_of(batch))
            page = steward.get(f"/office/lists/{batch.pk}/").content.decode()
            steward.post(f"/office/lists/{batch.pk}/confirm/")
        assert "This very file has been imported before." in page
        assert DetaineeRecord.objects.count() == 1


class TestRefusals:
    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"%PDF-1.7 x", "This is a PDF file."),
            (b"<html><table></table>", "This is a web page."),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1xxxx", "This is an older Excel file."),
            (csv_bytes([]), "This file has a heading and no rows."),
            (b" ", "This file is empty."),
        ],
    )
    def test_a_file_that_is_no_list_is_refused_and_the_rest_is_kept(self, steward, content, words):
        answer = steward.post("/office/lists/new/", form(content))
        assert answer.status_code == 422
        page = answer.content.decode()
        assert words in page and "List of spring" in page
        assert not Batch.objects.exists()

    def test_a_file_beyond_the_limit_is_never_kept(self, steward, settings):
        settings.IMPORT_MAX_BYTES = 1000
        answer = steward.post("/office/lists/new/", form(b"x" * 200_000))
        assert answer.status_code == 413
        assert "This file is larger than" in answer.content.decode()
        assert "List of spring" in answer.content.decode()

    def test_the_token_of_the_form_is_checked(self):
        client = sign_in(Client(), StaffFactory(role=Role.DATA_STEWARD))
        strict = Client(enforce_csrf_checks=True)
        strict.cookies = client.cookies
        assert strict.post("/office/lists/new/", form(csv_bytes())).status_code == 403
        assert not Batch.objects.exists()

    @pytest.mark.parametrize(
        "changes",
        [
            {"received_on": "2026-13-45"},
            {"received_on": "9" * 30},
            {"received_on": "2999-01-01"},
            {"label": "a\u202eb"},
            {"label": "x" * 500},
            {"new_source": ""},
            {"source": "9" * 30},
            {"reliability": "Z"},
            {"sharing_terms": "\x00"},
        ],
    )
    def test_bad_fields_bring_the_form_back(self, steward, changes):
        assert steward.post("/office/lists/new/", form(csv_bytes(), **changes)).status_code == 422
        assert not Batch.objects.exists()


class TestColumns:
    def test_a_column_chosen_twice_or_no_name_is_refused(self, steward):
        batch = received()
        url = f"/office/lists/{batch.pk}/columns/"
        twice = steward.post(url, {"external_id": "0", "full_name": "1", "sex": "1"})
        assert "chosen twice" in twice.content.decode()
        assert "needs a column" in steward.post(url, {"external_id": "0"}).content.decode()
        assert steward.post(url, {"external_id": "9" * 30, "full_name": "1"}).status_code == 200
        batch.refresh_from_db()
        assert batch.state == BatchState.MAPPING

    def test_headings_we_do_not_know_can_be_chosen_and_changed(self, steward):
        batch = received(csv_bytes([("7", "ليلى نوري")], ("Spalte 1", "Spalte 2")))
        url = f"/office/lists/{batch.pk}/columns/"
        steward.post(url, {"external_id": "1", "full_name": "0"})
        steward.post(url, {"external_id": "0", "full_name": "1"})
        batch.refresh_from_db()
        assert batch.mapping == {"external_id": 0, "full_name": 1}
        assert batch.counts["created"] == 1

    def test_an_imported_list_has_no_columns_page(self, steward):
        batch = checked()
        steward.post(f"/office/lists/{batch.pk}/confirm/")
        assert steward.get(f"/office/lists/{batch.pk}/columns/")["Location"] == f"/office/lists/{batch.pk}/"


class TestOtherSteps:
    def test_a_list_set_aside_cannot_be_imported(self, steward, django_capture_on_commit_callbacks):
        batch = checked()
        with django_capture_on_commit_callbacks(execute=True):
            steward.post(f"/office/lists/{batch.pk}/cancel/")
        answer = steward.post(f"/office/lists/{batch.pk}/confirm/", follow=True)
        assert "moved on" in answer.content.decode()
        assert not DetaineeRecord.objects.exists() and not batch.rows.exists()

    def test_a_long_list_is_left_to_the_worker(self, steward, monkeypatch, django_capture_on_commit_callbacks):
        monkeypatch.setattr(lists_steps, "ROWS_AT_ONCE", 0)
        asked = []
        monkeypatch.setattr(type(views.import_list), "enqueue", lambda _task, *ids: asked.append(ids))
        batch = checked()
        with django_capture_on_commit_callbacks(execute=True):
            steward.post(f"/office/lists/{batch.pk}/confirm/")
        page = steward.get(f"/office/lists/{batch.pk}/").content.decode()
        assert len(asked) == 1 and asked[0][0] == str(batch.pk)
        assert "0 of 1 rows" in page

    def test_rows_are_paged_and_a_strange_page_number_does_no_harm(self, steward):
        batch = checked(csv_bytes([("", f"Nobody {n}", *[""] * 5) for n in range(60)], HEADER))
        for page in ("2", "9" * 30, "-1", "x", "\x01"):
            assert steward.get(f"/office/lists/{batch.pk}/", {"page": page}).status_code == 200
        assert steward.get(f"/office/lists/{batch.pk}/", {"page": "2"}).content.decode().count("is missing") >= 25

    def test_somebody_elses_key_is_not_found(self, steward):
        answer = steward.get("/office/lists/00000000-0000-4000-8000-000000000000/", follow=True)
        assert answer.status_code == 404
