"""A message that did not arrive: known also when it comes back later, and closed by a person (floor 3)."""

from django.db import transaction
from django.utils import timezone

from portal.audit.actors import SYSTEM, Actor
from portal.audit.services import record
from portal.notifications import events
from portal.notifications.enums import ChannelKind
from portal.notifications.models import Delivery, DeliveryState

_BOUNCED = "bounced"


class AlreadyHandled(Exception):
    """Somebody else has dealt with it."""


@transaction.atomic
def note_arrival(*, message_id: str, kind: str = ChannelKind.SMS) -> bool:
    """Note that a message reached her telephone; False for one that is not ours, has failed or is known to be there."""
    there = _on_its_way(message_id, kind)
    if there is None:
        return False
    there.arrived_at = timezone.now()
    there.save(update_fields=["arrived_at"])
    record(events.MESSAGE_ARRIVED, actor=SYSTEM, subject=there)
    return True


@transaction.atomic
def note_return(*, message_id: str, kind: str = ChannelKind.EMAIL) -> bool:
    """Note that a message the carrier had taken came back.

    False for one that is not ours, known to have failed, or known to have arrived.
    """
    back = _on_its_way(message_id, kind)
    if back is None:
        return False
    back.state, back.problem = DeliveryState.GIVEN_UP, _BOUNCED
    back.save(update_fields=["state", "problem"])
    record(events.MESSAGE_GIVEN_UP, actor=SYSTEM, subject=back, data={"attempts": back.attempts, "problem": _BOUNCED})
    return True


@transaction.atomic
def handle_failure(*, delivery: Delivery, actor: Actor) -> None:
    """Note that a person has found another way, or that there is none. Raises AlreadyHandled."""
    handled = Delivery.objects.undelivered().filter(pk=delivery.pk)
    if not handled.update(handled_at=timezone.now(), handled_by_id=actor.id):
        raise AlreadyHandled
    record(events.FAILURE_HANDLED, actor=actor, subject=delivery)


def _on_its_way(message_id: str, kind: str) -> Delivery | None:
    """What the carrier has taken and nothing more is known of."""
    taken = Delivery.objects.select_for_update().filter(state=DeliveryState.SENT, arrived_at__isnull=True)
    return taken.filter(message_id=message_id, channel__kind=kind).first() if message_id else None
