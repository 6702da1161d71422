"""The service clock: a person answers within 7 days that it has come, and says something within 3 months (floor 5).

It is read from the rows of what people did, never from a flag. Days are counted where the operator is.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import (
    BooleanField,
    Case,
    DateTimeField,
    Exists,
    ExpressionWrapper,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    UUIDField,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Least
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.audit.actors import ActorKind
from portal.audit.models import Event
from portal.core.dates import begin_of, day_of, today

from . import events
from .enums import CLOSED_STATES, RISK_ORDER, TRUSTED, RegistrationState
from .models import Author, CaseAssignment, CaseRisk, Message, Registration

ACKNOWLEDGE_DAYS = 7
ANSWER_MONTHS = 3
# How long before its day a deadline stands among what is due.
SOON_DAYS = 3
# While it rests at the family's wish, or is closed, nobody is late.
_STOPPED = frozenset({RegistrationState.PAUSED, *CLOSED_STATES})
_SAID_SOMETHING = (RegistrationState.ANSWERED.value, *sorted(CLOSED_STATES - {RegistrationState.CLOSED}))
_ACKNOWLEDGE = _("Say that it has come, within seven days")
_ANSWER = _("First answer, within three months")


@dataclass(frozen=True)
class Deadline:
    """What a family waits for, until which day, and when it was done."""

    what: str | Promise
    due_on: date
    met_on: date | None
    is_stopped: bool = False

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do it."""
        return self.met_on is None and not self.is_stopped


def months_after(day: date, months: int) -> date:
    """Return the same day some months later; the last of the month where there is no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def acknowledge_by(submitted: date) -> date:
    """Until when a person says that it has come."""
    return submitted + timedelta(days=ACKNOWLEDGE_DAYS)


def answer_by(submitted: date) -> date:
    """Until when the family has a first answer."""
    return months_after(submitted, ANSWER_MONTHS)


def with_clock(rows: QuerySet[Registration]) -> QuerySet:
    """Add what is read from the rows: `acknowledged_at` and `answered_at`."""
    wrote_at = Subquery(_written().order_by("written_at").values("written_at")[:1])
    return rows.annotate(
        acknowledged_at=_earlier(_first(_moved()), wrote_at),
        answered_at=_earlier(_first(_said_something()), wrote_at),
    )


def _moved() -> QuerySet[Event]:
    """What staff did to the state of the outer file."""
    return Event.objects.filter(
        code=events.STATE_CHANGED,
        subject_kind=Registration._meta.label_lower,
        subject_id=OuterRef("pk"),
        actor_kind=ActorKind.STAFF,
    )


def _said_something() -> QuerySet[Event]:
    return _moved().filter(data__state__in=_SAID_SOMETHING)


def _written() -> QuerySet[Message]:
    """What staff wrote to the family of the outer file."""
    return Message.objects.filter(registration=OuterRef("pk"), author=Author.STAFF)


def with_owner_and_risk(rows: QuerySet[Registration]) -> QuerySet:
    """Add who has a file (`owner_id`) and how it is graded (`risk`, empty where nobody has)."""
    live = CaseAssignment.objects.live().filter(registration=OuterRef("pk"))
    grades = CaseRisk.objects.filter(registration=OuterRef("pk")).order_by("-graded_at", "-pk")
    return rows.annotate(
        owner_id=Subquery(live.values("owner_id")[:1], output_field=UUIDField()),
        risk=Subquery(grades.values("grade")[:1]),
    )


def danger_first(rows: QuerySet) -> QuerySet:
    """Add owner and risk and put danger first, and else keep the order."""
    grades = [When(risk=grade, then=Value(place)) for grade, place in RISK_ORDER.items()]
    ranked = with_owner_and_risk(rows).annotate(danger=Case(*grades, default=Value(0), output_field=IntegerField()))
    return ranked.order_by("-danger", *rows.query.order_by)


def deadlines_of(registration: Registration) -> list[Deadline]:
    """Return both deadlines of a file."""
    row = with_clock(Registration.objects.filter(pk=registration.pk)).values("acknowledged_at", "answered_at").get()
    return _deadlines(registration, row["acknowledged_at"], row["answered_at"])


def late_or_due(*, user) -> QuerySet:
    """Return the files whose family waits for a word that is late or due within days: the user's own come first."""
    last = today() + timedelta(days=SOON_DAYS)
    going_on = Registration.objects.filter(trust__in=TRUSTED).exclude(state__in=_STOPPED)
    due = Q(~Exists(_moved()), submitted_at__lt=_sent_before(acknowledge_by, last)) | Q(
        ~Exists(_said_something()), submitted_at__lt=_sent_before(answer_by, last)
    )
    owned = CaseAssignment.objects.live().filter(owner=user)
    mine = ExpressionWrapper(Q(pk__in=owned.order_by().values("registration")), output_field=BooleanField())
    rows = going_on.filter(~Exists(_written()), due).annotate(is_mine=mine)
    return rows.order_by("-is_mine", "submitted_at", "pk")


def first_with_clock(late: QuerySet, most: int) -> QuerySet:
    """Return the first rows of `late_or_due`, with their clock: when something was done is asked of those few alone.

    One's own and the others are looked for apart: each search ends as soon as there are enough.
    """
    by_age = late.order_by("submitted_at", "pk").values_list("pk", flat=True)
    own = list(by_age.filter(is_mine=True)[:most])
    others = list(by_age.filter(is_mine=False)[: most - len(own)])
    return with_clock(late.filter(pk__in=[*own, *others]))


def first_open(registration) -> Deadline:
    """Return what the family of a row of `late_or_due` waits for next; the row has its clock."""
    both = _deadlines(registration, registration.acknowledged_at, registration.answered_at)
    return min((one for one in both if one.is_open), key=lambda one: one.due_on)


def _deadlines(registration: Registration, acknowledged_at, answered_at) -> list[Deadline]:
    sent, is_stopped = day_of(registration.submitted_at), registration.state in _STOPPED
    return [
        Deadline(what, by(sent), day_of(at) if at else None, is_stopped)
        for what, by, at in (
            (_ACKNOWLEDGE, acknowledge_by, acknowledged_at),
            (_ANSWER, answer_by, answered_at),
        )
    ]


def _earlier(one: Subquery, other: Subquery) -> Least:
    """The earlier of two moments; the other one where there is but one (`LEAST` alone answers that differently)."""
    return Least(Coalesce(one, other), Coalesce(other, one), output_field=DateTimeField())


def _first(rows: QuerySet) -> Subquery:
    return Subquery(rows.order_by("pk").values("at")[:1])


def _sent_before(by, last: date) -> datetime:
    """The first moment of which the deadline `by` lies after the day `last`."""
    day = last - timedelta(days=100)
    while by(day) <= last:
        day += timedelta(days=1)
    return begin_of(day)
