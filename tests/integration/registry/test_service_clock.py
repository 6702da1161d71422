"""The service clock is read from what people did."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone
from freezegun import freeze_time

from portal.audit.actors import Actor
from portal.registry.clock import deadlines_of, first_with_clock, late_or_due
from portal.registry.enums import ClosureReason, RegistrationState
from portal.registry.models import Registration
from portal.registry.services.closing import close_file
from portal.registry.services.messages import write_as_family, write_as_staff
from portal.registry.services.registrations import change_state
from tests.factories.casework import make_owned
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def sent_days_ago(days: int) -> Registration:
    registration = make_registration()
    at = timezone.now() - timedelta(days=days)
    Registration.objects.filter(pk=registration.pk).update(started_at=at, submitted_at=at)
    registration.refresh_from_db()
    return registration


@freeze_time("2026-05-20 09:00:00")
def test_who_was_read_by_a_person_is_acknowledged_and_who_was_written_to_is_answered():
    new, old, young = sent_days_ago(6), sent_days_ago(91), sent_days_ago(1)
    user = StaffFactory(caseworker=True)
    assert list(late_or_due(user=user)) == [old, new]
    assert young not in late_or_due(user=user)
    # the family's own step is nobody's answer
    change_state(registration=new, state=RegistrationState.PAUSED, actor=Actor.holder(new.holder_id))
    assert list(late_or_due(user=user)) == [old]
    change_state(registration=old, state=RegistrationState.BEING_READ, actor=Actor.staff(user.pk))
    acknowledged, answered = deadlines_of(old)
    assert acknowledged.met_on and answered.is_open and list(late_or_due(user=user)) == [old]
    write_as_staff(registration=old, words="We have read it.", actor=Actor.staff(user.pk))
    assert not deadlines_of(old)[1].is_open and not late_or_due(user=user).exists()


def test_what_was_done_first_meets_a_deadline_whichever_it_was():
    user, day = StaffFactory(caseworker=True), date(2026, 5, 1)
    with freeze_time(day):
        written, moved = make_registration(), make_registration()
    for registration, deeds in ((written, (write, close)), (moved, (close, write))):
        for days, deed in enumerate(deeds, start=1):
            with freeze_time(day + timedelta(days=days)):
                deed(registration, user)
        met = {deadline.met_on for deadline in deadlines_of(registration)}
        assert met == {day + timedelta(days=1)}


def write(registration: Registration, user) -> None:
    write_as_staff(registration=registration, words="We have read it.", actor=Actor.staff(user.pk))


def close(registration: Registration, user) -> None:
    registration.refresh_from_db()
    write_as_family(registration=registration, words="Is there news?", actor=Actor.holder(registration.holder_id))
    close_file(registration=registration, reason=ClosureReason.NOT_OURS, basis="x", elsewhere="y", user=user)


@freeze_time("2026-05-20 09:00:00")
def test_one_s_own_files_come_first_among_those_who_wait():
    older, mine = sent_days_ago(9), sent_days_ago(8)
    user = StaffFactory(caseworker=True)
    make_owned(mine, by=user)
    rows = list(late_or_due(user=user))
    assert [row.pk for row in rows] == [mine.pk, older.pk] and [row.is_mine for row in rows] == [True, False]
    for most, shown in ((1, [mine.pk]), (2, [mine.pk, older.pk])):
        few = list(first_with_clock(late_or_due(user=user), most))
        assert [row.pk for row in few] == shown and all(row.acknowledged_at is None for row in few)
