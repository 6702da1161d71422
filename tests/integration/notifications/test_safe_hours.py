"""A message leaves in the hours and on the days she called safe, and waits until then (R-46)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from portal.audit.actors import SYSTEM
from portal.notifications.hours import is_safe, next_safe_moment
from portal.notifications.models import Delivery, SafeChannel
from portal.notifications.services.channels import care_of, set_channel
from portal.notifications.services.queue import requeue_stale
from portal.notifications.tasks import deliver_message
from tests.factories.channels import NUMBER, give_news, make_channel

# 2026-11-27 was a Friday; Damascus is three hours ahead of UTC.
FRIDAY_NOON = datetime(2026, 11, 27, 12, 20, tzinfo=UTC)


def channel(**care) -> SafeChannel:
    return SafeChannel(zone="Asia/Damascus", **care)


@pytest.mark.parametrize(
    ("care", "hours"),
    [
        ({}, 0),
        ({"hour_from": 18, "hour_to": 22}, 3),
        ({"hour_from": 15, "hour_to": 16}, 0),
        ({"hour_from": 9, "hour_to": 15}, 18),
        ({"hour_from": 22, "hour_to": 6}, 7),
        ({"days": "67"}, 9),
        ({"days": "5"}, 0),
        ({"hour_from": 9, "hour_to": 15, "days": "5"}, 6 * 24 + 18),
    ],
)
def test_the_next_safe_moment(care, hours):
    moment = next_safe_moment(channel(**care), FRIDAY_NOON)
    expected = FRIDAY_NOON if not hours else FRIDAY_NOON.replace(minute=0) + timedelta(hours=hours)
    assert moment == expected and is_safe(channel(**care), moment)


def test_hours_past_midnight_belong_to_the_day_they_began_on():
    nights_of_friday = channel(hour_from=22, hour_to=6, days="5")
    assert is_safe(nights_of_friday, datetime(2026, 11, 28, 1, tzinfo=UTC))
    assert not is_safe(nights_of_friday, datetime(2026, 11, 27, 1, tzinfo=UTC))


def test_her_clock_changes_with_the_season():
    """Berlin: noon is 11 UTC in winter and 10 UTC in summer."""
    noon = SafeChannel(zone="Europe/Berlin", hour_from=12, hour_to=13)
    for month, hour in ((1, 11), (7, 10)):
        assert next_safe_moment(noon, datetime(2026, month, 14, 5, tzinfo=UTC)).hour == hour


def _closed_now() -> dict:
    """Hours that begin in more than two hours, on the clock of Damascus."""
    hour = (timezone.now() + timedelta(hours=3 + 3)).hour
    return {"hour_from": hour, "hour_to": (hour + 1) % 24, "zone": "Asia/Damascus"}


@pytest.mark.django_db
def test_a_message_waits_for_her_hours(gateway, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        delivery = give_news(make_channel(**_closed_now()).holder)
    queued = DBTaskResult.objects.get()
    assert queued.run_after == delivery.next_at > timezone.now() + timedelta(hours=1)
    # a worker that comes too early, by whatever way, puts it back and counts no attempt
    deliver_message.func(str(delivery.pk), "0")
    delivery.refresh_from_db()
    assert gateway.received == [] and delivery.attempts == 0
    assert DBTaskResult.objects.order_by("-enqueued_at").first().args_kwargs["args"] == [str(delivery.pk), "0"]


@pytest.mark.django_db
def test_what_waits_for_her_hours_is_not_forgotten(gateway, django_capture_on_commit_callbacks):
    give_news(make_channel(**_closed_now()).holder)
    Delivery.objects.update(created_at=timezone.now() - timedelta(days=3))
    assert requeue_stale() == 0


@pytest.mark.django_db
def test_new_hours_hold_for_what_already_waits(gateway):
    """She changes her number: what was for the old one is not sent, and her hours stay."""
    old = make_channel(hour_from=1, hour_to=2, zone="Asia/Damascus", wording="greeting", is_shared=True)
    new = set_channel(holder=old.holder, kind="sms", value=NUMBER + "1", note="", actor=SYSTEM)
    assert care_of(new) == care_of(old) and new.pk != old.pk
