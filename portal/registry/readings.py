"""Who read a registration, as the family sees it: sums of past months, made alike for all (floor 5; R-20)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.utils import timezone

from portal.audit.actors import ActorKind
from portal.audit.models import Event

from . import events
from .enums import PURPOSES_SHOWN_TO_FAMILY
from .models import Registration


@dataclass(frozen=True)
class MonthOfReadings:
    """`month` is its first day; `count` how often staff opened the registration for casework in it."""

    month: date
    count: int


def readings_by_month(registration: Registration) -> list[MonthOfReadings]:
    """Return the ended months with readings, newest first, at most 24. The running month is not told before it ends."""
    this_month = timezone.now().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    rows = (
        Event.objects.filter(
            subject_kind=Registration._meta.label_lower,
            subject_id=registration.pk,
            code=events.VIEWED,
            actor_kind=ActorKind.STAFF,
            purpose__in=PURPOSES_SHOWN_TO_FAMILY,
            at__lt=this_month,
        )
        .annotate(month=TruncMonth("at"))
        .values("month")
        .annotate(count=Count("id"))
        .order_by("-month")[:24]
    )
    return [MonthOfReadings(row["month"].date(), row["count"]) for row in rows]
