"""The ledger: purpose × recipient × class of data, in force until it is withdrawn, replaced or its time is over."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone, translation

from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.notifications.models import InboxEntry
from portal.organizations.services import end_recipient
from portal.registry import events
from portal.registry.consent import agreements_of, allowing, allows, answers_of
from portal.registry.consent_texts import words_by_hash
from portal.registry.enums import DataClass, Purpose, RegistrationState
from portal.registry.models import ConsentLine
from portal.registry.services.consents import answer_about, answer_consent, withdraw_consent
from portal.registry.services.giving import CannotBeAsked, ask_to_give, name_authority, unname_authority
from portal.registry.services.registrations import change_state
from tests.factories.recipients import agreed_about, asked_about, make_recipient
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory

pytestmark = pytest.mark.django_db

PERSON, REACH = DataClass.PERSON, DataClass.REACH


def test_each_recipient_and_each_class_of_data_has_its_own_answer_r_100():
    registration, court, lawyer = make_registration(), make_recipient("court"), make_recipient("lawyer")
    agreed_about(registration, court, PERSON)
    assert allows(registration, Purpose.COURT, court, PERSON)
    assert not allows(registration, Purpose.COURT, court, REACH)
    assert not allows(registration, Purpose.LAWYER, court, PERSON)
    assert not allows(registration, Purpose.LAWYER, lawyer, PERSON)
    assert not allows(registration, Purpose.COURT, make_recipient("court"), PERSON)
    assert list(allowing(Purpose.COURT, court, PERSON).values_list("registration", flat=True)) == [registration.pk]
    with pytest.raises(ValueError, match="belong together"):
        allows(registration, Purpose.COURT, court)


def test_what_was_agreed_at_registration_allows_no_giving_and_giving_allows_nothing_else():
    registration, court = make_registration(refusing=True), make_recipient("court")
    agreed_about(registration, court, PERSON)
    assert not any(allows(registration, purpose) for purpose in Purpose)
    assert set(answers_of(registration).values()) == {"no"}


def test_withdrawing_ends_every_class_at_once_and_leaves_the_past_as_it_was_r_101(clock):
    registration, court = make_registration(), make_recipient("court")
    agreed_about(registration, court, PERSON, REACH)
    given = timezone.now()
    clock.tick(timedelta(hours=1))
    assert withdraw_consent(registration=registration, purpose="court", recipient=court, actor=SYSTEM)
    assert not allows(registration, Purpose.COURT, court, PERSON)
    assert not allows(registration, Purpose.COURT, court, REACH)
    assert allows(registration, Purpose.COURT, court, PERSON, at=given)
    assert not allows(registration, Purpose.COURT, court, PERSON, at=given - timedelta(seconds=1))
    assert allows(registration, Purpose.CONTACT)
    assert not withdraw_consent(registration=make_registration(), purpose="court", recipient=court, actor=SYSTEM)


def test_a_yes_to_giving_ends_after_two_years_and_is_shown_as_ended(clock):
    registration, court = make_registration(), make_recipient("court")
    agreed_about(registration, court, PERSON)
    clock.tick(timedelta(days=729, hours=23))
    assert allows(registration, Purpose.COURT, court, PERSON)
    clock.tick(timedelta(hours=1))
    assert not allows(registration, Purpose.COURT, court, PERSON)
    assert agreements_of(registration)[0].answers[PERSON] == "expired"
    assert allows(registration, Purpose.CONTACT)


@pytest.mark.parametrize(("born", "is_over"), [("2008-03-20", True), ("2009", False), ("1991", False)])
def test_who_registered_herself_as_a_child_is_asked_again_at_18_r_104(clock, born, is_over):
    """The clock stands at March 2026; a year alone may mean its first day."""
    clock.move_to("2026-03-14T08:00:00+00:00")
    registration = make_registration(kind={"kind": "survivor"}, parts={"birth_date": born})
    assert allows(registration, Purpose.CONTACT)
    clock.move_to("2026-03-20T00:00:00+00:00")
    assert allows(registration, Purpose.CONTACT) is not is_over
    assert answers_of(registration)["compare"] == ("expired" if is_over else "yes")
    answer_consent(registration=registration, purpose="contact", answer="yes", language="ar", actor=SYSTEM)
    assert allows(registration, Purpose.CONTACT)
    if is_over:
        assert ConsentLine.objects.in_force().get(purpose="contact").expires_at is None


def test_nothing_is_given_to_a_body_of_those_the_family_names_r_106():
    registration, court = make_registration(), make_recipient("court", authority="iraq")
    other = make_recipient("commission", authority="kurdistan")
    agreed_about(registration, court, PERSON)
    agreed_about(registration, other, PERSON)
    name_authority(registration=registration, authority="iraq", actor=SYSTEM)
    assert not allows(registration, Purpose.COURT, court, PERSON)
    assert allows(registration, Purpose.COMMISSION, other, PERSON)
    asked = {"registration": registration, "recipient": court, "asked": [PERSON], "agreed": [PERSON]}
    assert not answer_about(**asked, language="en", actor=SYSTEM)
    unname_authority(registration=registration, authority="iraq", actor=SYSTEM)
    assert not allows(registration, Purpose.COURT, court, PERSON), "an earlier yes does not come back by itself"
    assert answer_about(**asked, language="en", actor=SYSTEM)
    assert allows(registration, Purpose.COURT, court, PERSON)


def test_a_recipient_that_ended_is_given_nothing():
    registration, court = make_registration(), make_recipient("court")
    agreed_about(registration, court, PERSON)
    end_recipient(recipient=court, actor=SYSTEM)
    assert not allows(registration, Purpose.COURT, court, PERSON)


@pytest.mark.parametrize("language", ["ar", "ckb", "ku", "en"])
def test_the_words_kept_name_the_recipient_its_risks_and_the_class_r_106(language):
    registration = make_registration()
    court = make_recipient("court", imposes_death_penalty=True, authority="iraq", has_risk=True)
    answer_about(
        registration=registration, recipient=court, asked=[REACH], agreed=[REACH], language=language, actor=SYSTEM
    )
    words = next(iter(words_by_hash([ConsentLine.objects.get(recipient=court).text_hash]).values()))
    with translation.override(language):
        sentences = [court.name, court.risk, str(REACH.label), court.get_authority_display()]
        sentences.append(translation.gettext("This court can impose the death penalty."))
    assert all(sentence in words for sentence in sentences)


def test_a_question_is_asked_once_and_announced_only_where_she_agreed_to_contact():
    registration, silent, court = make_registration(), make_registration(refusing=True), make_recipient()
    first = asked_about(registration, court)
    assert asked_about(registration, court) == first
    asked_about(silent, court)
    assert InboxEntry.objects.filter(holder=registration.holder, kind="consent.question").count() == 1
    assert not InboxEntry.objects.filter(holder=silent.holder).exists()
    assert Event.objects.filter(code=events.CONSENT_ASKED, subject_id=registration.pk).count() == 1


@pytest.mark.parametrize("state", [RegistrationState.PAUSED, RegistrationState.CLOSED])
def test_who_paused_or_closed_is_not_asked(state):
    registration = make_registration()
    change_state(registration=registration, state=state, actor=SYSTEM)
    with pytest.raises(CannotBeAsked):
        asked_about(registration, make_recipient())


def test_only_who_answers_families_may_ask():
    reviewer, registration = StaffFactory(role=Role.REVIEWER), make_registration()
    asked = {"registration": registration, "recipient": make_recipient(), "data_classes": [PERSON]}
    with pytest.raises(PermissionDenied):
        ask_to_give(**asked, user=reviewer, actor=Actor.staff(reviewer.pk))
