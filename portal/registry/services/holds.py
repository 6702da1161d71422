"""An order of a court to keep a registration: noted by a supervisor, told to the family plainly (floor 5)."""

from uuid import UUID

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
def place_hold(*, registration: Registration, reason: str, user_id: UUID) -> LegalHold:
    """Note an order; a second one while the first is in force changes nothing."""
    Registration.objects.select_for_update().get(pk=registration.pk)
    if present := LegalHold.objects.filter(registration=registration, lifted_at__isnull=True).first():
        return present
    hold = LegalHold.objects.create(
        key_id=registration.key_id,
        registration=registration,
        reason=reason,
        placed_by_id=user_id,
        placed_at=timezone.now(),
    )
    record(events.HOLD_PLACED, actor=Actor.staff(user_id), subject=registration)
    return hold


@transaction.atomic
def lift_hold(*, registration: Registration, user_id: UUID) -> bool:
    """End the order in force; return whether there was one."""
    live = LegalHold.objects.filter(registration=registration, lifted_at__isnull=True)
    if not live.update(lifted_at=timezone.now(), lifted_by=user_id):
        return False
    record(events.HOLD_LIFTED, actor=Actor.staff(user_id), subject=registration)
    return True
