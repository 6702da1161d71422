"""What a colleague has read before, as rows of the log; and alerts about it."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from portal.accounts.enums import AlertKind
from portal.accounts.models import Alert, User
from portal.accounts.services.alerts import freeze
from portal.audit.actors import Actor
from portal.audit.models import Event
from portal.audit.services import record_readings
from portal.matching import events as matching_events
from portal.registry import events as registry_events

from .staff import StaffFactory


def has_read(user: User, count: int, *, ago: timedelta = timedelta(minutes=30)) -> None:
    """Let a colleague have opened so many registrations, so long ago."""
    one = {"code": registry_events.VIEWED, "at": timezone.now() - ago, "actor_kind": "staff", "actor_id": user.pk}
    Event.objects.bulk_create(Event(**one, subject_id=uuid4()) for _ in range(count))


def has_searched(user: User, found: int) -> None:
    """Let a search have shown so many names to a colleague."""
    record_readings(
        matching_events.SEARCHED, actor=Actor.staff(user.pk), subjects=[None], purpose="test", data={"found": found}
    )


def make_frozen(user: User | None = None) -> Alert:
    """Return the alert about a caseworker who reads nothing until it is answered."""
    user = user or StaffFactory(caseworker=True)
    freeze(user=user, count=101)
    return Alert.objects.get(about=user, kind=AlertKind.FROZEN, answered_at__isnull=True)
