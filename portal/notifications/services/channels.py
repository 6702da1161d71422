"""Writing the ways in which a holder can safely be reached (floor 3)."""

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.keyring import create_data_key
from portal.notifications import events
from portal.notifications.models import SafeChannel


def set_channel(*, holder: AccessHolder, kind: str, value: str, note: str, actor: Actor) -> SafeChannel:
    """Put a channel in place of the live one of its kind. `note` says when, and what must not be done.

    The same value and note again change nothing. The wrapped key is committed before the row.
    """
    live = SafeChannel.objects.filter(holder=holder, kind=kind, ended_at__isnull=True)
    present = live.first()
    if present and (present.value, present.note) == (value, note):
        return present
    key_id = create_data_key(purpose="channel")
    with transaction.atomic():
        AccessHolder.objects.select_for_update().get(pk=holder.pk)
        live.update(ended_at=timezone.now())
        channel = SafeChannel.objects.create(key_id=key_id, holder=holder, kind=kind, value=value, note=note)
        record(events.CHANNEL_SET, actor=actor, subject=holder, data={"kind": kind})
    return channel


@transaction.atomic
def end_channels(*, holder: AccessHolder, actor: Actor, except_kind: str = "") -> int:
    """End the live channels of a holder but one kind; return how many were ended."""
    live = SafeChannel.objects.filter(holder=holder, ended_at__isnull=True).exclude(kind=except_kind)
    ended = live.update(ended_at=timezone.now())
    if ended:
        record(events.CHANNEL_ENDED, actor=actor, subject=holder, data={"count": ended})
    return ended
