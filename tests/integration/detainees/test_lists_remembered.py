"""What staff said once of a source holds for its next list; what a checked list would change is shown first."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from openpyxl import Workbook

from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from portal.detainees import events, services
from portal.detainees.enums import BatchState
from portal.detainees.models import Batch, DetaineeRecord
from portal.matching.models import DuplicatePair
from portal.matching.services.linking import link_all, work_through
from portal.office.views.lists_steps import progress
from portal.places.enums import PlaceKind
from portal.places.models import Place
from tests.factories.detainees import HEADER, ROW, checked, csv_bytes, imported, received, source
from tests.factories.staff import StaffFactory, sign_in

pytestmark = pytest.mark.django_db
WORDS = (*HEADER, "nationality", "facility")
WORDY = ("L-1", "ليلى نوري حسن", "R", "1987", "Şengal", "2014-08", "موقوف", "سوري", "سجن 7")


@pytest.fixture
def steward(client: Client) -> Client:
    return sign_in(client, StaffFactory(role=Role.DATA_STEWARD))


def columns_chosen(content: bytes, **mapping: int) -> Batch:
    batch = services.choose_columns(batch=received(content), mapping=mapping, actor=SYSTEM)
    return services.check_batch(batch=batch, actor=SYSTEM)


class TestColumns:
    def test_the_next_list_is_mapped_as_the_last_also_in_another_order(self):
        columns_chosen(
            csv_bytes([("7", "ليلى نوري", "x")], ("Spalte 1", "Spalte 2", "Name")), external_id=0, full_name=1
        )
        batch = received(csv_bytes([("x", "ليلى نوري", "7", "m")], ("Name", "spalte  2", "Spalte 1", "sex")))
        assert batch.mapping == {"external_id": 2, "full_name": 1, "sex": 3}, "a heading left out before stays out"
        assert "columns_remembered" in batch.remarks

    def test_another_source_is_not_concerned_and_a_list_set_aside_says_nothing(self):
        header = ("Spalte 1", "Spalte 2")
        batch = columns_chosen(csv_bytes([("7", "ليلى نوري")], header), external_id=0, full_name=1)
        assert received(csv_bytes([("7", "ليلى")], header), of=source("Another")).mapping == {}
        services.cancel_batch(batch=batch, actor=SYSTEM)
        assert received(csv_bytes([("7", "ليلى")], header)).mapping == {}


class TestWords:
    def test_said_once_on_one_page_and_remembered(self, steward):
        """Unknown words stand there with their rows; what was written stays in the row."""
        place = Place.objects.filter(kind=PlaceKind.DETENTION).first() or Place.objects.create(
            code="prison-7", kind=PlaceKind.DETENTION, name="Prison 7"
        )
        rows = [WORDY, ("L-2", *WORDY[1:]), ("L-3", "أحمد", "male", "1990", "", "", "charged", "SY", "")]
        batch = checked(csv_bytes(rows, WORDS))
        assert batch.left_to_say() == {
            "sex": [("R", 2)], "legal_status": [("موقوف", 2)], "nationality": [("سوري", 2)], "facility": [("سجن 7", 2)],
        }  # fmt: skip
        url = f"/office/lists/{batch.pk}/words/"
        page = steward.get(url)
        names = {name.partition("-")[0]: name for name in page.context["form"].fields}
        assert "In 2 rows" in page.content.decode()
        answers = {"sex": "female", "legal_status": "held_without_charge", "nationality": "sy", "facility": place.code}
        wrong = steward.post(url, {names["nationality"]: "Syria", names["facility"]: "nowhere", names["sex"]: "x"})
        assert wrong.status_code == 200 and len(wrong.context["form"].errors) == 3
        steward.post(url, {names[column]: code for column, code in answers.items()})
        batch.refresh_from_db()
        assert batch.state == BatchState.DRY_RUN and batch.left_to_say() == {}
        services.import_batch(batch=batch, actor=SYSTEM)
        record = DetaineeRecord.objects.get(external_id="L-1")
        assert (record.sex, record.legal_status, record.nationality) == ("female", "held_without_charge", "SY")
        assert (record.legal_status_as_written, record.facility, record.facility_code) == ("موقوف", "سجن 7", place.code)
        assert batch.rows.order_by("number").first().kept()["cells"] == list(WORDY)
        following = checked(csv_bytes(rows, WORDS))
        assert following.left_to_say() == {} and following.counts["unchanged"] == 3

    def test_a_meaning_can_be_taken_back(self):
        batch = checked(csv_bytes([WORDY], WORDS))
        for code in ("female", ""):
            batch = services.choose_meanings(batch=batch, meanings={"sex": {"R": code}}, actor=SYSTEM)
            batch = services.check_batch(batch=batch, actor=SYSTEM)
        assert batch.left_to_say()["sex"] == [("R", 1)]


class TestDryRun:
    def test_before_and_after_stand_side_by_side(self, steward):
        imported()
        batch = checked(csv_bytes([(*ROW[:3], "1988", *ROW[4:])]))
        for query in ("", "?show=updated"):
            page = steward.get(f"/office/lists/{batch.pk}/{query}").content.decode()
            assert "Date of birth" in page and "1987" in page and "1988" in page

    def test_a_list_that_became_shorter_is_said_aloud(self, steward):
        imported(csv_bytes([ROW, ("L-2", *ROW[1:]), ("L-3", *ROW[1:])]))
        page = steward.get(f"/office/lists/{checked().pk}/").content.decode()
        assert "This list is shorter: the last one of this source had 3 rows, this one has 1." in page
        longer = checked(csv_bytes([(f"L-{number}", *ROW[1:]) for number in range(4)]))
        assert "This list is shorter" not in steward.get(f"/office/lists/{longer.pk}/").content.decode()

    def test_swapped_dates_are_said_of_the_row_and_of_the_list(self, steward):
        batch = checked(csv_bytes([(*ROW[:5], "08/25/2014", ROW[6])]))
        page = steward.get(f"/office/lists/{batch.pk}/?show=warnings").content.decode()
        assert "the month stands before the day" in page and "Day and month stand in each other" in page

    def test_progress_and_rate_are_those_of_the_step(self):
        batch = checked()
        batch.state, batch.counts = BatchState.IMPORTING, {"rows": 110, "rejected": 10}
        batch.done, batch.begun_at = 50, timezone.now() - timedelta(seconds=10)
        assert progress(batch) == {"done": 50, "total": 100, "rate": 5, "minutes": 1}
        batch.state = BatchState.IMPORTED
        assert progress(batch) is None

    def test_the_page_looks_again_by_itself_until_it_is_stopped_or_done_and_reads_no_row(self, steward):
        batch = checked()
        Batch.objects.filter(pk=batch.pk).update(state=BatchState.IMPORTING, counts={"rows": 6000}, done=50)
        address, read = f"/office/lists/{batch.pk}/progress/", Event.objects.filter(code=events.LIST_VIEWED).count()
        first, stopped, later = (steward.get(address + query) for query in ("", "?look=0", "?look=121"))
        assert first["Refresh"] == f"5; url={address}?look=2" and "Refresh" not in stopped and "Refresh" not in later
        assert "Stop that" in first.text and "Let it look again" in stopped.text
        assert Event.objects.filter(code=events.LIST_VIEWED).count() == read
        Batch.objects.filter(pk=batch.pk).update(state=BatchState.IMPORTED)
        assert steward.get(address).url == f"/office/lists/{batch.pk}/"


def test_a_workbook_with_several_sheets_asks_which_one(steward):
    book = Workbook()
    for title in ("2025", "2026"):
        sheet = book.create_sheet(title)
        sheet.append(HEADER)
        sheet.append((f"L-{title}", *ROW[1:]))
    out = io.BytesIO()
    book.save(out)
    data = {"new_source": "Invented committee", "reliability": "B", "sharing_terms": "ask_source",
            "received_on": "2026-03-01", "label": "List of spring"}  # fmt: skip
    answer = steward.post("/office/lists/new/", {**data, "file": SimpleUploadedFile("a.xlsx", out.getvalue())})
    assert answer.status_code == 422 and "Which sheet holds the list?" in answer.content.decode()
    assert not Batch.objects.exists()
    again = {**data, "sheet": "2026", "file": SimpleUploadedFile("a.xlsx", out.getvalue())}
    assert steward.post("/office/lists/new/", again).status_code == 302
    assert Batch.objects.get().rows.get().kept()["cells"][0] == "L-2026"


def test_one_person_in_three_spellings_within_a_list_is_proposed_as_duplicates():
    spellings = ("محمد عبدالرحمن حسين", "Mihemed Ebdulrehman Hisên", "محمد عبد الرحمن حسين")
    rows = [(f"L-{place}", name, "male", "1987-03-05", "Şengal", "2014-08", "") for place, name in enumerate(spellings)]
    assert imported(csv_bytes(rows)).counts["created"] == 3
    link_all(actor=SYSTEM)
    work_through(actor=SYSTEM, todo="within")
    assert DuplicatePair.objects.live().count() >= 2
