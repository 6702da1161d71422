"""Giving and taking back roles; both are audited."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.accounts import events
from portal.accounts.enums import Role
from portal.accounts.models import RoleGrant, User
from portal.accounts.signals import roles_changed
from portal.audit.actors import Actor, ActorKind
from portal.audit.services import record


class KeptApart(Exception):
    """Who audits does nothing else here, and who does something else here does not audit."""


def grant_role(*, user: User, role: str, actor: Actor) -> RoleGrant:
    """Give a role; giving it twice changes nothing.

    Raises ValueError (unknown role), PermissionDenied (one's own) and KeptApart, which is logged.
    """
    if role not in Role.values:
        raise ValueError(f"unknown role {role}")
    _not_oneself(user, actor)
    try:
        return _grant(user, role, actor)
    except KeptApart:
        record(events.ROLE_REFUSED, actor=actor, subject=user, data={"role": role})
        raise


@transaction.atomic
def _grant(user: User, role: str, actor: Actor) -> RoleGrant:
    # Two roles given at once wait for each other here.
    User.objects.select_for_update().get(pk=user.pk)
    others = set(RoleGrant.objects.live().of(user).values_list("role", flat=True)) - {role}
    if others and Role.AUDITOR in {role, *others}:
        raise KeptApart
    grant, created = RoleGrant.objects.get_or_create(
        user=user,
        role=role,
        revoked_at=None,
        defaults={"granted_by_id": actor.id if actor.kind == ActorKind.STAFF else None},
    )
    if created:
        record(events.ROLE_GRANTED, actor=actor, subject=user, data={"role": role})
        transaction.on_commit(lambda: roles_changed.send(sender=User, user=user))
    return grant


@transaction.atomic
def revoke_role(*, user: User, role: str, actor: Actor) -> None:
    """Take a role back; it ends with the next request. Raises PermissionDenied for one's own."""
    _not_oneself(user, actor)
    changed = (
        RoleGrant.objects.live()
        .of(user)
        .filter(role=role)
        .update(revoked_at=timezone.now(), revoked_by_id=actor.id if actor.kind == ActorKind.STAFF else None)
    )
    if changed:
        record(events.ROLE_REVOKED, actor=actor, subject=user, data={"role": role})
        transaction.on_commit(lambda: roles_changed.send(sender=User, user=user))


def _not_oneself(user: User, actor: Actor) -> None:
    if actor.kind == ActorKind.STAFF and actor.id == user.pk:
        raise PermissionDenied("nobody changes their own roles")
