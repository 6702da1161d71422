"""Giving, renewing and taking back roles, and ending those whose time is over; each is audited."""

from functools import partial

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.accounts import events
from portal.accounts.enums import Role
from portal.accounts.models import RoleGrant, User
from portal.accounts.signals import roles_changed
from portal.accounts.terms import months_after
from portal.audit.actors import SYSTEM, Actor, ActorKind
from portal.audit.services import record


class KeptApart(Exception):
    """Who audits does nothing else here, and who does something else here does not audit."""


def grant_role(*, user: User, role: str, actor: Actor, months: int | None = None) -> RoleGrant:
    """Give a role for some months, or renew it; without months it has no end, and giving it twice changes nothing.

    Raises ValueError (unknown role or time), PermissionDenied (one's own) and KeptApart, which is logged.
    """
    if role not in Role.values:
        raise ValueError(f"unknown role {role}")
    _not_oneself(user, actor)
    try:
        return _grant(user, role, actor, months)
    except KeptApart:
        record(events.ROLE_REFUSED, actor=actor, subject=user, data={"role": role})
        raise


@transaction.atomic
def _grant(user: User, role: str, actor: Actor, months: int | None) -> RoleGrant:
    now = timezone.now()
    expires_at = months_after(now, months) if months is not None else None
    # Two roles given at once wait for each other here.
    User.objects.select_for_update().get(pk=user.pk)
    others = set(RoleGrant.objects.live().of(user).values_list("role", flat=True)) - {role}
    if others and Role.AUDITOR in {role, *others}:
        raise KeptApart
    mine = RoleGrant.objects.of(user).filter(role=role)
    if months is None and (present := mine.live().first()):
        return present
    is_renewal = bool(mine.live().update(revoked_at=now, revoked_by_id=_by(actor)))
    mine.over().update(revoked_at=now)
    grant = RoleGrant.objects.create(user=user, role=role, granted_by_id=_by(actor), expires_at=expires_at)
    code = events.ROLE_RENEWED if is_renewal else events.ROLE_GRANTED
    record(code, actor=actor, subject=user, data={"role": role, **({"months": months} if months else {})})
    transaction.on_commit(lambda: roles_changed.send(sender=User, user=user))
    return grant


@transaction.atomic
def end_roles_that_are_over(*, user: User | None = None) -> int:
    """Note that roles ended with their time, so that what follows from them ends too; return how many.

    They are in force no more from their last moment on, whether or not this has run.
    """
    over = RoleGrant.objects.over().select_related("user").select_for_update(of=("self",))
    ended = list(over.of(user) if user else over)
    RoleGrant.objects.filter(pk__in=[grant.pk for grant in ended]).update(revoked_at=timezone.now())
    for grant in ended:
        record(events.ROLE_ENDED, actor=SYSTEM, subject=grant.user, data={"role": grant.role})
    for one in {grant.user for grant in ended}:
        transaction.on_commit(partial(roles_changed.send, sender=User, user=one))
    return len(ended)


@transaction.atomic
def revoke_role(*, user: User, role: str, actor: Actor) -> None:
    """Take a role back; it ends with the next request. Raises PermissionDenied for one's own."""
    _not_oneself(user, actor)
    changed = (
        RoleGrant.objects.live().of(user).filter(role=role).update(revoked_at=timezone.now(), revoked_by_id=_by(actor))
    )
    if changed:
        record(events.ROLE_REVOKED, actor=actor, subject=user, data={"role": role})
        transaction.on_commit(lambda: roles_changed.send(sender=User, user=user))


def _by(actor: Actor):
    return actor.id if actor.kind == ActorKind.STAFF else None


def _not_oneself(user: User, actor: Actor) -> None:
    if actor.kind == ActorKind.STAFF and actor.id == user.pk:
        raise PermissionDenied("nobody changes their own roles")
