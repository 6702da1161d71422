"""R-21: whatever one person does, in whatever order and with whatever roles, no family is told by that person alone."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from portal.accounts.enums import Role
from portal.audit.actors import Actor
from portal.matching.enums import Decision, PairState, Verdict
from portal.matching.models import CandidatePair, Disclosure, Judgement
from portal.matching.policies import Refused, open_disclosure
from portal.matching.services.disclosure import approve_disclosure, refuse_disclosure, request_disclosure
from portal.matching.services.judging import judge, reopen
from portal.registry.enums import RegistrationState
from tests.factories.matching import make_pair, make_staff

pytestmark = pytest.mark.django_db

ALL = (Role.REVIEWER, Role.SUPERVISOR, Role.CASEWORKER, Role.DATA_STEWARD, Role.ADMINISTRATOR)


class Machine(RuleBasedStateMachine):
    """Some people, each with every role, try everything on one pair."""

    people = 1
    # How often what must always hold was looked at.
    looked = 0

    def __init__(self) -> None:
        super().__init__()
        self.users = [make_staff(*ALL) for _ in range(self.people)]
        self.key = make_pair().pk

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

    @rule(who=st.integers(0, 3), decision=st.sampled_from(Decision))
    def ask(self, who: int, decision: str) -> None:
        self.attempt(request_disclosure, who, pair=self.pair, decision=decision, reason="r")

    @rule(who=st.integers(0, 3), approves=st.booleans())
    def reply(self, who: int, approves: bool) -> None:
        waiting = open_disclosure(self.pair)
        if waiting:
            self.attempt(approve_disclosure if approves else refuse_disclosure, who, disclosure=waiting)

    @rule(who=st.integers(0, 3))
    def again(self, who: int) -> None:
        self.attempt(reopen, who, pair=self.pair, reason="r")

    @invariant()
    def telling_took_two_readers_and_two_deciders(self) -> None:
        type(self).looked += 1
        pair = self.pair
        if pair.state == PairState.VERIFIED:
            rows = Judgement.objects.filter(pair=pair, round=pair.round, verdict=Verdict.SAME)
            assert rows.values("reviewer").distinct().count() >= 2 or rows.filter(reading="supervisor").exists()
        if pair.state in (PairState.DISCLOSED, PairState.NOT_DISCLOSED):
            row = Disclosure.objects.get(pair=pair, round=pair.round, approved_at__isnull=False)
            assert row.approved_by_id and row.approved_by_id != row.requested_by_id
        told = Disclosure.objects.filter(pair=pair, decision=Decision.TELL, approved_at__isnull=False).exists()
        assert told == (pair.registration.state == RegistrationState.PLEASE_CONTACT)


class OnePerson(Machine):
    """The same with one person: nothing ever leaves the room."""

    @invariant()
    def nothing_is_told(self) -> None:
        assert self.pair.state in (PairState.CANDIDATE, PairState.UNDER_REVIEW)
        assert self.pair.registration.state == RegistrationState.RECEIVED


class FourPeople(Machine):
    """With four people everything is reachable, and every invariant holds on the way."""

    people = 4


@pytest.mark.parametrize("machine", [OnePerson, FourPeople])
def test_no_path_to_telling_with_one_actor(machine) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=12,
            stateful_step_count=14,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
    assert machine.looked > 12
