"""R-21: whatever one person does, in whatever order and with whatever roles, no family is told by that person alone.

And none by two where the record needs three; nothing is told but by the steps of the table.
"""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from portal.accounts.enums import Role
from portal.audit.actors import Actor
from portal.core.refusing import Refused
from portal.detainees.enums import LegalStatus
from portal.matching.enums import Asked, Decision, FamilySays, PairState, Share, Verdict
from portal.matching.models import CandidatePair, Correction, Disclosure, Judgement, Talk
from portal.matching.policies import open_disclosure
from portal.matching.services.correcting import approve_correction, refuse_correction, request_correction
from portal.matching.services.disclosure import approve_disclosure, note_asked, refuse_disclosure, request_disclosure
from portal.matching.services.judging import judge, reopen
from portal.matching.services.talks import note_answer, note_told, plan_talk
from portal.matching.telling import STEPS, Stage, telling_of
from portal.registry.enums import RegistrationState
from tests.factories.matching import make_detainee, make_pair, make_staff
from tests.factories.telling import DAY

pytestmark = pytest.mark.django_db

# Where a round has nothing more to say once the next one is read.
_OVER = frozenset({Stage.NOT_TOLD, Stage.DECIDED, Stage.PLANNED, Stage.SILENT, Stage.UNREACHED, Stage.CORRECTED})
ALL = (Role.REVIEWER, Role.SUPERVISOR, Role.CASEWORKER, Role.DATA_STEWARD, Role.ADMINISTRATOR)


class Machine(RuleBasedStateMachine):
    """Some people, each with every role, try everything on one pair."""

    people = 1
    # Whether two others have read the pair before.
    is_confirmed = False
    legal_status = LegalStatus.HELD_WITHOUT_CHARGE
    # How often what must always hold was looked at.
    looked = 0

    def __init__(self) -> None:
        super().__init__()
        self.users = [make_staff(*ALL) for _ in range(self.people)]
        self.key = make_pair(detainee=make_detainee(legal_status=self.legal_status)).pk
        self.stage, self.round = Stage.UNASKED, 1
        for reader in (make_staff(Role.REVIEWER), make_staff(Role.REVIEWER)) if self.is_confirmed else ():
            said = {"verdict": Verdict.SAME, "role": "same_person", "reason": "r"}
            judge(pair=self.pair, user=reader, actor=Actor.staff(reader.pk), **said)

    def attempt(self, act, who: int, **arguments) -> None:
        user = self.users[who % self.people]
        try:
            with transaction.atomic():
                act(user=user, actor=Actor.staff(user.pk), **arguments)
        except (Refused, PermissionDenied):
            pass

    @property
    def pair(self) -> CandidatePair:
        return CandidatePair.objects.select_related("registration").get(pk=self.key)

    @rule(who=st.integers(0, 3), verdict=st.sampled_from([*Verdict, Verdict.SAME, Verdict.SAME]))
    def say(self, who: int, verdict: str) -> None:
        self.attempt(judge, who, pair=self.pair, verdict=verdict, role="same_person", reason="r")

    @rule(who=st.integers(0, 3), outcome=st.sampled_from([*Asked, Asked.AGREES, Asked.AGREES]))
    def found_person_says(self, who: int, outcome: str) -> None:
        said = {"way": "in_person", "asked_by": "d", "asked_on": DAY, "basis": "b"}
        self.attempt(note_asked, who, pair=self.pair, outcome=outcome, **said)

    @rule(who=st.integers(0, 3), decision=st.sampled_from([*Decision, Decision.TELL]), share=st.sampled_from(Share))
    def ask(self, who: int, decision: str, share: str) -> None:
        self.attempt(request_disclosure, who, pair=self.pair, decision=decision, reason="r", shares=[share])

    @rule(who=st.integers(0, 3), approves=st.sampled_from([True, True, True, False]))
    def reply(self, who: int, approves: bool) -> None:
        waiting = open_disclosure(self.pair)
        if waiting and approves:
            self.attempt(approve_disclosure, who, disclosure=waiting, has_weighed=True)
        elif waiting:
            self.attempt(refuse_disclosure, who, disclosure=waiting)

    @rule(who=st.integers(0, 3), teller=st.integers(0, 3), support=st.sampled_from(["", "s"]))
    def plan(self, who: int, teller: int, support: str) -> None:
        disclosure = Disclosure.objects.filter(pair=self.key).order_by("requested_at").last()
        correction = Correction.objects.filter(disclosure=disclosure, refused_at__isnull=True).first()
        if disclosure:
            said = {"way": "in_person", "language": "ku", "support": support, "planned_on": DAY}
            teller_of = self.users[teller % self.people]
            self.attempt(plan_talk, who, disclosure=disclosure, correction=correction, teller=teller_of, **said)

    @rule(who=st.integers(0, 3), with_support=st.booleans())
    def tell(self, who: int, with_support: bool) -> None:
        said = {"is_word_checked": True, "is_support_present": with_support, "received": "calm", "notes": ""}
        for talk in Talk.objects.waiting():
            self.attempt(note_told, who, talk=talk, **said)

    @rule(who=st.integers(0, 3), says=st.sampled_from(FamilySays))
    def family_says(self, who: int, says: str) -> None:
        for talk in Talk.objects.told():
            self.attempt(note_answer, who, talk=talk, says=says, words="w")

    @rule(who=st.integers(0, 3))
    def call_wrong(self, who: int) -> None:
        for disclosure in Disclosure.objects.filter(pair=self.key):
            self.attempt(request_correction, who, disclosure=disclosure, reason="r")

    @rule(who=st.integers(0, 3), confirms=st.booleans())
    def answer_wrong(self, who: int, confirms: bool) -> None:
        for correction in Correction.objects.all():
            self.attempt(approve_correction if confirms else refuse_correction, who, correction=correction)

    @rule(who=st.integers(0, 3))
    def again(self, who: int) -> None:
        self.attempt(reopen, who, pair=self.pair, reason="r")

    @invariant()
    def every_step_stands_in_the_table(self) -> None:
        stage = telling_of(self.pair, self.round).stage
        assert stage == self.stage or stage in STEPS[self.stage], f"{self.stage} → {stage}"
        self.stage = stage
        if self.pair.round > self.round and stage in _OVER:
            self.round, self.stage = self.pair.round, telling_of(self.pair).stage

    @invariant()
    def nobody_is_told_by_fewer_people_than_it_takes(self) -> None:
        for talk in Talk.objects.told().select_related("disclosure", "correction"):
            decision = talk.disclosure
            people = {decision.requested_by_id, decision.approved_by_id, decision.second_by_id} - {None}
            assert len(people) >= (3 if decision.needs_two else 2) and decision.effective_at is not None
            assert decision.safety.outcome in (Asked.AGREES, Asked.DIED)
            assert not talk.is_grave or (talk.support and talk.language and talk.is_support_present)
            if talk.correction:
                assert talk.correction.approved_by_id not in (None, talk.correction.requested_by_id)

    @invariant()
    def telling_took_two_readers_and_two_deciders(self) -> None:
        type(self).looked += 1
        pair = self.pair
        if pair.state == PairState.VERIFIED:
            rows = Judgement.objects.filter(pair=pair, round=pair.round, verdict=Verdict.SAME)
            assert rows.values("reviewer").distinct().count() >= 2 or rows.filter(reading="supervisor").exists()
        if pair.state in (PairState.DISCLOSED, PairState.NOT_DISCLOSED):
            row = Disclosure.objects.get(pair=pair, round=pair.round, effective_at__isnull=False)
            assert row.approved_by_id and row.approved_by_id != row.requested_by_id
        told = Disclosure.objects.to_tell().filter(pair=pair).exists()
        assert told == (pair.registration.state == RegistrationState.PLEASE_CONTACT)


class OnePerson(Machine):
    """The same with one person: nothing ever leaves the room."""

    @invariant()
    def nothing_is_told(self) -> None:
        assert self.pair.state in (PairState.CANDIDATE, PairState.UNDER_REVIEW)
        assert self.pair.registration.state == RegistrationState.RECEIVED


class OnePersonAndAConfirmedPair(Machine):
    """One person, and a pair that two others confirmed: no decision comes into force, no talk is held."""

    is_confirmed = True

    @invariant()
    def nothing_is_told(self) -> None:
        assert not Disclosure.objects.filter(effective_at__isnull=False).exists() and not Talk.objects.exists()
        assert self.pair.registration.state == RegistrationState.RECEIVED


class TwoPeopleAndADeath(Machine):
    """Two people, and a record that needs three: nothing is ever told."""

    people = 2
    is_confirmed = True
    legal_status = LegalStatus.DEATH_SENTENCE

    @invariant()
    def nothing_is_told(self) -> None:
        assert self.pair.state != PairState.DISCLOSED and not Talk.objects.exists()
        assert self.pair.registration.state == RegistrationState.RECEIVED


class FourPeople(Machine):
    """With four people everything is reachable, and every invariant holds on the way."""

    people = 4


class FourPeopleAndADeath(FourPeople):
    """The same where three must agree and nobody hears it alone."""

    is_confirmed = True
    legal_status = LegalStatus.DIED


@pytest.mark.parametrize(
    "machine", [OnePerson, OnePersonAndAConfirmedPair, TwoPeopleAndADeath, FourPeople, FourPeopleAndADeath]
)
def test_no_path_to_telling_with_one_actor(machine) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=6,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
    assert machine.looked > 12
