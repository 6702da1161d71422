"""Which messages are to be sent, and when a forgotten one is tried again (floor 3)."""

import uuid
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from portal.notifications.enums import WRITTEN_KINDS, Telling
from portal.notifications.hours import next_safe_moment
from portal.notifications.models import Delivery, DeliveryState, InboxEntry, SafeChannel
from portal.notifications.tasks import deliver_message

from .delivery import MAX_ATTEMPTS
from .staff import requeue_stale_staff_mails
from .wishes import telling_of

# How long after its time a message counts as forgotten: the worker that had it is gone.
_STALE = timedelta(hours=1)
_AT_ONCE = 1000


def announce(*, entry: InboxEntry) -> list[Delivery]:
    """Queue one message for each live channel that can carry it, for her safe hours, when the transaction is through.

    Nothing is queued where she wants this kind of news on her page only, or while her page is closed to protect her.
    """
    if entry.holder.frozen_at is not None:
        return []
    if telling_of(holder_id=entry.holder_id, kind=entry.kind) != Telling.MESSAGE:
        return []
    channels = SafeChannel.objects.filter(holder_id=entry.holder_id, kind__in=WRITTEN_KINDS, ended_at__isnull=True)
    return [_queue(entry, channel) for channel in channels]


def requeue_stale() -> int:
    """Queue again what has waited past its time because a worker died; return how many. For run_periodic."""
    now = timezone.now()
    to_the_office = requeue_stale_staff_mails(before=now - _STALE)
    stale = Delivery.objects.filter(
        state=DeliveryState.WAITING, next_at__lt=now - _STALE, attempts__lt=MAX_ATTEMPTS
    ).order_by("next_at")
    rows = list(stale.values_list("pk", "attempts")[:_AT_ONCE])
    # Their time is now: the next run, a quarter of an hour later, leaves them to the worker.
    Delivery.objects.filter(pk__in=[pk for pk, _attempts in rows]).update(next_at=now)
    for delivery_id, attempts in rows:
        _enqueue(delivery_id, attempts, now)
    return len(rows) + to_the_office


def _queue(entry: InboxEntry, channel: SafeChannel) -> Delivery:
    moment = next_safe_moment(channel, timezone.now())
    delivery, _made = Delivery.objects.get_or_create(entry=entry, channel=channel, defaults={"next_at": moment})
    _enqueue(delivery.pk, delivery.attempts, moment)
    return delivery


def _enqueue(delivery_id: uuid.UUID, attempts: int, moment: datetime) -> None:
    task = deliver_message.using(run_after=moment) if moment > timezone.now() else deliver_message
    transaction.on_commit(lambda: task.enqueue(str(delivery_id), str(attempts)))
