"""How much one person may read within an hour and a day, and what follows beyond it (floor 2; R-23; ADR 0029).

Counted from the log itself: distinct records, and the names that searches showed. Beyond the limit a proof is asked for
that was given after it was reached; beyond twice of it nothing is read until another person lifts it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Count, IntegerField, Q, QuerySet, Sum
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.utils import timezone

from portal.audit.events import Reads, codes_reading
from portal.audit.models import Event

from .enums import AlertKind
from .models import Alert, User
from .permissions import roles_of
from .second_factor import held_proof
from .services.alerts import freeze, raise_alert

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


class ReadingRefused(PermissionDenied):
    """More is not shown now; what was asked for was not read."""


class ProofNeeded(ReadingRefused):
    """It is shown after a proof that the person is still the one who signed in."""


class ReadingFrozen(ReadingRefused):
    """Nothing is shown until another person lifts it."""


@dataclass(frozen=True)
class Budget:
    """So many within an hour, and within a day."""

    hour: int
    day: int

    def is_passed(self, spent: "Budget", times: int = 1) -> bool:
        """Say whether more was spent than so many times this budget."""
        return spent.hour > times * self.hour or spent.day > times * self.day


def budget_of(user, kind: Reads) -> Budget:
    """Return what this person may read: of several roles the widest, else what holds for all."""
    chosen = settings.READING_BUDGETS[kind.value]
    own = [Budget(*chosen[role]) for role in roles_of(user) if role in chosen]
    return max(own, key=lambda budget: (budget.hour, budget.day), default=Budget(*chosen[""]))


def check_records(user: User, keys: Sequence[UUID]) -> None:
    """Let these records be read, those again that were read already. Raises ReadingRefused. One query within limits."""
    others = _read(user, Reads.RECORD).exclude(subject_id__in=keys)
    found = others.aggregate(
        hour=Count("subject_id", distinct=True, filter=Q(at__gte=_since(user, _HOUR))),
        day=Count("subject_id", distinct=True),
    )
    _check(user, Reads.RECORD, Budget(found["hour"] + len(keys), found["day"] + len(keys)))


def check_names(user: User) -> None:
    """Let a search show names. Raises ReadingRefused. One query within limits."""
    shown = Cast(KT("data__found"), IntegerField())
    found = _read(user, Reads.NAMES).aggregate(
        hour=Sum(shown, filter=Q(at__gte=_since(user, _HOUR)), default=0), day=Sum(shown, default=0)
    )
    _check(user, Reads.NAMES, Budget(found["hour"], found["day"]))


def _read(user: User, kind: Reads) -> QuerySet[Event]:
    """What the log says this person read within a day, but not before a freeze was lifted."""
    return Event.objects.filter(actor_id=user.pk, at__gte=_since(user, _DAY), code__in=codes_reading(kind))


def _since(user: User, span: timedelta) -> datetime:
    begun = timezone.now() - span
    return max(begun, user.readings_counted_from or begun)


def _check(user: User, kind: Reads, spent: Budget) -> None:
    if user.reading_frozen_at is not None:
        raise ReadingFrozen
    budget = budget_of(user, kind)
    if budget.is_passed(spent, times=2):
        freeze(user=user, count=spent.day)
        raise ReadingFrozen
    if budget.is_passed(spent) and not _has_proved(user, spent):
        raise ProofNeeded


def _has_proved(user: User, spent: Budget) -> bool:
    """Whether a proof was given since the limit was reached, or five minutes before: it holds for an hour."""
    told = Alert.objects.filter(about=user, kind=AlertKind.MANY, at__gte=_since(user, _HOUR)).order_by("at").first()
    told = told or raise_alert(kind=AlertKind.MANY, about=user, count=spent.day)
    proved = held_proof(user)
    return proved is not None and proved >= told.at.timestamp() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
