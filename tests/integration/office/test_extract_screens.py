"""Asking for an export of registrations, answering it and taking it, on the screens (R-06, R-22)."""

from __future__ import annotations

import pytest
from django.test import Client

from portal.referrals.enums import ExtractState
from portal.referrals.models import Extract
from tests.factories.casework import make_owned
from tests.factories.extracts import for_a_court, make_approved, make_extract
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory, sign_in

pytestmark = pytest.mark.django_db

SENT = {"whom": "contact", "parts": ["names", "reach"], "words": "We call them.", "file_kind": "csv"}


def state() -> ExtractState:
    return Extract.objects.get().stands()


def test_one_asks_another_approves_and_the_first_takes_it_once(client) -> None:
    registration = make_registration()
    caseworker = StaffFactory(caseworker=True)
    make_owned(registration, by=caseworker)
    sign_in(client, caseworker)
    page = client.get("/office/extracts/new/").text
    assert "Your own files only, and at most 500." in page and 'name="owner"' not in page
    address = client.post("/office/extracts/new/", SENT)["Location"]
    page = client.get(address).text
    assert "Your request is saved." in page and "Waits for a second person" in page
    assert "It will look like this" not in page and "Take the export" not in page
    supervisor = sign_in(Client(), StaffFactory(supervisor=True))
    assert "Exports of registrations that wait for a second person" in supervisor.get("/office/").text
    page = supervisor.get(address).text
    assert "We call them." in page and "It will look like this" in page and registration.reference not in page
    assert "Your answer is saved." in supervisor.post(f"{address}approve/", follow=True).text
    assert "Take the export" in client.get(address).text
    copy = client.post(f"{address}take/")
    assert copy["Content-Disposition"] == f'attachment; filename="{Extract.objects.get().number}.csv"'
    assert "no-store" in copy["Cache-Control"]
    assert registration.reference in copy.content.decode("utf-8-sig")
    again = client.post(f"{address}take/", follow=True).text
    assert "Each copy is handed out once" in again and state() == ExtractState.TAKEN


def test_others_are_told_of_no_request_of_mine() -> None:
    extract = make_extract()
    for trait in ("caseworker", "data_steward"):
        other = sign_in(Client(), StaffFactory(**{trait: True}))
        assert extract.number not in other.get("/office/extracts/").text
        assert other.get(f"/office/extracts/{extract.pk}/").status_code == 404
        assert other.post(f"/office/extracts/{extract.pk}/take/").status_code == 404


def test_ones_own_request_cannot_be_answered(client) -> None:
    supervisor = StaffFactory(supervisor=True)
    extract = make_extract(supervisor)
    sign_in(client, supervisor)
    assert "Your answer" not in client.get(f"/office/extracts/{extract.pk}/").text
    page = client.post(f"/office/extracts/{extract.pk}/approve/", follow=True).text
    assert "You asked for this export yourself." in page and state() == ExtractState.WAITING


def test_a_proof_of_five_minutes_is_asked_for_and_nothing_typed_is_lost_r_06(client, settings) -> None:
    registration, supervisor = make_registration(), StaffFactory(supervisor=True)
    approved, waiting = make_approved(supervisor), make_extract()
    sign_in(client, supervisor)
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = -1
    for sent in (
        client.get("/office/extracts/new/"),
        client.post(f"/office/extracts/{waiting.pk}/approve/"),
        client.post(f"/office/extracts/{approved.pk}/take/"),
    ):
        assert sent["Location"].startswith("/staff/2fa/reauthenticate/")
    page = client.post("/office/extracts/new/", SENT).text
    assert "It is more than five minutes" in page and "We call them." in page and "reauthenticate" in page
    assert registration.pk and Extract.objects.count() == 2 and not Extract.objects.filter(taken_at__isnull=False)


def test_a_refusal_needs_a_reason_and_who_asked_reads_it(client) -> None:
    steward = StaffFactory(data_steward=True)
    extract = make_extract(steward, parts=["last_news"])
    sign_in(client, StaffFactory(supervisor=True))
    page = client.post(f"/office/extracts/{extract.pk}/refuse/", {"reason": " "}).text
    assert "Please fill this in." in page and state() == ExtractState.WAITING
    client.post(f"/office/extracts/{extract.pk}/refuse/", {"reason": "Fewer will do."})
    assert state() == ExtractState.REFUSED
    assert "Fewer will do." in sign_in(Client(), steward).get(f"/office/extracts/{extract.pk}/").text


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({}, "Please fill this in."),
        ({**SENT, "parts": []}, "Please choose at least one."),
        ({**SENT, "parts": ["sealed"]}, "Please fill this in."),
        ({**SENT, "whom": "compare"}, "This is not taken out for this purpose, or not by you: How to reach"),
        ({**SENT, "since": "14.3.2026"}, "Please write the day like this"),
        ({**SENT, "since": "2026-03-14", "until": "2026-03-13"}, "This day is before the first one."),
        ({**SENT, "state": "answered"}, "No registration can be taken out like this."),
        ({**SENT, "words": "w" * 1001, "key": "x\x00"}, "This is too long."),
    ],
)
def test_what_does_not_go_together_is_said_and_kept(client, sent, told) -> None:
    make_registration()
    sign_in(client, StaffFactory(supervisor=True))
    page = client.post("/office/extracts/new/", sent)
    assert page.status_code == 200 and told in page.text and not Extract.objects.exists()
    assert "We call them." in page.text or sent.get("words") != SENT["words"]


def test_for_a_court_what_it_may_lead_to_is_weighed_r_106(client) -> None:
    chosen = for_a_court(make_registration())
    type(chosen["recipient"]).objects.update(imposes_death_penalty=True)
    chosen["recipient"].refresh_from_db()
    extract = make_extract(**chosen)
    sign_in(client, StaffFactory(supervisor=True))
    assert "can impose the death penalty" in client.get(f"/office/extracts/{extract.pk}/").text
    page = client.post(f"/office/extracts/{extract.pk}/approve/").text
    assert "Please say that you weighed" in page and state() == ExtractState.WAITING
    client.post(f"/office/extracts/{extract.pk}/approve/", {"has_weighed": "on"})
    assert state() == ExtractState.APPROVED


def test_by_whom_it_was_answered_meanwhile_is_told(client) -> None:
    extract = make_approved()
    sign_in(client, StaffFactory(supervisor=True))
    page = client.post(f"/office/extracts/{extract.pk}/refuse/", {"reason": "r"}, follow=True).text
    assert "This request has already been answered." in page
    assert state() == ExtractState.APPROVED
