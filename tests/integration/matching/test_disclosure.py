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
from portal.detainees.enums import LegalStatus, SharingTerms
from portal.matching.enums import Decision, MatchRole, PairState
from portal.matching.models import CandidatePair, Disclosure, LinkedMark, Reopening
from portal.matching.policies import REQUEST_DAYS, Refused
from portal.matching.services.disclosure import approve_disclosure, refuse_disclosure, request_disclosure
from portal.registry.enums import Answer, Purpose, RegistrationState
from portal.registry.services.consents import withdraw_consent
from portal.registry.services.registrations import change_state
from tests.factories.matching import AGREED, make_detainee, make_pair, make_registration, make_source, make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer():
    return make_staff(Role.REVIEWER)


@pytest.fixture
def supervisor():
    return make_staff(Role.SUPERVISOR)


def confirmed(**fields) -> CandidatePair:
    return make_pair(**{"state": PairState.VERIFIED, **fields})


def ask(pair, user, decision=Decision.TELL) -> Disclosure:
    return request_disclosure(pair=pair, decision=decision, reason="both agree", user=user, actor=Actor.staff(user.pk))


def approve(disclosure, user) -> None:
    approve_disclosure(disclosure=disclosure, user=user, actor=Actor.staff(user.pk))


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
        with pytest.raises(Refused):
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


@pytest.mark.parametrize("status", [LegalStatus.DIED, LegalStatus.DEATH_SENTENCE])
def test_death_needs_more_than_this_version_has(reviewer, status) -> None:
    with pytest.raises(Refused, match="two approvers"):
        ask(confirmed(detainee=make_detainee(legal_status=status)), reviewer)


@pytest.mark.parametrize("birth", ["2012", "2005/2012", "201X"])
def test_a_person_who_may_be_under_18_needs_more_too(reviewer, birth, clock) -> None:
    with pytest.raises(Refused, match="two approvers"):
        ask(confirmed(registration=make_registration(birth_date=birth)), reviewer)


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
    Disclosure.objects.update(requested_at=timezone.now() - timedelta(days=REQUEST_DAYS + 1))
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
    codes = list(Event.objects.filter(code__startswith="matching.disclosure").values_list("code", "actor_id"))
    assert codes == [("matching.disclosure.requested", reviewer.pk), ("matching.disclosure.approved", supervisor.pk)]


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
