"""An order of a court to keep a registration: noted by a supervisor, told to the family plainly (floor 5)."""

from django.db import transaction
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.registry import events
from portal.registry.models import LegalHold, Registration


def is_held(registration: Registration) -> bool:
    """Say whether an order is in force."""
    return LegalHold.objects.filter(registration=registration, lifted_at__isnull=True).exists()


@transaction.atomic
def place_hold(*, registration: Registration, reason: str, actor: Actor) -> LegalHold:
    """Note an order, by a member of staff; a second one while the first is in force changes nothing."""
    if actor.id is None:
        raise ValueError("a person notes an order")
    Registration.objects.select_for_update().get(pk=registration.pk)
    if present := LegalHold.objects.filter(registration=registration, lifted_at__isnull=True).first():
        return present
    hold = LegalHold.objects.create(
        key_id=registration.key_id,
        registration=registration,
        reason=reason,
        placed_by_id=actor.id,
        placed_at=timezone.now(),
    )
    record(events.HOLD_PLACED, actor=actor, subject=registration)
    return hold


@transaction.atomic
def lift_hold(*, registration: Registration, actor: Actor) -> bool:
    """End the order in force; return whether there was one."""
    live = LegalHold.objects.filter(registration=registration, lifted_at__isnull=True)
    if not live.update(lifted_at=timezone.now(), lifted_by=actor.id):
        return False
    record(events.HOLD_LIFTED, actor=actor, subject=registration)
    return True
