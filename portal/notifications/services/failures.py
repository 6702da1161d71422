"""A message that did not arrive: known also when it comes back later, and closed by a person (floor 3)."""

from django.db import transaction
from django.utils import timezone

from portal.audit.actors import SYSTEM, Actor
from portal.audit.services import record
from portal.notifications import events
from portal.notifications.models import Delivery, DeliveryState

_BOUNCED = "bounced"


class AlreadyHandled(Exception):
    """Somebody else has dealt with it."""


@transaction.atomic
def note_return(*, message_id: str) -> bool:
    """Note that a message the carrier had taken came back; False for one that is not ours or known to have failed."""
    if not message_id:
        return False
    back = Delivery.objects.select_for_update().filter(message_id=message_id, state=DeliveryState.SENT).first()
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
