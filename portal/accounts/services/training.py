"""Vouching that a colleague is trained for what is hardest, for a time; both ways are audited (floor 2)."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.accounts import events
from portal.accounts.enums import ROLES_TRAINED_FOR, Role, TrainedFor
from portal.accounts.models import TrainedGrant, User
from portal.accounts.permissions import check_role, has_role
from portal.accounts.terms import months_after
from portal.audit.actors import Actor
from portal.audit.services import record


class NotForTheirRole(Exception):
    """Only who works with families can be trained for it here."""


@transaction.atomic
def grant_trained(*, user: User, months: int, by: User, kind: str = TrainedFor.SEALED_NOTES) -> TrainedGrant:
    """Vouch for a colleague from now on; an earlier grant of the kind ends.

    Raises PermissionDenied, NotForTheirRole, and ValueError for a time that is not offered.
    """
    _check(user, by)
    now = timezone.now()
    expires_at = months_after(now, months)
    if not has_role(user, *ROLES_TRAINED_FOR[kind]):
        raise NotForTheirRole
    User.objects.select_for_update().get(pk=user.pk)
    TrainedGrant.objects.standing().for_kind(kind).filter(user=user).update(revoked_at=now, revoked_by=by)
    grant = TrainedGrant.objects.create(user=user, kind=kind, granted_by=by, granted_at=now, expires_at=expires_at)
    record(events.TRAINED_GRANTED, actor=Actor.staff(by.pk), subject=user, data={"months": months, "kind": kind})
    return grant


@transaction.atomic
def revoke_trained(*, user: User, by: User, kind: str = TrainedFor.SEALED_NOTES) -> bool:
    """Take it back; in force from the next request on. Return whether there was one. Raises PermissionDenied."""
    _check(user, by)
    granted = TrainedGrant.objects.standing().for_kind(kind)
    if not granted.filter(user=user).update(revoked_at=timezone.now(), revoked_by=by):
        return False
    record(events.TRAINED_REVOKED, actor=Actor.staff(by.pk), subject=user, data={"kind": kind})
    return True


def _check(user: User, by: User) -> None:
    check_role(by, Role.SUPERVISOR)
    if user.pk == by.pk:
        raise PermissionDenied("nobody vouches for herself or himself")
