"""No family is told by one person, without consent, against the source's terms, or where more protection is needed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.core import dates
from portal.core.refusing import Refused
from portal.detainees.enums import LegalStatus, SharingTerms
from portal.matching.enums import Asked, Decision, MatchRole, PairState, Share
from portal.matching.models import Disclosure, LinkedMark, Reopening
from portal.matching.protection import RULES, Protection
from portal.matching.services.disclosure import refuse_disclosure
from portal.registry.enums import Answer, Purpose, RegistrationState
from portal.registry.services.consents import withdraw_consent
from portal.registry.services.registrations import change_state
from tests.factories.entries import answered
from tests.factories.matching import AGREED, make_detainee, make_pair, make_registration, make_source, make_staff
from tests.factories.telling import approve, asked, confirmed
from tests.factories.telling import request as ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer():
    return make_staff(Role.REVIEWER)


@pytest.fixture
def supervisor():
    return make_staff(Role.SUPERVISOR)


def test_two_people_tell_and_the_registration_asks_her_to_speak(reviewer, supervisor) -> None:
    pair = confirmed()
    approve(ask(pair, reviewer), supervisor)
    pair.refresh_from_db()
    pair.registration.refresh_from_db()
    assert (pair.state, pair.registration.state) == (PairState.DISCLOSED, RegistrationState.PLEASE_CONTACT)


def test_a_decision_not_to_tell_changes_nothing_for_her(reviewer, supervisor) -> None:
    pair = confirmed()
    approve(ask(pair, reviewer, Decision.DO_NOT_TELL), supervisor)
    pair.refresh_from_db()
    pair.registration.refresh_from_db()
    assert (pair.state, pair.registration.state) == (PairState.NOT_DISCLOSED, RegistrationState.RECEIVED)


def test_who_asked_does_not_approve_and_a_reviewer_never_does(reviewer, supervisor) -> None:
    own = ask(confirmed(), supervisor)
    with pytest.raises(Refused):
        approve(own, supervisor)
    with pytest.raises(PermissionDenied):
        approve(own, reviewer)
    own.pair.refresh_from_db()
    assert own.pair.state == PairState.VERIFIED


@pytest.mark.parametrize("state", [state for state in PairState if state != PairState.VERIFIED])
def test_only_a_confirmed_pair_leads_to_a_decision(reviewer, state) -> None:
    for decision in Decision:
        with pytest.raises(Refused, match="Two people must confirm"):
            ask(make_pair(state=state), reviewer, decision)


@pytest.mark.parametrize("role", [role for role in MatchRole if role != MatchRole.SAME_PERSON])
def test_only_the_same_person_is_told(reviewer, role) -> None:
    with pytest.raises(Refused):
        ask(confirmed(role=role), reviewer)


@pytest.mark.parametrize("answer", [Answer.NO, Answer.ASK, None])
def test_without_consent_to_contact_nobody_is_told(reviewer, answer) -> None:
    consents = {key: value for key, value in AGREED.items() if key != Purpose.CONTACT}
    if answer:
        consents[Purpose.CONTACT.value] = answer.value
    with pytest.raises(Refused):
        ask(confirmed(registration=make_registration(consents=consents)), reviewer)


def test_consent_withdrawn_between_request_and_approval_stops_it(reviewer, supervisor) -> None:
    pair = confirmed()
    disclosure = ask(pair, reviewer)
    withdraw_consent(registration=pair.registration, purpose=Purpose.CONTACT, actor=SYSTEM)
    with pytest.raises(Refused):
        approve(disclosure, supervisor)
    refuse_disclosure(disclosure=disclosure, user=supervisor, actor=Actor.staff(supervisor.pk))
    disclosure.refresh_from_db()
    assert disclosure.refused_at is not None


@pytest.mark.parametrize("terms", [SharingTerms.CASE_TEAM, SharingTerms.ASK_SOURCE])
def test_the_terms_of_the_source_bind(reviewer, terms) -> None:
    with pytest.raises(Refused):
        ask(confirmed(detainee=make_detainee(batch=make_source(sharing_terms=terms))), reviewer)


GRAVE = [
    (Asked.DIED, [Share.DEATH], {"detainee": {"legal_status": LegalStatus.DIED}}),
    (Asked.AGREES, [Share.LISTED], {"detainee": {"legal_status": LegalStatus.DEATH_SENTENCE}}),
    (Asked.AGREES, [Share.LISTED], {"registration": {"birth_date": "2012"}}),
    (Asked.AGREES, [Share.LISTED], {"registration": {"birth_date": "2005/2012"}}),
    (Asked.AGREES, [Share.LISTED], {"registration": {"birth_date": "201X"}}),
    (Asked.AGREES, [Share.DEATH], {}),
]


def grave_pair(outcome, of):
    sides = {"detainee": make_detainee(**of.get("detainee", {}))}
    return confirmed(outcome, registration=make_registration(**of.get("registration", {})), **sides)


@pytest.mark.parametrize(("outcome", "shares", "of"), GRAVE)
def test_grave_news_and_a_child_need_three_people(reviewer, supervisor, clock, outcome, shares, of) -> None:
    """R-21: three people, and none of them twice."""
    pair = grave_pair(outcome, of)
    disclosure = ask(pair, reviewer, shares=shares)
    assert disclosure.needs_two
    approve(disclosure, supervisor)
    pair.refresh_from_db()
    assert pair.state == PairState.VERIFIED
    with pytest.raises(Refused, match="third person"):
        approve(disclosure, supervisor)
    approve(disclosure, make_staff(Role.SUPERVISOR))
    pair.refresh_from_db()
    pair.registration.refresh_from_db()
    assert (pair.state, pair.registration.state) == (PairState.DISCLOSED, RegistrationState.PLEASE_CONTACT)


def test_a_sealed_record_needs_two_approvers_too_even_when_sealed_since_the_request(
    reviewer, supervisor, monkeypatch
) -> None:
    """R-21: what holds at the moment of approving counts."""
    pair = confirmed()
    disclosure = ask(pair, reviewer)
    assert not disclosure.needs_two
    monkeypatch.setitem(RULES, Protection.SEALED, lambda pair, person: True)
    approve(disclosure, supervisor)
    disclosure.refresh_from_db()
    assert disclosure.needs_two and disclosure.effective_at is None


@pytest.mark.parametrize("kind", [Protection.UNFAIR_TRIAL, Protection.DEATH_SENTENCE])
def test_r_106_a_death_sentence_or_an_unfair_trial_warns_each_approver(reviewer, supervisor, monkeypatch, kind) -> None:
    """R-106: without saying that the warning was weighed, nothing is approved."""
    monkeypatch.setitem(RULES, kind, lambda pair, person: True)
    disclosure = ask(confirmed(), reviewer)
    with pytest.raises(Refused, match="weighed the warnings"):
        approve(disclosure, supervisor, has_weighed=False)
    approve(disclosure, supervisor)
    disclosure.refresh_from_db()
    assert disclosure.approved_at is not None
    approval = Event.objects.get(code__in=["matching.disclosure.approved", "matching.disclosure.half_approved"])
    assert kind not in str(approval.data), "what is known of a person stays out of the log, which outlives the records"
    assert approval.data["needs_two"] is (kind == Protection.DEATH_SENTENCE)


def test_before_the_person_found_was_asked_nothing_is_decided(reviewer) -> None:
    with pytest.raises(Refused, match="asked safely"):
        ask(make_pair(state=PairState.VERIFIED), reviewer)


@pytest.mark.parametrize("outcome", [Asked.REFUSES, Asked.UNSAFE, Asked.UNREACHED])
def test_a_refusal_or_danger_means_that_we_cannot_answer(reviewer, supervisor, outcome) -> None:
    pair = confirmed(outcome)
    with pytest.raises(Refused, match="cannot answer"):
        ask(pair, reviewer)
    approve(ask(pair, reviewer, Decision.DO_NOT_TELL), supervisor)
    pair.refresh_from_db()
    assert pair.state == PairState.NOT_DISCLOSED


def test_a_yes_of_the_person_found_that_is_taken_back_stops_the_approval(reviewer, supervisor) -> None:
    pair = confirmed()
    disclosure = ask(pair, reviewer)
    asked(pair, Asked.REFUSES)
    with pytest.raises(Refused, match="cannot answer"):
        approve(disclosure, supervisor)


def test_what_exactly_is_told_stands_in_the_request_with_both_consents_and_the_terms(reviewer) -> None:
    pair = confirmed()
    with pytest.raises(Refused, match="what exactly"):
        ask(pair, reviewer, shares=[])
    row = ask(pair, reviewer, shares=[Share.LISTED, Share.ALIVE], words="As of March")
    row.refresh_from_db()
    assert (row.shares, row.words, row.terms) == (["listed", "alive"], "As of March", "family_after_decision")
    assert row.safety == pair.safety_checks.get() and row.consent.purpose == Purpose.CONTACT


def test_nothing_of_the_living_is_told_of_the_dead_nor_death_without_a_source(reviewer) -> None:
    dead = confirmed(Asked.DIED, detainee=make_detainee(legal_status=LegalStatus.DIED))
    with pytest.raises(Refused, match="living person"):
        ask(dead, reviewer, shares=[Share.WHERE])
    with pytest.raises(Refused, match="does not say"):
        ask(confirmed(Asked.DIED), reviewer, shares=[Share.DEATH])


def test_a_source_that_is_asked_each_time_may_say_yes(reviewer, supervisor, clock) -> None:
    """The recorded answer counts, as long as it holds, and the decision names it."""
    pair = confirmed(detainee=make_detainee(batch=make_source(sharing_terms=SharingTerms.ASK_SOURCE)))
    with pytest.raises(Refused, match="Ask the source"):
        ask(pair, reviewer)
    today = dates.today()
    answer = answered(pair.detainee, True, answered_on=today, expires_on=today + timedelta(days=2))
    disclosure = ask(pair, reviewer)
    assert disclosure.source_answer == answer
    clock.tick(timedelta(days=3))
    with pytest.raises(Refused, match="Ask the source"):
        approve(disclosure, supervisor)
    today = dates.today()
    answered(pair.detainee, True, answered_on=today, expires_on=today + timedelta(days=2))
    approve(disclosure, supervisor)
    pair.refresh_from_db()
    assert pair.state == PairState.DISCLOSED


def test_a_paused_registration_is_left_in_peace(reviewer) -> None:
    pair = confirmed()
    change_state(registration=pair.registration, state=RegistrationState.PAUSED, actor=SYSTEM)
    with pytest.raises(Refused):
        ask(pair, reviewer)


def test_an_old_request_expires_and_makes_room(reviewer, supervisor) -> None:
    pair = confirmed()
    disclosure = ask(pair, reviewer)
    with pytest.raises(Refused):
        ask(pair, supervisor)
    Disclosure.objects.update(requested_at=timezone.now() - Disclosure.WAITS_FOR - timedelta(days=1))
    disclosure.refresh_from_db()
    with pytest.raises(Refused):
        approve(disclosure, supervisor)
    approve(ask(pair, reviewer), supervisor)
    pair.refresh_from_db()
    assert pair.state == PairState.DISCLOSED


def test_two_registrations_states_do_not_collide_when_she_is_already_asked(reviewer, supervisor) -> None:
    pair = confirmed()
    change_state(registration=pair.registration, state=RegistrationState.PLEASE_CONTACT, actor=SYSTEM)
    approve(ask(pair, reviewer), supervisor)
    pair.refresh_from_db()
    assert pair.state == PairState.DISCLOSED


def test_each_step_is_logged(reviewer, supervisor) -> None:
    approve(ask(confirmed(), reviewer), supervisor)
    codes = list(
        Event.objects.filter(code__startswith="matching.disclosure").order_by("pk").values_list("code", "actor_id")
    )
    assert codes[0][0] == "matching.disclosure.person_asked"
    assert codes[1:] == [
        ("matching.disclosure.requested", reviewer.pk),
        ("matching.disclosure.approved", supervisor.pk),
    ]


def make_row(pair, user, **fields) -> Disclosure:
    return Disclosure.objects.create(key_id=pair.key_id, pair=pair, decision="tell", requested_by=user, **fields)


def test_constraint_disclosure_needs_two_people(reviewer) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_row(confirmed(), reviewer, approved_by=reviewer, approved_at=timezone.now())


def test_constraint_disclosure_approved_who_and_when(reviewer, supervisor) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_row(confirmed(), reviewer, approved_by=supervisor)


def test_constraint_one_open_disclosure_per_round(reviewer) -> None:
    pair = confirmed()
    make_row(pair, reviewer)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_row(pair, reviewer)


def test_constraint_one_pair_per_two_records() -> None:
    pair = make_pair()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_pair(pair.registration, pair.detainee)


def test_constraint_one_reopening_per_round(reviewer) -> None:
    pair = make_pair()
    Reopening.objects.create(key_id=pair.key_id, pair=pair, round=2, reopened_by=reviewer)
    with pytest.raises(IntegrityError), transaction.atomic():
        Reopening.objects.create(key_id=pair.key_id, pair=pair, round=2, reopened_by=reviewer)


def test_constraint_one_mark_per_record() -> None:
    pair = make_pair()
    LinkedMark.objects.create(kind="detainee", record_id=pair.pk, fingerprint=b"1")
    with pytest.raises(IntegrityError), transaction.atomic():
        LinkedMark.objects.create(kind="detainee", record_id=pair.pk, fingerprint=b"2")
