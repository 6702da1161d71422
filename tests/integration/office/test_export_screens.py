"""Asking for an export and answering, on the screens."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from portal.accounts.enums import Role
from portal.matching.enums import ExportState
from portal.matching.models import ExportRequest
from tests.factories.exports import approved, asked
from tests.factories.staff import StaffFactory, sign_in

pytestmark = pytest.mark.django_db


def state() -> ExportState:
    return ExportRequest.objects.get().state()


def test_one_asks_another_approves(client) -> None:
    steward = StaffFactory(data_steward=True)
    sign_in(client, steward)
    assert client.post("/office/exports/new/", {"purpose": "measure"})["Location"] == "/office/exports/"
    page = client.get("/office/exports/").content.decode()
    assert "Your request is saved." in page and "Waits for a second person" in page and "/approve/" not in page
    request = ExportRequest.objects.get(requested_by=steward)
    supervisor = sign_in(Client(), StaffFactory(supervisor=True))
    assert f"/office/exports/{request.pk}/approve/" in supervisor.get("/office/exports/").content.decode()
    assert supervisor.post(f"/office/exports/{request.pk}/approve/")["Location"] == "/office/exports/"
    assert state() == ExportState.APPROVED
    page = client.get("/office/exports/").content.decode()
    assert str(request.pk) in page and "Approved, may be used once" in page


def test_approving_asks_again_who_it_is_after_five_minutes(client, settings) -> None:
    request = asked()
    sign_in(client, StaffFactory(supervisor=True))
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = -1
    answer = client.post(f"/office/exports/{request.pk}/approve/")
    assert answer["Location"].startswith("/staff/2fa/reauthenticate/")
    assert state() == ExportState.WAITING


def test_refusing(client) -> None:
    request = asked()
    sign_in(client, StaffFactory(administrator=True))
    page = client.post(f"/office/exports/{request.pk}/refuse/", follow=True).content.decode()
    assert "Your answer is saved." in page and state() == ExportState.REFUSED
    page = client.post(f"/office/exports/{request.pk}/approve/", follow=True).content.decode()
    assert "This request has already been answered." in page and state() == ExportState.REFUSED


def test_ones_own_request_cannot_be_answered(client) -> None:
    supervisor = StaffFactory(supervisor=True)
    request = asked(supervisor)
    sign_in(client, supervisor)
    page = client.post(f"/office/exports/{request.pk}/approve/", follow=True).content.decode()
    assert "You asked for this export yourself." in page and state() == ExportState.WAITING


@pytest.mark.parametrize("sent", [{}, {"purpose": ""}, {"purpose": "sell\x00"}, {"purpose": "9" * 3000}])
def test_an_answer_of_ours_is_needed(client, sent) -> None:
    sign_in(client, StaffFactory(data_steward=True))
    page = client.post("/office/exports/new/", sent)
    assert page.status_code == 200 and "Choose one of the answers." in page.content.decode()
    assert not ExportRequest.objects.exists()


def test_asking_twice_is_said(client) -> None:
    steward = StaffFactory(data_steward=True)
    asked(steward)
    sign_in(client, steward)
    page = client.post("/office/exports/new/", {"purpose": "improve"}).content.decode()
    assert "You have already asked for an export." in page and ExportRequest.objects.count() == 1


def test_an_unknown_request_and_a_plain_get_are_refused(client) -> None:
    sign_in(client, StaffFactory(supervisor=True))
    assert client.post(f"/office/exports/{uuid4()}/approve/").status_code == 404
    assert client.get(f"/office/exports/{approved().pk}/approve/").status_code == 405


def test_the_menu_shows_it_to_who_may_ask_or_answer(client) -> None:
    for role in (Role.SUPERVISOR, Role.DATA_STEWARD, Role.ADMINISTRATOR, Role.REVIEWER):
        page = sign_in(Client(), StaffFactory(role=role)).get("/office/").content.decode()
        assert ('href="/office/exports/"' in page) is (role != Role.REVIEWER)
