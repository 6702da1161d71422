"""Messages both ways: sealed, audited, seen by nobody who compares, and nothing typed is lost (R-20, R-30)."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from portal.accounts.enums import Role
from portal.accounts.services.holders import replace_return_code
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.confidential.cipher import CannotOpen
from portal.confidential.keyring import destroy_data_key
from portal.notifications.models import InboxEntry
from portal.notifications.services.channels import set_channel
from portal.registry.letters import registrations_with_unread
from portal.registry.models import Message, Registration, UnsentWords
from portal.registry.services import messages as service
from portal.registry.services.consents import withdraw_consent
from portal.registry.services.unsent import drop_old_unsent
from tests.factories.accounts import UserFactory
from tests.factories.visits import enter, signed_in

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def thread(registration: Registration) -> str:
    return f"/en/me/{registration.reference}/messages/"


def office(registration: Registration, role: Role = Role.CASEWORKER) -> tuple[Client, str]:
    return signed_in(role), reverse("office:files-messages", kwargs={"key": registration.pk})


def test_they_write_to_each_other_and_both_sides_see_what_was_read():
    client, registration = enter()
    assert client.post(thread(registration), {"words": "دایکم نەخۆشە\nسوپاس"}).status_code == 302
    caseworker, address = office(registration)
    assert list(registrations_with_unread()) == [registration]
    assert "دایکم نەخۆشە" in caseworker.get(address).text
    assert not registrations_with_unread()
    assert caseworker.post(address, {"words": "Thank you. We have read it."}).status_code == 302
    page = client.get("/en/me/").text
    assert "1 new message" in page and "We have written a message to you." in page
    assert "Thank you. We have read it." not in page
    shown = client.get(thread(registration)).text
    assert "Thank you. We have read it." in shown and "We never ask for money" in shown and "Read</span>" in shown
    assert "new message" not in client.get("/en/me/").text
    codes = Event.objects.filter(subject_id=registration.pk).values_list("code", flat=True)
    assert list(codes).count("registry.message.written") == 2 and list(codes).count("registry.message.read") == 2


def test_no_name_of_staff_is_told_to_the_family():
    client, registration = enter()
    user = UserFactory(roles=[Role.CASEWORKER], first_name="Berîvan", username="berivan")
    service.write_as_staff(registration=registration, words="Good morning", actor=Actor.staff(user.pk))
    text = client.get(thread(registration)).text
    assert "Good morning" in text and "Berîvan" not in text and "berivan" not in text
    caseworker, address = office(registration)
    assert "Berîvan" in caseworker.get(address).text


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.DATA_STEWARD, Role.AUDITOR, Role.ADMINISTRATOR])
def test_who_compares_or_administers_reads_no_message(role):
    _client, registration = enter()
    service.write_as_family(registration=registration, words="For you", actor=Actor.holder(registration.holder_id))
    other, address = office(registration, role)
    assert other.get(address).status_code == 403 and other.post(address, {"words": "x"}).status_code == 403
    assert Message.objects.get().read_at is None


def test_r30_the_words_are_sealed_under_the_registrations_key():
    _client, registration = enter()
    actor = Actor.holder(registration.holder_id)
    message = service.write_as_family(registration=registration, words="Secret words", actor=actor)
    assert message.key_id == registration.key_id
    stored = Message.objects.filter(pk=message.pk).values_list("words", flat=True).get()
    assert b"Secret" not in bytes(stored)
    destroy_data_key(registration.key_id)
    with pytest.raises(CannotOpen):
        _ = Message.objects.get().words


def test_the_announcement_says_nothing_of_the_message(django_capture_on_commit_callbacks):
    _client, registration = enter()
    set_channel(holder=registration.holder, kind="email", value="xezal@example.org", note="", actor=SYSTEM)
    user = UserFactory(roles=[Role.CASEWORKER])
    with django_capture_on_commit_callbacks(execute=True):
        service.write_as_staff(registration=registration, words="Azad is well known to us", actor=Actor.staff(user.pk))
        service.write_as_staff(registration=registration, words="Azad is well known to us", actor=Actor.staff(user.pk))
    assert InboxEntry.objects.filter(holder=registration.holder, kind="registry.message").count() == 1
    assert all("Azad" not in one.body + one.subject for one in mail.outbox)


def test_a_family_that_agreed_to_no_contact_is_not_written_to_before_it_writes():
    client, registration = enter(refusing=True)
    caseworker, address = office(registration)
    refused = caseworker.post(address, {"words": "Kept words"})
    assert "has not agreed to be contacted" in refused.text and not Message.objects.exists()
    client.post(thread(registration), {"words": "Please answer me"})
    assert caseworker.post(address, {"words": "An answer"}).status_code == 302
    withdraw_consent(registration=registration, purpose="contact", actor=SYSTEM)
    assert not service.may_be_written_to(registration)
    client.post(thread(registration), {"words": "I write again"})
    assert service.may_be_written_to(registration)


def test_two_clicks_are_one_message_and_a_day_has_a_limit():
    client, registration = enter()
    for _ in range(3):
        client.post(thread(registration), {"words": "Once"})
    assert Message.objects.count() == 1
    for number in range(service.PER_DAY - 1):
        client.post(thread(registration), {"words": f"Message {number}"})
    refused = client.post(thread(registration), {"words": "One too many"})
    assert refused.status_code == 200 and "One too many" in refused.text and "tomorrow" in refused.text
    assert Message.objects.count() == service.PER_DAY


@pytest.mark.parametrize("words", ["", "   ", "\x00", "‮", "x" * 4001])
def test_what_cannot_be_sent_is_shown_again_with_the_reason(words):
    client, registration = enter()
    answer = client.post(thread(registration), {"words": words})
    assert answer.status_code == 200 and answer.context["form"].errors
    assert not Message.objects.exists()


def test_words_sent_after_she_was_away_are_kept_and_offered_after_her_code(clock):
    client, registration = enter()
    clock.move_to("2026-03-14T08:30:00+00:00")
    assert client.post(thread(registration), {"words": "Typed while away"}).url == "/en/return/"
    assert not Message.objects.exists()
    assert b"Typed" not in bytes(UnsentWords.objects.values_list("typed", flat=True).get())
    client.post("/en/return/", {"code": replace_return_code(holder=registration.holder, actor=SYSTEM)})
    assert "not sent yet" in client.get("/en/me/").text
    assert "Typed while away" in client.get(thread(registration)).text
    client.post(thread(registration), {"words": "Typed while away"})
    assert Message.objects.get().words == "Typed while away" and not UnsentWords.objects.exists()


def test_a_stranger_keeps_nothing_in_her_name_and_kept_words_go_after_a_week(clock):
    client, registration = enter()
    asked = Client().post(thread(registration), {"words": "stranger"})
    assert "family/return.html" in {template.name for template in asked.templates}
    assert not UnsentWords.objects.exists()
    clock.move_to("2026-03-14T08:30:00+00:00")
    client.post(thread(registration), {"words": "forgotten"})
    assert drop_old_unsent() == 0
    clock.move_to("2026-03-22T08:30:00+00:00")
    assert drop_old_unsent() == 1


def test_another_familys_messages_are_not_found():
    client, _mine = enter()
    _other, theirs = enter()
    assert client.get(thread(theirs)).status_code == 404
    assert client.post(thread(theirs), {"words": "x"}).status_code == 404
    assert not Message.objects.exists()
