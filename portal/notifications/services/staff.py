"""Telling people of the office by mail that something waits: no name, no number, no subject (floor 3; ADR 0031).

The pages say what it is. Several events of one kind within an hour are one mail.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import RoleGrant
from portal.notifications.enums import STAFF_TASKS, DeliveryState
from portal.notifications.models import StaffAddress, StaffMail
from portal.notifications.tasks import deliver_staff_mail

from .delivery import MAX_ATTEMPTS


def tell_staff(*, kind: str, roles: Collection[str], but_not: Collection[UUID] = ()) -> int:
    """Queue a mail for everybody who holds one of the roles now and proved an address; return how many are new.

    `but_not` are those whom it is about. In the transaction of what happened.
    """
    holders = RoleGrant.objects.live().filter(role__in=roles, user__is_active=True).exclude(user__in=but_not)
    addresses = StaffAddress.objects.reachable().filter(user__in=holders.values("user"))
    if kind in STAFF_TASKS:
        addresses = addresses.filter(wants_tasks=True)
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    made = [
        StaffMail.objects.get_or_create(user_id=user, kind=kind, hour=hour)
        for user in addresses.values_list("user", flat=True)
    ]
    new = [mail for mail, is_new in made if is_new]
    for mail in new:
        enqueue_staff_mail(mail.pk, 0)
    return len(new)


def requeue_stale_staff_mails(*, before: datetime) -> int:
    """Queue again what has waited since `before` because a worker died; return how many."""
    stale = StaffMail.objects.filter(state=DeliveryState.WAITING, next_at__lt=before, attempts__lt=MAX_ATTEMPTS)
    rows = list(stale.values_list("pk", "attempts"))
    stale.update(next_at=timezone.now())
    for mail_id, attempts in rows:
        enqueue_staff_mail(mail_id, attempts)
    return len(rows)


def enqueue_staff_mail(mail_id: UUID, attempts: int) -> None:
    """Let the worker send it once what it is about is written."""
    transaction.on_commit(lambda: deliver_staff_mail.enqueue(str(mail_id), str(attempts)))
