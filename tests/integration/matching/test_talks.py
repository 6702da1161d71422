"""A family is told by who was to tell it, with care; what it answers counts; and what was wrong is put right."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.confidential.fields import Ciphertext
from portal.core.refusing import Refused
from portal.detainees.enums import LegalStatus
from portal.matching.enums import Asked, CheckOutcome, FamilySays, PairState, Share
from portal.matching.models import CandidatePair, Correction, Disclosure, Talk
from portal.matching.records import comparable_detainees
from portal.matching.services.checking import close_check, open_check
from portal.matching.services.correcting import approve_correction, refuse_correction, request_correction
from portal.matching.services.judging import reopen
from portal.matching.services.talks import note_answer
from portal.matching.telling import Stage, telling_of
from portal.registry.enums import Purpose, RegistrationState
from portal.registry.models import Registration
from portal.registry.services.consents import withdraw_consent
from portal.registry.services.registrations import change_state
from tests.factories.entries import state
from tests.factories.matching import make_detainee, make_pair, make_staff
from tests.factories.telling import asked, confirmed, decided, planned, request, tell

pytestmark = pytest.mark.django_db


def says(talk: Talk, what: str = FamilySays.CONFIRMED, user=None):
    user = user or talk.teller
    return note_answer(talk=talk, says=what, words="They said so", user=user, actor=Actor.staff(user.pk))


def wrong(talk: Talk, user=None) -> Correction:
    user = user or make_staff(Role.REVIEWER)
    return request_correction(disclosure=talk.disclosure, reason="Other", user=user, actor=Actor.staff(user.pk))


def stage(talk: Talk) -> Stage:
    return telling_of(CandidatePair.objects.get(pk=talk.disclosure.pair_id), talk.disclosure.round).stage


def grave(**said) -> Talk:
    pair = confirmed(Asked.DIED, detainee=make_detainee(legal_status=LegalStatus.DIED))
    return planned(decided(pair, shares=[Share.DEATH]), **said)


def test_a_talk_goes_from_the_decision_to_the_answer_of_the_family() -> None:
    disclosure = decided()
    assert telling_of(disclosure.pair).stage == Stage.DECIDED
    talk = planned(disclosure)
    assert stage(talk) == Stage.PLANNED
    tell(talk)
    assert stage(talk) == Stage.TOLD
    says(talk)
    assert stage(talk) == Stage.CONFIRMED


def test_only_who_was_to_tell_notes_it_and_only_after_the_safe_word() -> None:
    talk = planned()
    with pytest.raises(Refused, match="Another person"):
        tell(talk, make_staff(Role.CASEWORKER))
    with pytest.raises(Refused, match="safe word"):
        tell(talk, is_word_checked=False)
    assert Talk.objects.told().count() == 0


@pytest.mark.parametrize(("plan", "told"), [({"support": ""}, {}), ({"language": ""}, {}), ({}, {"support": False})])
def test_grave_news_is_not_told_without_language_and_support(plan, told) -> None:
    talk = grave(**plan)
    assert talk.is_grave
    with pytest.raises(Refused, match="support person"):
        tell(talk, is_support_present=told.get("support", True))
    with pytest.raises(IntegrityError), transaction.atomic():
        Talk.objects.filter(pk=talk.pk).update(
            told_at=timezone.now(), is_word_checked=True, received=Ciphertext(b"sealed"), is_support_present=False
        )


def test_a_new_plan_takes_the_place_of_one_that_was_not_held() -> None:
    first = planned()
    second = planned(first.disclosure)
    with pytest.raises(Refused):
        tell(first)
    tell(second)
    with pytest.raises(Refused, match="held already"):
        planned(second.disclosure)


@pytest.mark.parametrize("change", ["refuses", "consent", "held", "paused"])
def test_what_has_gone_since_the_decision_stops_the_talk(change) -> None:
    talk = planned()
    pair = talk.disclosure.pair
    if change == "refuses":
        asked(pair, Asked.REFUSES)
        assert stage(talk) == Stage.SILENT
    elif change == "consent":
        withdraw_consent(registration=pair.registration, purpose=Purpose.CONTACT, actor=SYSTEM)
    elif change == "held":
        user = make_staff(Role.SUPERVISOR)
        open_check(record_of=pair.detainee, reason="r", report=None, user=user, actor=Actor.staff(user.pk))
    else:
        pair.registration.refresh_from_db()
        change_state(registration=pair.registration, state=RegistrationState.PAUSED, actor=SYSTEM)
    with pytest.raises(Refused):
        tell(talk)
    assert Talk.objects.told().count() == 0


def test_what_becomes_known_after_a_decision_of_two_needs_a_third_before_anybody_is_told() -> None:
    """R-21: a statement that the person is under 18 comes after two people decided."""
    talk = planned()
    assert not talk.disclosure.needs_two
    state(talk.disclosure.pair.detainee, "age", "under_18", said_on="2026")
    with pytest.raises(Refused, match="third person"):
        tell(talk)
    with pytest.raises(Refused, match="third person"):
        planned(talk.disclosure)


@pytest.mark.parametrize("change", ["paused", "closed", "consent"])
def test_an_error_is_confirmed_although_the_family_may_not_be_asked_to_speak(change) -> None:
    """Whoever does not want to be contacted is not: the correction stands, and says on its page what is in the way."""
    talk = tell(planned())
    registration = Registration.objects.get(pk=talk.disclosure.pair.registration_id)
    if change == "consent":
        withdraw_consent(registration=registration, purpose=Purpose.CONTACT, actor=SYSTEM)
        change_state(registration=registration, state=RegistrationState.ANSWERED, actor=SYSTEM)
    else:
        ended = RegistrationState.PAUSED if change == "paused" else RegistrationState.CLOSED
        change_state(registration=registration, state=ended, actor=SYSTEM)
    before = registration.state
    correction, supervisor = wrong(talk), make_staff(Role.SUPERVISOR)
    approve_correction(correction=correction, user=supervisor, actor=Actor.staff(supervisor.pk))
    correction.refresh_from_db()
    registration.refresh_from_db()
    assert correction.approved_at is not None and registration.state == before


def test_the_log_keeps_that_a_family_answered_and_that_a_record_was_checked_but_not_what() -> None:
    talk = tell(planned())
    says(talk, FamilySays.NOT_HIM)
    holder, other = make_staff(Role.SUPERVISOR), make_staff(Role.SUPERVISOR)
    record = talk.disclosure.pair.detainee
    check = open_check(record_of=record, reason="r", report=None, user=holder, actor=Actor.staff(holder.pk))
    outcome = CheckOutcome.WITHDRAWN
    close_check(check=check, outcome=outcome, answer="a", user=other, actor=Actor.staff(other.pk))
    logged = str(list(Event.objects.values_list("data", flat=True)))
    assert FamilySays.NOT_HIM not in logged and CheckOutcome.WITHDRAWN not in logged


def test_not_him_opens_a_new_round_with_the_words_of_the_family() -> None:
    talk = tell(planned())
    says(talk, FamilySays.NOT_HIM)
    pair = CandidatePair.objects.get(pk=talk.disclosure.pair_id)
    assert (pair.state, pair.round, pair.reopenings.get().reason) == (PairState.CANDIDATE, 2, "They said so")
    assert stage(talk) == Stage.NOT_HIM and telling_of(pair).stage == Stage.UNASKED
    with pytest.raises(Refused, match="somebody else"):
        says(talk)


def test_an_answer_comes_from_who_told_and_after_telling() -> None:
    talk = planned()
    with pytest.raises(Refused, match="First note"):
        says(talk)
    tell(talk)
    with pytest.raises(Refused, match="Another person"):
        says(talk, user=make_staff(Role.CASEWORKER))


def test_what_was_told_is_opened_again_only_by_a_correction_of_two_people() -> None:
    talk = tell(planned())
    supervisor = make_staff(Role.SUPERVISOR)
    pair = CandidatePair.objects.get(pk=talk.disclosure.pair_id)
    with pytest.raises(Refused, match="correction"):
        reopen(pair=pair, reason="r", user=supervisor, actor=Actor.staff(supervisor.pk))
    correction = wrong(talk, supervisor)
    assert stage(talk) == Stage.CALLED_WRONG
    with pytest.raises(Refused, match="yourself"):
        approve_correction(correction=correction, user=supervisor, actor=Actor.staff(supervisor.pk))
    with pytest.raises(Refused, match="Another person"):
        planned(talk.disclosure, correction=correction)
    change_state(registration=pair.registration, state=RegistrationState.ANSWERED, actor=SYSTEM)
    other = make_staff(Role.SUPERVISOR)
    approve_correction(correction=correction, user=other, actor=Actor.staff(other.pk))
    pair.refresh_from_db()
    pair.registration.refresh_from_db()
    assert (pair.state, pair.round) == (PairState.CANDIDATE, 2)
    assert pair.registration.state == RegistrationState.PLEASE_CONTACT and stage(talk) == Stage.TO_CORRECT
    correction.refresh_from_db()
    second = planned(talk.disclosure, correction=correction)
    assert stage(talk) == Stage.CORRECTION_PLANNED
    tell(second)
    assert stage(talk) == Stage.CORRECTED


def test_a_correction_that_another_person_refuses_leaves_everything_as_it_was() -> None:
    talk = tell(planned())
    correction, other = wrong(talk), make_staff(Role.SUPERVISOR)
    with pytest.raises(Refused, match="already"):
        wrong(talk)
    refuse_correction(correction=correction, user=other, actor=Actor.staff(other.pk))
    assert stage(talk) == Stage.TOLD and wrong(talk)


def test_nothing_is_corrected_that_was_not_told() -> None:
    with pytest.raises(Refused, match="was not told"):
        wrong(planned())


def test_an_error_reaches_the_family_although_the_pair_has_ended() -> None:
    talk, other = tell(planned()), make_staff(Role.SUPERVISOR)
    withdraw_consent(registration=talk.disclosure.pair.registration, purpose=Purpose.COMPARE, actor=SYSTEM)
    correction = wrong(talk)
    approve_correction(correction=correction, user=other, actor=Actor.staff(other.pk))
    correction.refresh_from_db()
    assert tell(planned(talk.disclosure, correction=correction)).told_at is not None


@pytest.mark.parametrize("outcome", CheckOutcome)
def test_a_record_called_wrong_is_held_by_one_and_answered_by_another(outcome) -> None:
    record, first, second = make_detainee(), make_staff(Role.SUPERVISOR), make_staff(Role.DATA_STEWARD)
    pair = make_pair(detainee=record)
    check = open_check(record_of=record, reason="r", report=None, user=first, actor=Actor.staff(first.pk))
    assert not comparable_detainees().exists() and not CandidatePair.objects.open_to_reading().exists()
    with pytest.raises(Refused):
        open_check(record_of=record, reason="r", report=None, user=second, actor=Actor.staff(second.pk))
    with pytest.raises(Refused, match="yourself"):
        close_check(check=check, outcome=outcome, answer="a", user=first, actor=Actor.staff(first.pk))
    close_check(check=check, outcome=outcome, answer="a", user=second, actor=Actor.staff(second.pk))
    goes_on = outcome != CheckOutcome.WITHDRAWN
    assert comparable_detainees().exists() == goes_on
    assert CandidatePair.objects.open_to_reading().filter(pk=pair.pk).exists() == goes_on


def test_a_withdrawn_record_of_which_a_family_was_told_waits_to_be_put_right() -> None:
    talk, first, second = tell(planned()), make_staff(Role.SUPERVISOR), make_staff(Role.DATA_STEWARD)
    record = talk.disclosure.pair.detainee
    check = open_check(record_of=record, reason="r", report=None, user=first, actor=Actor.staff(first.pk))
    who = {"user": second, "actor": Actor.staff(second.pk)}
    close_check(check=check, outcome=CheckOutcome.WITHDRAWN, answer="not hers", **who)
    assert Correction.objects.get().requested_by == second and stage(talk) == Stage.CALLED_WRONG


def test_a_request_that_nobody_answers_shows_as_if_there_were_none() -> None:
    pair = confirmed()
    request(pair, make_staff(Role.REVIEWER))
    assert telling_of(pair).stage == Stage.REQUESTED
    Disclosure.objects.update(requested_at=timezone.now() - Disclosure.WAITS_FOR - timedelta(days=1))
    assert telling_of(pair).stage == Stage.AGREED
