"""The list of channels that are really ours: added and taken away by the operator, each step logged (floor 3)."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record

from . import events
from .models import OfficialChannel


def add_official(*, kind: str, value: str, user_id: UUID, actor: Actor) -> OfficialChannel:
    """List a channel as ours; one that is listed already stays as it is."""
    try:
        with transaction.atomic():
            channel = OfficialChannel.objects.create(kind=kind, value=value, added_by_id=user_id)
            record(events.OFFICIAL_ADDED, actor=actor, subject=channel, data={"kind": kind})
    except IntegrityError:
        return OfficialChannel.objects.live().get(kind=kind, value=value)
    return channel


@transaction.atomic
def remove_official(*, channel: OfficialChannel, user_id: UUID, actor: Actor) -> None:
    """Take a channel off the list; twice changes nothing."""
    live = OfficialChannel.objects.live().filter(pk=channel.pk)
    if live.update(removed_at=timezone.now(), removed_by_id=user_id):
        record(events.OFFICIAL_REMOVED, actor=actor, subject=channel, data={"kind": channel.kind})
