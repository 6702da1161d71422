"""Two people judge, a supervisor settles, and nothing is overwritten."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from portal.accounts.enums import Role
from portal.audit.actors import Actor
from portal.audit.models import Event
from portal.core.refusing import Refused
from portal.matching import events
from portal.matching.enums import PairState, Reading, Verdict
from portal.matching.history import visible_judgements
from portal.matching.models import Judgement
from portal.matching.queues import queue
from portal.matching.services.judging import judge as judge_as
from portal.matching.services.judging import reopen
from tests.factories.matching import make_pair, make_staff

pytestmark = pytest.mark.django_db


def judge(pair, user, verdict=Verdict.SAME, role="same_person"):
    return judge_as(pair=pair, verdict=verdict, role=role, reason="because", user=user, actor=Actor.staff(user.pk))


@pytest.fixture
def readers():
    return [make_staff(Role.REVIEWER), make_staff(Role.REVIEWER)]


@pytest.mark.parametrize(
    ("first", "second", "state"),
    [
        ("same", "same", PairState.VERIFIED),
        ("not_same", "not_same", PairState.REJECTED),
        ("unsure", "unsure", PairState.UNSURE),
        ("same", "not_same", PairState.DISPUTED),
        ("unsure", "same", PairState.DISPUTED),
    ],
)
def test_two_readings_settle_or_differ(readers, first, second, state) -> None:
    pair = make_pair()
    judge(pair, readers[0], first)
    assert pair.state == PairState.UNDER_REVIEW
    judge(pair, readers[1], second)
    pair.refresh_from_db()
    assert pair.state == state


def test_the_same_verdict_with_another_role_is_a_difference(readers) -> None:
    pair = make_pair()
    judge(pair, readers[0], role="same_person")
    judge(pair, readers[1], role="relative")
    assert pair.state == PairState.DISPUTED


def test_a_confirmed_pair_takes_the_role_both_named(readers) -> None:
    pair = make_pair()
    for reader in readers:
        judge(pair, reader, role="may_have_information")
    pair.refresh_from_db()
    assert (pair.state, pair.role) == (PairState.VERIFIED, "may_have_information")


def test_nobody_judges_twice_in_one_round(readers) -> None:
    pair = make_pair()
    judge(pair, readers[0])
    with pytest.raises(Refused):
        judge(pair, readers[0])
    assert Judgement.objects.count() == 1


def test_a_dispute_is_settled_by_a_supervisor_who_has_not_judged(readers) -> None:
    pair, both = make_pair(), make_staff(Role.REVIEWER, Role.SUPERVISOR)
    judge(pair, both, "same")
    judge(pair, readers[0], "not_same")
    with pytest.raises(PermissionDenied):
        judge(pair, readers[1])
    with pytest.raises(Refused):
        judge(pair, both)
    judgement = judge(pair, make_staff(Role.SUPERVISOR), "not_same")
    assert judgement.reading == Reading.SUPERVISOR and pair.state == PairState.REJECTED


@pytest.mark.parametrize("role", [role for role in Role if role != Role.REVIEWER])
def test_only_reviewers_read(role) -> None:
    pair = make_pair()
    with pytest.raises(PermissionDenied):
        judge(pair, make_staff(role))
    assert not Judgement.objects.exists()


def test_a_settled_pair_is_not_judged_again(readers) -> None:
    with pytest.raises(Refused):
        judge(make_pair(state=PairState.VERIFIED), readers[0])


def test_unknown_codes_are_refused(readers) -> None:
    pair = make_pair()
    for verdict, role in (("guilty", "same_person"), ("same", "terrorist")):
        with pytest.raises(ValueError):
            judge(pair, readers[0], verdict, role)


def test_reopening_starts_a_new_round_and_keeps_the_old(readers) -> None:
    pair, supervisor = make_pair(), make_staff(Role.SUPERVISOR)
    for reader in readers:
        judge(pair, reader, "not_same")
    with pytest.raises(PermissionDenied):
        reopen(pair=pair, reason="no", user=readers[0], actor=Actor.staff(readers[0].pk))
    reopen(pair=pair, reason="The source corrected the name", user=supervisor, actor=Actor.staff(supervisor.pk))
    pair.refresh_from_db()
    assert (pair.state, pair.round) == (PairState.CANDIDATE, 2)
    judge(pair, readers[0], "same")
    assert sorted(Judgement.objects.values_list("round", flat=True)) == [1, 1, 2]
    with pytest.raises(Refused):
        reopen(pair=pair, reason="again", user=supervisor, actor=Actor.staff(supervisor.pk))


def test_the_second_reader_sees_nothing_of_the_first(readers) -> None:
    pair = make_pair()
    judge(pair, readers[0])
    assert [row.reviewer for row in visible_judgements(pair, readers[0])] == [readers[0]]
    assert visible_judgements(pair, readers[1]) == []
    assert visible_judgements(pair, make_staff(Role.SUPERVISOR)) == []
    judge(pair, readers[1], "not_same")
    assert [row.reviewer for row in visible_judgements(pair, readers[1])] == [readers[1]]
    assert len(visible_judgements(pair, make_staff(Role.SUPERVISOR))) == 2


def test_the_queue_offers_nobody_a_pair_twice(readers) -> None:
    pair = make_pair()
    judge(pair, readers[0])
    assert not queue("read", user=readers[0]).exists()
    assert queue("read", user=readers[1]).get() == pair


def test_a_judgement_is_logged_without_its_reason(readers) -> None:
    pair = make_pair()
    judge(pair, readers[0])
    event = Event.objects.get(code=events.JUDGED)
    assert event.data["reading"] == "first" and "because" not in str(event.data)


def make_row(pair, user, **fields) -> Judgement:
    values = {"round": 1, "reading": "first", "verdict": "same", "role": "same_person", **fields}
    return Judgement.objects.create(key_id=pair.key_id, pair=pair, reviewer=user, **values)


def test_constraint_one_judgement_per_reading(readers) -> None:
    pair = make_pair()
    make_row(pair, readers[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        make_row(pair, readers[1])


def test_constraint_each_reading_by_another_person(readers) -> None:
    pair = make_pair()
    make_row(pair, readers[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        make_row(pair, readers[0], reading="second")
