"""What is given to a recipient: two people, only what the family agrees to now, and seen by the family."""

import hashlib
import json

import pytest
from django.core.exceptions import PermissionDenied

from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.core.refusing import Refused
from portal.referrals import events
from portal.referrals.models import Transmission
from portal.referrals.services import ask_to_send, hand_out, refuse_to_send
from portal.registry.enums import RegistrationState
from portal.registry.services.consents import answer_about, withdraw_consent
from portal.registry.services.giving import name_authority
from portal.registry.services.holding import hold
from portal.registry.services.registrations import change_state
from tests.factories.recipients import agreed_about, make_given, make_recipient, make_transmission
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory, sign_in
from tests.integration.family.test_family_page import enter

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def second() -> dict:
    """Another person who may hand out."""
    user = StaffFactory(role=Role.SUPERVISOR)
    return {"user": user, "actor": Actor.staff(user.pk)}


def test_a_caseworker_asks_a_supervisor_hands_out_and_the_file_holds_only_what_was_agreed_r_21(client):
    registration, court = make_registration(by_call=True), make_recipient()
    agreed_about(registration, court, "person")
    sign_in(client, StaffFactory(caseworker=True))
    client.post(f"/office/files/{registration.pk}/giving/{court.pk}/")
    waiting = Transmission.objects.get()
    assert client.post(f"/office/given/{waiting.pk}/hand-out/").status_code == 403
    client.logout()
    sign_in(client, StaffFactory(supervisor=True))
    assert "Hand it out" in client.get("/office/given/").text
    answer = client.post(f"/office/given/{waiting.pk}/hand-out/")
    assert answer["Content-Disposition"].startswith("attachment")
    told = json.loads(answer.content)
    assert set(told["given"]) == {"person"}
    assert "آزاد محمد سليمان" in answer.text and "الشدادي" not in answer.text
    assert "خزال" not in answer.text and "900 000 011" not in answer.text
    waiting.refresh_from_db()
    assert waiting.sha256 == hashlib.sha256(answer.content).hexdigest()
    assert Event.objects.filter(code=events.GIVEN, subject_id=registration.pk).count() == 1
    again = client.post(f"/office/given/{waiting.pk}/hand-out/", follow=True)
    assert "This request has been answered" in again.text
    assert Transmission.objects.given().count() == 1


def test_who_asked_cannot_hand_out_and_who_only_answers_families_cannot_either_r_21():
    registration, court = make_registration(), make_recipient()
    agreed_about(registration, court, "person")
    same = second()
    asked = ask_to_send(registration=registration, recipient=court, data_classes=["person"], **same)
    with pytest.raises(Refused, match="yourself"):
        hand_out(transmission=asked, **same)
    caseworker = StaffFactory(role=Role.CASEWORKER)
    with pytest.raises(PermissionDenied):
        hand_out(transmission=asked, user=caseworker, actor=Actor.staff(caseworker.pk))
    assert not Transmission.objects.given().exists()


def _withdrawn(registration, court):
    withdraw_consent(registration=registration, purpose="court", recipient=court, actor=SYSTEM)


def _feared(registration, court):
    name_authority(registration=registration, authority="iraq", actor=SYSTEM)


def _paused(registration, court):
    change_state(registration=registration, state=RegistrationState.PAUSED, actor=SYSTEM)
    registration.refresh_from_db()


def _held(registration, court):
    hold(registration=registration, actor=SYSTEM)


@pytest.mark.parametrize("change", [_withdrawn, _feared, _paused, _held])
def test_what_changed_since_it_was_asked_keeps_it_in_the_house_r_21_r_101_r_106(change):
    registration, court = make_registration(), make_recipient(authority="iraq")
    waiting = make_transmission(registration, court)
    change(registration, court)
    with pytest.raises(Refused):
        hand_out(transmission=waiting, **second())
    assert not Transmission.objects.given().exists()


def test_what_was_never_agreed_cannot_even_be_asked_for():
    registration, court = make_registration(), make_recipient()
    agreed_about(registration, court, "person")
    for classes in (["reach"], ["person", "reach"], []):
        with pytest.raises(Refused):
            ask_to_send(registration=registration, recipient=court, data_classes=classes, **second())


def test_a_request_lapses_and_a_refused_one_is_over(clock):
    waiting, refused = make_transmission(), make_transmission()
    refuse_to_send(transmission=refused, **second())
    clock.move_to("2026-04-14T08:00:00+00:00")
    for one in (waiting, refused):
        with pytest.raises(Refused):
            hand_out(transmission=one, **second())


def test_she_sees_what_was_given_to_whom_and_that_it_is_called_back_r_101_r_105(client):
    hers, registration = enter()
    court = make_recipient()
    assert "We have given nothing to anyone outside." in hers.get("/en/me/").text
    given = make_given(registration, court)
    page = hers.get("/en/me/").text
    assert "given nothing to anyone" not in page and page.count(court.name_en) >= 2
    address = f"/en/me/{registration.reference}/give/{court.pk}/"
    assert "What we gave them" in hers.get(address).text
    page = hers.post(address, {"withdraw": "1"}, follow=True).text
    assert "We tell them to delete it." in page and court.name_en in page
    sign_in(client, StaffFactory(caseworker=True))
    assert "The family took it back" in client.get("/office/given/").text
    client.post(f"/office/given/{given.pk}/recalled/")
    assert "we told them to delete it" in hers.get("/en/me/").text
    assert Event.objects.filter(code=events.RECALLED).count() == 1


def test_a_yes_that_becomes_a_no_for_a_class_that_was_given_is_called_back_too_r_101():
    registration, court = make_registration(), make_recipient()
    given = make_given(registration, court)
    asked = {"registration": registration, "recipient": court, "asked": ["person", "last_news"]}
    answer_about(**asked, agreed=["person", "last_news"], language="en", actor=SYSTEM)
    assert not Transmission.objects.to_recall().exists()
    answer_about(**asked, agreed=["person"], language="en", actor=SYSTEM)
    assert list(Transmission.objects.to_recall()) == [given]
