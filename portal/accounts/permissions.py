"""Who may: roles asked afresh at every request, so that a change takes effect at the next one (floor 2; R-16)."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar, cast
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, Q
from django.http import HttpRequest
from django.utils import timezone

from portal.audit.actors import Actor

from .enums import ROLES_TRAINED_FOR, Role, TrainedFor
from .models import RoleGrant, TrainedGrant
from .terms import ENDS_SOON

_HELD = "_held_in_this_request"
_Answer = TypeVar("_Answer")


def roles_of(user) -> frozenset[str]:
    """Return the live roles of a user; none for visitors and inactive accounts."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return frozenset()
    return once_a_request(user, "roles", lambda: frozenset(_live_roles(user)))


def hold_roles(user) -> bool:
    """Ask for the roles once for all that this request does; the next one loads its own user and asks again.

    Return whether there is a role whose time is over and that nobody has noted as ended.
    """
    now = timezone.now()
    standing = dict(RoleGrant.objects.standing().of(user).values_list("role", "expires_at"))
    live = {role: end for role, end in standing.items() if end is None or end > now}
    setattr(user, _HELD, {"roles": frozenset(live), "ends": live})
    return len(live) < len(standing)


def roles_that_end(user) -> dict[str, datetime]:
    """Return which live roles of a user end within two weeks, and when."""
    soon = timezone.now() + ENDS_SOON
    ends = once_a_request(user, "ends", lambda: _live_roles(user))
    return {role: end for role, end in ends.items() if end is not None and end <= soon}


def once_a_request(user, name: str, ask: Callable[[], _Answer]) -> _Answer:
    """Return what `ask` says, asked once in a request that passed the gate, and each time everywhere else."""
    held: dict | None = getattr(user, _HELD, None)
    if held is None:
        return ask()
    if name not in held:
        held[name] = ask()
    return held[name]


def _live_roles(user) -> dict[str, datetime | None]:
    return dict(RoleGrant.objects.live().of(user).values_list("role", "expires_at"))


def has_role(user, *roles: str) -> bool:
    """Say whether the user holds one of the roles now."""
    return bool(roles_of(user).intersection(roles))


def check_role(user, *roles: str) -> None:
    """Raise PermissionDenied unless the user holds one of the roles now."""
    if not has_role(user, *roles):
        raise PermissionDenied


def is_staff_member(user) -> bool:
    """Say whether the user holds any staff role now."""
    return has_role(user, *Role.values)


def training(user, kind: str) -> Q:
    """The same as `is_trained`, to be asked within another query."""
    if not has_role(user, *ROLES_TRAINED_FOR[kind]):
        return Q(pk__in=[])
    return Q(Exists(TrainedGrant.objects.live().for_kind(kind).filter(user=user)))


def is_trained(user, kind: str = TrainedFor.SEALED_NOTES) -> bool:
    """Say whether the user may now read what only trained people read: the grant stands, and the role still does."""
    granted = TrainedGrant.objects.live().for_kind(kind)
    return has_role(user, *ROLES_TRAINED_FOR[kind]) and granted.filter(user=user).exists()


def actor_of(request: HttpRequest) -> Actor:
    """Return the member of staff or helper who asks, as services want to know."""
    return Actor.staff(cast(UUID, request.user.pk))
