"""An answer whose time is over: she is told and asked again, never silently left without it (floor 5; R-100, R-104)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from portal.audit.actors import Actor
from portal.notifications.services.inbox import add_entry
from portal.registry.ages import coming_of_age
from portal.registry.enums import CLOSED_STATES
from portal.registry.models import ConsentLine, ConsentReview, Registration
from portal.registry.models.consent import ConsentLineQuerySet
from portal.registry.news import ASKED_AGAIN

from .consents import expiry_of
from .registrations import tell_changed


def due_endings(now: datetime) -> ConsentLineQuerySet:
    """Return the answers whose time is over and whose family was not told; nothing of what is closed or kept still."""
    due = ConsentLine.objects.in_force().filter(expires_at__lte=now, ending_told_at__isnull=True)
    due = due.filter(registration__holder__isnull=False, registration__held_at__isnull=True)
    return due.exclude(registration__state__in=CLOSED_STATES)


def tell_due_endings(*, now: datetime, actor: Actor) -> int:
    """Put into the inbox of each family whose answers ended that we would like to ask again; return how many."""
    keys = set(due_endings(now).values_list("registration_id", flat=True))
    return sum(_tell_one(registration, now, actor) for registration in Registration.objects.filter(pk__in=keys))


@transaction.atomic
def _tell_one(registration: Registration, now: datetime, actor: Actor) -> bool:
    if not due_endings(now).filter(registration=registration).update(ending_told_at=timezone.now()):
        return False
    if registration.holder is not None:
        add_entry(holder=registration.holder, kind=ASKED_AGAIN, subject=f"{registration.pk} {now:%Y%m%d}", actor=actor)
    tell_changed(registration)
    return True


def renew_endings(registration: Registration) -> None:
    """Reckon anew when the answers in force end, after somebody corrected a date of birth; inside its transaction."""
    for line in ConsentLine.objects.in_force().filter(registration=registration):
        ends = expiry_of(registration, line.given_at, is_giving=line.recipient_id is not None)
        if ends != line.expires_at:
            ConsentLine.objects.filter(pk=line.pk).update(expires_at=ends, ending_told_at=None)
    ConsentReview.objects.filter(registration=registration, ends_at__isnull=False).update(
        ends_at=coming_of_age(registration)
    )
