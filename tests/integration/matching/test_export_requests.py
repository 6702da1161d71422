"""R-06, R-22: leave to hand out pairs is given by another person than asks, and serves once within a day."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from freezegun import freeze_time

from portal.accounts.enums import Role
from portal.accounts.services.roles import grant_role, revoke_role
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.core.refusing import Refused
from portal.matching import events
from portal.matching.enums import ExportState
from portal.matching.models import ExportRequest
from portal.matching.services.exports import (
    ExportNotApproved,
    approve_export,
    refuse_export,
    request_export,
    take_export,
)
from tests.factories.exports import approved, asked
from tests.factories.staff import StaffFactory

pytestmark = pytest.mark.django_db


def answer(act, request: ExportRequest, user) -> ExportState:
    act(request=request, user=user, actor=Actor.staff(user.pk))
    request.refresh_from_db()
    return request.state()


def take(request: ExportRequest) -> ExportRequest:
    return take_export(key=request.pk, actor=SYSTEM)


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_a_second_person_approves_for_a_day_and_it_serves_once(role: str) -> None:
    request = asked()
    assert request.state() == ExportState.WAITING
    second = StaffFactory(role=role)
    assert answer(approve_export, request, second) == ExportState.APPROVED
    assert request.approved_by == second and request.expires_at == request.approved_at + timedelta(hours=24)
    assert take(request).state() == ExportState.USED
    with pytest.raises(ExportNotApproved, match="used already"):
        take(request)
    told = Event.objects.filter(subject_id=request.pk).order_by("pk")
    assert [(event.code, event.actor_id) for event in told] == [
        (events.EXPORT_ASKED, request.requested_by_id),
        (events.EXPORT_APPROVED, second.pk),
        (events.EXPORT_TAKEN, None),
    ]


@pytest.mark.parametrize("act", [approve_export, refuse_export])
def test_nobody_answers_their_own_request(act) -> None:
    both = StaffFactory(role=Role.SUPERVISOR)
    grant_role(user=both, role=Role.ADMINISTRATOR, actor=SYSTEM)
    with pytest.raises(Refused, match="yourself"):
        answer(act, asked(both), both)
    assert ExportRequest.objects.get().state() == ExportState.WAITING


@pytest.mark.parametrize("role", [Role.DATA_STEWARD, Role.REVIEWER, Role.AUDITOR, Role.CASEWORKER])
def test_other_roles_do_not_answer(role: str) -> None:
    request, user = asked(), StaffFactory(role=role)
    for act in (approve_export, refuse_export):
        with pytest.raises(PermissionDenied):
            answer(act, request, user)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.REVIEWER, Role.AUDITOR, Role.CASEWORKER])
def test_other_roles_do_not_ask(role: str) -> None:
    with pytest.raises(PermissionDenied):
        asked(StaffFactory(role=role))


def test_what_an_export_is_for_is_one_of_ours() -> None:
    user = StaffFactory(role=Role.SUPERVISOR)
    with pytest.raises(ValueError, match="unknown purpose"):
        request_export(purpose="sell", user=user, actor=Actor.staff(user.pk))


def test_a_refused_request_stays_refused() -> None:
    request = asked()
    assert answer(refuse_export, request, StaffFactory(role=Role.SUPERVISOR)) == ExportState.REFUSED
    with pytest.raises(Refused, match="already been answered"):
        answer(approve_export, request, StaffFactory(role=Role.SUPERVISOR))
    with pytest.raises(ExportNotApproved, match="was refused"):
        take(request)
    assert Event.objects.filter(code=events.EXPORT_TURNED_DOWN, subject_id=request.pk).count() == 1


def test_what_is_not_approved_or_unknown_does_not_serve() -> None:
    with pytest.raises(ExportNotApproved, match="waits for a second person"):
        take(asked())
    with pytest.raises(ExportNotApproved, match="no such request"):
        take(ExportRequest())
    with pytest.raises(ExportNotApproved, match="there is none"):
        take_export(key=None, actor=SYSTEM)


def test_leave_ends_after_a_day() -> None:
    request = approved()
    with freeze_time(request.expires_at - timedelta(seconds=1)):
        assert request.state() == ExportState.APPROVED
    with freeze_time(request.expires_at), pytest.raises(ExportNotApproved, match="too old"):
        take(request)
    assert ExportRequest.objects.get().used_at is None


@pytest.mark.parametrize(("who", "role"), [("requested_by", Role.DATA_STEWARD), ("approved_by", Role.SUPERVISOR)])
def test_who_lost_the_role_since_hands_nothing_out(who: str, role: str) -> None:
    request = approved()
    revoke_role(user=getattr(request, who), role=role, actor=SYSTEM)
    with pytest.raises(ExportNotApproved, match="no longer has the role"):
        take(request)


def test_a_request_waits_two_weeks_and_then_makes_room() -> None:
    user = StaffFactory(role=Role.DATA_STEWARD)
    first = asked(user)
    with pytest.raises(Refused, match="already asked"):
        asked(user)
    asked(StaffFactory(role=Role.DATA_STEWARD))
    later = timezone.now() + ExportRequest.WAITS_FOR
    with freeze_time(later):
        with pytest.raises(Refused, match="too old"):
            answer(approve_export, first, StaffFactory(role=Role.SUPERVISOR))
        assert asked(user).state() == ExportState.WAITING
    first.refresh_from_db()
    assert first.state() == ExportState.REFUSED
