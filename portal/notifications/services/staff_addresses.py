"""Where people of the office are written to, and the proof that it is theirs (floor 3; ADR 0031)."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.accounts.permissions import has_role
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.keyring import create_data_key
from portal.notifications import events
from portal.notifications.enums import StaffNotice
from portal.notifications.models import StaffAddress, StaffMail

from .staff import enqueue_staff_mail

# Who is told of alerts has to stay within reach: these change their address, and do not take it away.
ALERTED = (Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR)
# Codes for one person within a day, and tries of one code.
MOST_CODES, MOST_TRIES = 5, 10


class TooManyCodes(Exception):
    """So many codes were sent today that no more are."""


@transaction.atomic
def set_address(*, user: User, value: str, wants_tasks: bool) -> StaffAddress | None:
    """Keep where this person is written to; nothing ends it. A new address is sent the code that proves it.

    Until then the one that was proven before holds. Raises PermissionDenied where alerts need an address, TooManyCodes.
    """
    if not value and has_role(user, *ALERTED):
        raise PermissionDenied("who is told of alerts stays within reach")
    before = StaffAddress.objects.select_for_update().filter(user=user).first()
    if before is not None and before.proven_at and before.value == value:
        before.wants_tasks = wants_tasks
        before.save(update_fields=["wants_tasks"])
        return before
    former = before.reached_at() if before else None
    StaffAddress.objects.filter(user=user).delete()
    record(events.STAFF_ADDRESS_SET if value else events.STAFF_ADDRESS_ENDED, actor=Actor.staff(user.pk), subject=user)
    if not value:
        return None
    key_id = create_data_key(purpose="staff address")
    _send_code(user)
    # A row of its own for each address, and with it a code of its own.
    return StaffAddress.objects.create(key_id=key_id, user=user, value=value, former=former, wants_tasks=wants_tasks)


@transaction.atomic
def prove_address(*, user: User, code: str) -> bool:
    """Say whether this is the code that was sent to the address that waits; from then on it is the one that holds."""
    address = StaffAddress.objects.select_for_update().filter(user=user, proven_at__isnull=True).first()
    if address is None or address.tries >= MOST_TRIES:
        return False
    is_right = constant_time_compare(code, address.code())
    if is_right:
        address.proven_at, address.former = timezone.now(), None
        record(events.STAFF_ADDRESS_PROVEN, actor=Actor.staff(user.pk), subject=user)
    address.tries += 1
    address.save(update_fields=["proven_at", "former", "tries"])
    return is_right


def _send_code(user: User) -> None:
    """At once, and for each address anew; but nobody fills a stranger's mailbox with codes."""
    now = timezone.now()
    sent = StaffMail.objects.filter(user=user, kind=StaffNotice.PROOF)
    if sent.filter(hour__gt=now - timedelta(days=1)).count() >= MOST_CODES:
        raise TooManyCodes
    enqueue_staff_mail(StaffMail.objects.create(user=user, kind=StaffNotice.PROOF, hour=now).pk, 0)
