"""R-21, R-22: whatever one person does, in whatever order and with whatever roles, that person takes nothing out alone.

And nobody takes out what two others had to approve, before both of them have.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from portal.accounts.enums import Role
from portal.audit.actors import Actor
from portal.core.refusing import Refused
from portal.referrals.models import Extract, Transmission
from portal.referrals.services.extracts import approve_extract, ask_extract, refuse_extract, take_extract
from tests.factories.extracts import CHOSEN, for_a_court
from tests.factories.matching import make_staff
from tests.factories.registry import make_registration

pytestmark = pytest.mark.django_db

ALL = (Role.CASEWORKER, Role.SUPERVISOR, Role.DATA_STEWARD, Role.ADMINISTRATOR)


class Machine(RuleBasedStateMachine):
    """Some people, each with every role, try everything with two kinds of requests."""

    people = 1
    # Whether a request needs two beside who asked.
    needs_two = False
    looked = 0
    taken = 0

    def __init__(self) -> None:
        super().__init__()
        self.users = [make_staff(*ALL, username=f"of-a-machine-{uuid4()}") for _ in range(self.people)]
        self.outside = for_a_court(make_registration())
        self.handed: list[str] = []
        self.ask(0, True)

    def attempt(self, act, who: int, **arguments) -> object:
        user = self.users[who % self.people]
        try:
            with transaction.atomic():
                return act(user=user, actor=Actor.staff(user.pk), **arguments)
        except (Refused, PermissionDenied):
            return None

    @property
    def asked(self) -> QuerySet[Extract]:
        """What these people asked for; the machines before this one left others."""
        return Extract.objects.filter(requested_by__in=self.users)

    @rule(who=st.integers(0, 2), is_outside=st.booleans())
    def ask(self, who: int, is_outside: bool) -> None:
        chosen = {**CHOSEN, **self.outside} if is_outside else CHOSEN
        self.attempt(ask_extract, who, key=uuid4(), **chosen)
        self.asked.filter(approved_by=None).update(needs_two=self.needs_two)

    @rule(who=st.integers(0, 2))
    def approve(self, who: int) -> None:
        for extract in self.asked:
            self.attempt(approve_extract, who, extract=extract, has_weighed=True)

    @rule(who=st.integers(0, 2), refuses=st.sampled_from([False, False, True]))
    def refuse(self, who: int, refuses: bool) -> None:
        for extract in self.asked.order_by("requested_at")[: int(refuses)]:
            self.attempt(refuse_extract, who, extract=extract, reason="r")

    @rule()
    def everybody_takes(self) -> None:
        for who in range(self.people):
            for extract in self.asked:
                if self.attempt(take_extract, who, extract=extract):
                    self.handed.append(str(extract.pk))
                    type(self).taken += 1

    @rule(is_over=st.sampled_from([False, False, True]))
    def a_day_passes(self, is_over: bool) -> None:
        day = timedelta(hours=25 if is_over else 1)
        for extract in self.asked.filter(expires_at__isnull=False, taken_at__isnull=True):
            moments = {"approved_at": extract.approved_at - day, "expires_at": extract.expires_at - day}
            Extract.objects.filter(pk=extract.pk).update(**moments)

    @invariant()
    def nothing_leaves_by_fewer_people_than_it_takes(self) -> None:
        type(self).looked += 1
        assert len(set(self.handed)) == len(self.handed)
        for extract in self.asked.filter(taken_at__isnull=False):
            people = {extract.requested_by_id, extract.approved_by_id, extract.second_by_id} - {None}
            assert len(people) == (3 if extract.needs_two else 2)
            assert extract.taken_at < extract.expires_at <= timezone.now() + timedelta(hours=24)
            assert extract.rows.count() == extract.count and not extract.refused_at
        sent = self.asked.filter(taken_at__isnull=False, recipient__isnull=False)
        assert Transmission.objects.filter(requested_by__in=self.users).count() == sum(one.count for one in sent)


class OnePerson(Machine):
    """Alone."""

    @invariant()
    def nothing_is_taken(self) -> None:
        assert not self.handed and not self.asked.filter(expires_at__isnull=False).exists()


class TwoPeopleWhereItTakesThree(OnePerson):
    """Two people, and requests that need three."""

    people = 2
    needs_two = True


class TwoPeople(Machine):
    """Two people, and requests that need two: it is reachable, and every invariant holds on the way."""

    people = 2


class ThreePeople(Machine):
    """The same with three, and requests that need all of them."""

    people = 3
    needs_two = True


@pytest.mark.parametrize("machine", [OnePerson, TwoPeopleWhereItTakesThree, TwoPeople, ThreePeople])
def test_no_path_to_a_copy_with_one_actor(machine) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=6,
            stateful_step_count=16,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
    assert machine.looked > 12
