"""Telling people of the office by mail that something waits: no name, no number, no subject (floor 3; ADR 0031).

The pages say what it is. Several events of one kind within an hour are one mail.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.accounts.enums import Role
from portal.accounts.models import RoleGrant, User
from portal.accounts.permissions import has_role
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.keyring import create_data_key
from portal.notifications import events
from portal.notifications.enums import STAFF_TASKS, DeliveryState
from portal.notifications.models import StaffAddress, StaffMail
from portal.notifications.tasks import deliver_staff_mail

from .delivery import MAX_ATTEMPTS

# Who is told of alerts has to stay within reach: these change their address, and do not take it away.
ALERTED = (Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR)


def tell_staff(*, kind: str, roles: Collection[str], but_not: Collection[UUID] = ()) -> int:
    """Queue a mail for everybody who holds one of the roles now and gave an address; return how many are new.

    `but_not` are those whom it is about. In the transaction of what happened.
    """
    holders = RoleGrant.objects.live().filter(role__in=roles, user__is_active=True).exclude(user__in=but_not)
    addresses = StaffAddress.objects.filter(user__in=holders.values("user"))
    if kind in STAFF_TASKS:
        addresses = addresses.filter(wants_tasks=True)
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    made = [
        StaffMail.objects.get_or_create(user_id=user, kind=kind, hour=hour)
        for user in addresses.values_list("user", flat=True)
    ]
    new = [mail for mail, is_new in made if is_new]
    for mail in new:
        _enqueue(mail.pk, 0)
    return len(new)


@transaction.atomic
def set_address(*, user: User, value: str, wants_tasks: bool) -> None:
    """Keep where this person is written to; nothing ends it. Raises PermissionDenied where alerts need it."""
    if not value and has_role(user, *ALERTED):
        raise PermissionDenied("who is told of alerts stays within reach")
    StaffAddress.objects.filter(user=user).delete()
    if value:
        key_id = create_data_key(purpose="staff address")
        StaffAddress.objects.create(key_id=key_id, user=user, value=value, wants_tasks=wants_tasks)
    record(events.STAFF_ADDRESS_SET if value else events.STAFF_ADDRESS_ENDED, actor=Actor.staff(user.pk), subject=user)


def requeue_stale_staff_mails(*, before: datetime) -> int:
    """Queue again what has waited since `before` because a worker died; return how many."""
    stale = StaffMail.objects.filter(state=DeliveryState.WAITING, next_at__lt=before, attempts__lt=MAX_ATTEMPTS)
    rows = list(stale.values_list("pk", "attempts"))
    stale.update(next_at=timezone.now())
    for mail_id, attempts in rows:
        _enqueue(mail_id, attempts)
    return len(rows)


def _enqueue(mail_id: UUID, attempts: int) -> None:
    transaction.on_commit(lambda: deliver_staff_mail.enqueue(str(mail_id), str(attempts)))
