"""A caseworker reads a file, sees how the family is reached, and moves it on."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest

from portal.accounts.services import holders, recovery
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.family import page as family_page
from portal.notifications.services.channels import set_channel
from portal.registry import events
from portal.registry.enums import RegistrationState
from portal.registry.services.consents import withdraw_consent
from portal.registry.services.registrations import change_state
from portal.registry.services.talks import choose_talk
from tests.factories.accounts import make_holder
from tests.factories.matching import make_pair
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory, sign_in

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

PHONE = "+963 900 000 011"


@pytest.fixture
def caseworker(client):
    user = StaffFactory(caseworker=True)
    sign_in(client, user)
    return user


def asked_to_talk(**answers):
    """A registration whose family was asked to speak with us and has chosen when."""
    registration = make_registration(**answers)
    change_state(registration=registration, state=RegistrationState.PLEASE_CONTACT, actor=SYSTEM)
    actor = Actor.holder(registration.holder_id)
    choose_talk(registration=registration, kind="phone", value=PHONE, when="بعد السادسة مساءً", actor=actor)
    return registration


def page_of(client, registration) -> str:
    answer = client.get(f"/office/files/{registration.pk}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_list_has_no_name_and_puts_a_chosen_talk_first(client, caseworker):
    new, talk = make_registration(), asked_to_talk()
    page = client.get("/office/files/").content.decode()
    assert talk.reference in page and new.reference not in page
    page = client.get("/office/files/", {"show": "new"}).content.decode()
    assert new.reference in page and talk.reference not in page
    page = client.get("/office/files/", {"show": "all"}).content.decode()
    assert new.reference in page and talk.reference in page and "آزاد" not in page and PHONE not in page


@pytest.mark.parametrize("query", [{"show": "\x01"}, {"show": "new", "page": "9" * 30}])
def test_a_list_that_is_not_there_is_no_error(client, caseworker, query):
    assert client.get("/office/files/", query).status_code in {200, 404}


def test_a_file_shows_what_was_told_and_one_reading_is_logged(client, caseworker):
    registration = make_registration()
    page = page_of(client, registration)
    assert "آزاد محمد سليمان" in page and "Azad" in page and "طريق الشدادي" in page and "wording 2" in page
    read = Event.objects.filter(code=events.VIEWED, subject_id=registration.pk)
    assert [(event.actor_id, event.purpose) for event in read] == [(caseworker.pk, "working")]


def test_not_known_and_not_said_stay_apart(client, caseworker):
    assert "The family does not know" in page_of(client, make_registration(nothing_known=True))
    page = page_of(client, make_registration(nothing_said=True))
    assert "The family prefers not to say" in page and "The family does not know" not in page


def test_a_file_that_is_not_there_and_one_that_is_not_ours_look_alike(client):
    sign_in(client, StaffFactory(caseworker=True))
    assert client.get(f"/office/files/{uuid.uuid4()}/").status_code == 404
    assert client.post(f"/office/files/{uuid.uuid4()}/state/", {"state": "being_read"}).status_code == 404


def test_hours_are_shown_the_channel_masked_and_the_safe_word_never(client, caseworker):
    registration = asked_to_talk()
    holders.set_safe_word(holder=registration.holder, safe_word="رمان", actor=SYSTEM)
    page = page_of(client, registration)
    assert (
        PHONE not in page and "••••••11" in page and "بعد السادسة مساءً" in page and "The safe word comes first" in page
    )
    assert "رمان" not in page and "The family chose a talk on" in page


def test_a_number_is_shown_for_a_purpose_on_one_answer_and_counts_as_a_reading(client, caseworker):
    """R-14, R-25: without a purpose, to another role or under another file nothing is shown; the log has no number."""
    registration = asked_to_talk()
    channel = registration.holder.channels.get()
    address = f"/office/files/{registration.pk}/contact/{channel.pk}/"
    assert PHONE not in client.post(address, {}, follow=True).text
    other = f"/office/files/{make_registration().pk}/contact/{channel.pk}/"
    assert PHONE not in client.post(other, {"purpose": "contact_call"}, follow=True).text
    assert not Event.objects.filter(code="registry.contact.shown").exists()
    shown = client.post(address, {"purpose": "contact_call"})
    assert PHONE in shown.text and "no-store" in shown["Cache-Control"]
    event = Event.objects.get(code="registry.contact.shown")
    assert (event.subject_id, event.actor_id, event.purpose) == (channel.pk, caseworker.pk, "contact_call")
    assert PHONE not in str(event.data) and PHONE not in page_of(client, registration)
    assert client.get(address).status_code == 405


@pytest.mark.parametrize(("said", "answer"), [("رمان", "The word is right."), ("تفاح", "The word is not right.")])
def test_the_word_that_was_said_is_compared(client, caseworker, said, answer):
    registration = asked_to_talk()
    holders.set_safe_word(holder=registration.holder, safe_word="رمان", actor=SYSTEM)
    page = client.post(f"/office/files/{registration.pk}/word/", {"spoken": said}, follow=True).content.decode()
    assert answer in page and "رمان" not in page


def test_who_does_not_want_to_be_contacted_is_not_shown_a_number(client, caseworker):
    holder, _code = make_holder()
    registration = make_registration(holder, refusing=True)
    set_channel(holder=holder, kind="phone", value=PHONE, note="", actor=SYSTEM)
    page = page_of(client, registration)
    assert PHONE not in page and "The family has not agreed to be contacted." in page
    client.post(f"/office/files/{registration.pk}/state/", {"state": "please_contact"})
    registration.refresh_from_db()
    assert registration.state == RegistrationState.RECEIVED


def test_a_talk_on_the_number_known_before_counts_as_chosen(client, caseworker):
    registration = make_registration(by_call=True)
    change_state(registration=registration, state=RegistrationState.PLEASE_CONTACT, actor=SYSTEM)
    assert not family_page.compose(registration.holder, registration).has_chosen_talk
    channel = registration.holder.channels.get()
    actor = Actor.holder(registration.holder_id)
    choose_talk(registration=registration, kind="phone", value=channel.value, when=channel.note, actor=actor)
    registration.refresh_from_db()
    assert family_page.compose(registration.holder, registration).has_chosen_talk
    assert registration.reference in client.get("/office/files/", {"show": "talk"}).content.decode()


def test_a_file_is_moved_on_and_a_second_click_changes_nothing(client, caseworker):
    registration = make_registration()
    for state in ("being_read", "being_read", "registered", "please_contact", "answered", "answered"):
        answer = client.post(f"/office/files/{registration.pk}/state/", {"state": state}, follow=True)
        assert answer.status_code == 200 and "Somebody else" not in answer.content.decode()
        registration.refresh_from_db()
        assert registration.state == state
    moved = Event.objects.filter(code=events.STATE_CHANGED, subject_id=registration.pk).order_by("pk")
    assert [event.data["state"] for event in moved] == ["being_read", "registered", "please_contact", "answered"]
    assert {event.actor_id for event in moved} == {caseworker.pk}
    assert caseworker.first_name in page_of(client, registration)


@pytest.mark.parametrize("state", ["", "answered", "invented", "9" * 30, "\u202e"])
def test_a_step_that_is_not_there_is_answered_in_words(client, caseworker, state):
    registration = make_registration()
    page = client.post(f"/office/files/{registration.pk}/state/", {"state": state}, follow=True).content.decode()
    assert "Somebody else has moved this file on." in page
    registration.refresh_from_db()
    assert registration.state == RegistrationState.RECEIVED


def test_only_the_family_may_wish_an_end(client, caseworker):
    registration = make_registration()
    page = client.post(f"/office/files/{registration.pk}/state/", {"state": "closed_at_your_wish"}, follow=True)
    assert "Only the family can wish this." in page.content.decode()
    wish = {"state": "closed_at_your_wish", "is_family_wish": "yes"}
    page = client.post(f"/office/files/{registration.pk}/state/", wish, follow=True).content.decode()
    assert "This file is closed. Nothing follows." in page


def test_a_candidate_pair_changes_nothing_on_the_page(client, caseworker):
    pair = make_pair()
    page = page_of(client, pair.registration)
    assert str(pair.pk) not in page and str(pair.detainee_id) not in page and "/office/pairs/" not in page
    assert pair.detainee.external_id not in page
    assert "match" not in page.lower()


def test_day_and_search_lead_to_the_file_where_it_may_be_read(client):
    registration = make_registration()
    address = f"/office/files/{registration.pk}/"
    sign_in(client, StaffFactory(caseworker=True))
    assert address in client.get("/office/").content.decode()
    search = {"q": registration.reference, "purpose": "family_asks"}
    assert address in client.post("/office/search/", search).text
    client.logout()
    sign_in(client, StaffFactory(reviewer=True))
    assert address not in client.get("/office/").content.decode()
    assert address not in client.post("/office/search/", search).text


def test_the_word_is_shown_to_who_calls_and_that_person_attests_no_recovery(client, caseworker):
    registration = asked_to_talk()
    holders.set_safe_word(holder=registration.holder, safe_word="زيتون", actor=SYSTEM)
    page = client.post(f"/office/files/{registration.pk}/call/").content.decode()
    assert "زيتون" in page and PHONE in page
    shown = Event.objects.filter(code="accounts.safe_word.shown", subject_id=registration.holder_id)
    assert shown.get().actor_id == caseworker.pk
    with pytest.raises(recovery.KnowsTheWord):
        recovery.request_recovery(holder=registration.holder, spoken="زيتون", actor=Actor.staff(caseworker.pk))


def test_without_leave_to_call_no_word_is_shown(client, caseworker):
    registration = make_registration(refusing=True)
    holders.set_safe_word(holder=registration.holder, safe_word="زيتون", actor=SYSTEM)
    answer = client.post(f"/office/files/{registration.pk}/call/")
    assert answer.status_code == 302 and not Event.objects.filter(code="accounts.safe_word.shown").exists()


@pytest.mark.parametrize("has_chosen_talk", [False, True])
def test_a_withdrawn_consent_closes_number_and_word_at_once(client, caseworker, has_chosen_talk):
    registration = asked_to_talk()
    if not has_chosen_talk:
        registration = make_registration()
        actor = Actor.holder(registration.holder_id)
        set_channel(holder=registration.holder, kind="phone", value=PHONE, note="", actor=actor)
        change_state(registration=registration, state=RegistrationState.PLEASE_CONTACT, actor=SYSTEM)
    holders.set_safe_word(holder=registration.holder, safe_word="زيتون", actor=SYSTEM)
    assert "زيتون" in client.post(f"/office/files/{registration.pk}/call/").content.decode()
    withdraw_consent(registration=registration, purpose="contact", actor=Actor.holder(registration.holder_id))
    answer = client.post(f"/office/files/{registration.pk}/call/", follow=True)
    assert PHONE not in answer.content.decode() and "زيتون" not in answer.content.decode()
    assert Event.objects.filter(code="accounts.safe_word.shown").count() == 1


def test_the_word_asks_for_a_fresh_proof(clock, client, caseworker):
    registration = asked_to_talk()
    holders.set_safe_word(holder=registration.holder, safe_word="زيتون", actor=SYSTEM)
    clock.tick(timedelta(minutes=6))
    answer = client.post(f"/office/files/{registration.pk}/call/")
    assert answer.status_code == 302 and "/staff/2fa/reauthenticate/" in answer.url
