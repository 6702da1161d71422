"""Which messages are to be sent, and when a forgotten one is tried again (floor 3)."""

import uuid
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from portal.notifications.models import ChannelKind, Delivery, DeliveryState, InboxEntry, SafeChannel
from portal.notifications.tasks import deliver_message

from .delivery import MAX_ATTEMPTS

# Longer than the longest wait between two attempts.
_STALE = timedelta(hours=12)
_AT_ONCE = 1000


def announce(*, entry: InboxEntry) -> list[Delivery]:
    """Queue one message for each live channel that can carry it, to be sent when the transaction is through."""
    channels = SafeChannel.objects.filter(holder_id=entry.holder_id, kind=ChannelKind.EMAIL, ended_at__isnull=True)
    deliveries = [Delivery.objects.get_or_create(entry=entry, channel=channel)[0] for channel in channels]
    for delivery in deliveries:
        _enqueue(delivery.pk, delivery.attempts)
    return deliveries


def requeue_stale() -> int:
    """Queue again what has been waiting too long because a worker died; return how many. For run_periodic."""
    stale = Delivery.objects.filter(
        state=DeliveryState.WAITING, created_at__lt=timezone.now() - _STALE, attempts__lt=MAX_ATTEMPTS
    )
    rows = list(stale.values_list("pk", "attempts")[:_AT_ONCE])
    for delivery_id, attempts in rows:
        _enqueue(delivery_id, attempts)
    return len(rows)


def _enqueue(delivery_id: uuid.UUID, attempts: int) -> None:
    transaction.on_commit(lambda: deliver_message.enqueue(str(delivery_id), str(attempts)))
