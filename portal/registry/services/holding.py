"""Keeping a registration still while people check whether it is true (floor 5). Neither side can see it (R-20)."""

from django.db import transaction
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.registry import events
from portal.registry.models import Registration
from portal.registry.signals import registration_changed


@transaction.atomic
def hold(*, registration: Registration, actor: Actor) -> bool:
    """Stop comparing and telling at once; False where it is held already."""
    return _set(registration, is_held=True, event=events.HELD, actor=actor)


@transaction.atomic
def release(*, registration: Registration, actor: Actor) -> bool:
    """Let it go on; False where it was not held."""
    return _set(registration, is_held=False, event=events.RELEASED, actor=actor)


def _set(registration: Registration, *, is_held: bool, event: str, actor: Actor) -> bool:
    present = Registration.objects.filter(pk=registration.pk, held_at__isnull=is_held)
    if not present.update(held_at=timezone.now() if is_held else None):
        return False
    record(event, actor=actor, subject=registration)
    key = registration.pk
    transaction.on_commit(lambda: registration_changed.send(sender=Registration, registration_id=key))
    return True
