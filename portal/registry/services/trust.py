"""What is to be checked first, and what a person makes of it (floor 5; R-39, R-50).

Nothing of it reaches the family's page. A machine puts aside, a person releases or marks as spam, and after SPAM_DAYS
another person erases: nothing is deleted by itself.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.registry import events
from portal.registry.enums import TRUST_STEPS, Trust, TrustReason
from portal.registry.models import LegalHold, Registration
from portal.registry.signals import registration_released

from .erasure import erase
from .registrations import tell_changed


@dataclass(frozen=True)
class Standing:
    """How a sending stands: with a proof, without one, or to be checked first for a reason."""

    trust: Trust = Trust.PROVEN
    reason: TrustReason | None = None

    @classmethod
    def doubtful(cls, reason: TrustReason) -> "Standing":
        """To be checked first."""
        return cls(Trust.CHECK_FIRST, reason)


PROVEN = Standing()


class NoSuchStep(Exception):
    """From here it does not lead there: somebody else was faster."""


class NotDue(Exception):
    """It is no spam whose time is over, or the one who marked it cannot be the one who erases it."""


def within_budget(standing: Standing) -> Standing:
    """Return the standing; beyond the day's budget of sendings without a proof, to be checked first.

    Two at the same instant may both be the last one: a limit, not a ledger.
    """
    if standing.trust != Trust.UNPROVEN:
        return standing
    since = timezone.now() - timedelta(days=1)
    lately = Registration.objects.filter(trust=Trust.UNPROVEN, submitted_at__gt=since)
    most = settings.UNPROVEN_PER_DAY
    return Standing.doubtful(TrustReason.CROWD) if lately[:most].count() >= most else standing


@transaction.atomic
def set_standing(registration: Registration, standing: Standing, *, actor: Actor) -> None:
    """Write how a registration that was made just now stands, inside the caller's transaction."""
    if standing.trust == Trust.PROVEN:
        return
    registration.trust, registration.trust_reason = standing.trust, standing.reason or ""
    registration.save(update_fields=["trust", "trust_reason"])
    if standing.reason:
        record(events.PUT_ASIDE, actor=actor, subject=registration, data={"reason": standing.reason.value})


@transaction.atomic
def change_trust(*, registration: Registration, trust: str, user, actor: Actor) -> None:
    """Release, put aside or mark as spam; the same click twice changes nothing. Raises NoSuchStep."""
    current = Registration.objects.select_for_update().get(pk=registration.pk)
    if current.trust == trust:
        return
    if trust not in TRUST_STEPS[current.trust]:
        raise NoSuchStep
    _set(current, trust, reason=TrustReason.STAFF, user=user, actor=actor)


@transaction.atomic
def look_again(*, registration: Registration, actor: Actor) -> None:
    """Whoever writes from a page that was marked as spam is looked at once more."""
    current = Registration.objects.select_for_update().get(pk=registration.pk)
    if current.trust == Trust.SPAM:
        _set(current, Trust.CHECK_FIRST, reason=TrustReason.CAME_BACK, user=None, actor=actor)


def due_spam() -> QuerySet[Registration]:
    """Return what was marked as spam SPAM_DAYS ago or longer; an order to keep it stops the clock."""
    limit = timezone.now() - timedelta(days=settings.SPAM_DAYS)
    ordered = LegalHold.objects.filter(registration=OuterRef("pk"), lifted_at__isnull=True)
    return Registration.objects.spam().filter(~Exists(ordered), trust_at__lte=limit)


def erase_spam(*, registration: Registration, user, actor: Actor) -> None:
    """Erase what is due, by somebody else than who marked it. Raises NotDue."""
    due = due_spam().filter(pk=registration.pk).exclude(trust_by=user).first()
    if due is None:
        raise NotDue
    erase(registration=due, actor=actor)


def _set(current: Registration, trust: str, *, reason: TrustReason, user, actor: Actor) -> None:
    if trust == Trust.CHECK_FIRST:
        current.trust_reason = reason
    # `updated_at` stays: since then the family chose when to speak with us (casework.with_talk_chosen).
    current.trust, current.trust_at, current.trust_by = trust, timezone.now(), user
    current.save(update_fields=["trust", "trust_reason", "trust_at", "trust_by"])
    record(events.TRUST_CHANGED, actor=actor, subject=current, data={"trust": trust})
    tell_changed(current)
    if trust == Trust.RELEASED:
        key = current.pk
        transaction.on_commit(lambda: registration_released.send(sender=Registration, registration_id=key))
