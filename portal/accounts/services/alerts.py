"""Telling supervisors and auditors of unusual reading, stopping it, and what a second person says to it (R-23)."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.accounts import events
from portal.accounts.enums import AlertAnswer, AlertKind, Role
from portal.accounts.models import Alert, PlantedRecord, User
from portal.accounts.models.alerts import AlertQuerySet
from portal.accounts.permissions import has_role
from portal.accounts.signals import alert_raised
from portal.audit.actors import SYSTEM, Actor
from portal.audit.services import record

# Who looks into an alert, and who lets somebody read again. Nobody what is about herself or himself.
ANSWERERS = {
    AlertKind.MANY: (Role.SUPERVISOR, Role.AUDITOR),
    AlertKind.PLANTED: (Role.SUPERVISOR, Role.AUDITOR),
    AlertKind.FROZEN: (Role.SUPERVISOR, Role.ADMINISTRATOR),
}


# Who is told of it. An administrator lifts what stops a colleague, and hears of nothing else.
TOLD = {
    AlertKind.MANY: (Role.SUPERVISOR, Role.AUDITOR),
    AlertKind.PLANTED: (Role.SUPERVISOR, Role.AUDITOR),
    AlertKind.FROZEN: (Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR),
}


class AnsweredAlready(Exception):
    """Somebody else was faster."""


def seen_by(user: User) -> AlertQuerySet:
    """Return the alerts that this person is told of: by role, and never what is about herself or himself."""
    kinds = [kind for kind, roles in TOLD.items() if has_role(user, *roles)]
    return Alert.objects.filter(kind__in=kinds).exclude(about_id=user.pk)


def may_answer(user: User, alert: Alert) -> bool:
    """Say whether this person may say what came of an alert."""
    return alert.about_id != user.pk and has_role(user, *ANSWERERS[AlertKind(alert.kind)])


@transaction.atomic
def raise_alert(*, kind: str, about: User, count: int, planted: PlantedRecord | None = None) -> Alert:
    """Tell supervisors and auditors; it stands on their first page at once. The log does not say what is planted."""
    alert = Alert.objects.create(kind=kind, about=about, at=timezone.now(), count=count, planted=planted)
    _tell(kind, about)
    record(events.ALERTED, actor=SYSTEM, subject=about, data={"kind": kind, "count": count})
    return alert


@transaction.atomic
def freeze(*, user: User, count: int) -> None:
    """Let this account read nothing more; twice changes nothing. It holds from the next request on everywhere."""
    current = User.objects.select_for_update().get(pk=user.pk)
    if current.reading_frozen_at is None:
        current.reading_frozen_at = timezone.now()
        current.save(update_fields=["reading_frozen_at"])
        Alert.objects.create(kind=AlertKind.FROZEN, about=current, at=current.reading_frozen_at, count=count)
        _tell(AlertKind.FROZEN, current)
        record(events.READING_FROZEN, actor=SYSTEM, subject=current, data={"count": count})
    user.reading_frozen_at = current.reading_frozen_at


def _tell(kind: str, about: User) -> None:
    """Let higher floors write to those who are told of it; the mail says nothing of it."""
    alert_raised.send(sender=Alert, kind=kind, roles=TOLD[AlertKind(kind)], about=about)


def answer_alert(*, alert: Alert, answer: str, by: User) -> None:
    """Say what came of an alert; of a freeze, this lifts it. Raises PermissionDenied, AnsweredAlready, ValueError."""
    if answer not in AlertAnswer.values:
        raise ValueError("unknown answer")
    if not may_answer(by, alert):
        record(events.ALERT_REFUSED, actor=Actor.staff(by.pk), subject=alert)
        raise PermissionDenied("a second person has to look into it")
    _answer(alert, answer, by)


@transaction.atomic
def _answer(alert: Alert, answer: str, by: User) -> None:
    current = Alert.objects.select_for_update().get(pk=alert.pk)
    if current.answered_at is not None:
        raise AnsweredAlready
    current.answer, current.answered_by, current.answered_at = answer, by, timezone.now()
    current.save(update_fields=["answer", "answered_by", "answered_at"])
    record(events.ALERT_ANSWERED, actor=Actor.staff(by.pk), subject=current, data={"answer": answer})
    if current.kind == AlertKind.FROZEN:
        User.objects.filter(pk=current.about_id).update(
            reading_frozen_at=None, readings_counted_from=current.answered_at
        )
        record(events.READING_LIFTED, actor=Actor.staff(by.pk), subject=current.about)
