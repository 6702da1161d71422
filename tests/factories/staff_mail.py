"""Members of staff who gave a mail address, and mails to them."""

from __future__ import annotations

from portal.accounts.models import User
from portal.notifications.enums import StaffNotice
from portal.notifications.models import StaffMail
from portal.notifications.services.staff import tell_staff
from portal.notifications.services.staff_addresses import prove_address, set_address

from .staff import StaffFactory


def make_reachable(role: str, *, wants_tasks: bool = True, **options) -> User:
    """Return somebody with a role who can be written to."""
    user = StaffFactory(role=role, **options)
    address = set_address(user=user, value=f"{user.username}@example.org", wants_tasks=wants_tasks)
    assert prove_address(user=user, code=address.code())
    StaffMail.objects.filter(user=user).delete()
    return user


def make_staff_mail(kind: str = StaffNotice.MANY, **options) -> StaffMail:
    """Return a mail that waits, to a supervisor."""
    user = make_reachable("supervisor", **options)
    tell_staff(kind=kind, roles=["supervisor"])
    return StaffMail.objects.get(user=user, kind=kind)
