"""Who read a registration, as the family sees it: sums of past months, made alike for all (floor 5; R-20)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.accounts.events import CODE_ISSUED, PAGE_OPENED, WAY_ADDED, WAY_REMOVED
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


@dataclass(frozen=True)
class OwnVisit:
    """Something that was done on her page or with her code: when, and what."""

    at: datetime
    what: str | Promise


_DONE_ON_HER_PAGE: dict[str, str | Promise] = {
    PAGE_OPENED: _("Your page was opened"),
    WAY_ADDED: _("A way into your page was added"),
    WAY_REMOVED: _("A way into your page was taken away"),
    events.DOWNLOADED: _("Everything was downloaded"),
    events.PAPER_ISSUED: _("A paper was made"),
    events.AMENDED: _("An answer was changed"),
}


def own_visits(registration: Registration) -> list[OwnVisit]:
    """Return what was done on her page lately, newest first: she may see that somebody else comes in.

    New codes are there whoever gave them.
    """
    done = Event.objects.filter(code__in=_DONE_ON_HER_PAGE, actor_kind=ActorKind.HOLDER).filter(
        Q(subject_id=registration.pk) | Q(subject_id=registration.holder_id)
    )
    codes = Event.objects.filter(code=CODE_ISSUED, subject_id=registration.holder_id)
    words = {**_DONE_ON_HER_PAGE, CODE_ISSUED: _("A new code was given")}
    return [OwnVisit(at, words[code]) for at, code in (done | codes).order_by("-pk").values_list("at", "code")[:50]]


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
