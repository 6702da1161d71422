"""Who may: roles asked afresh at every request, so that a change takes effect at the next one (floor 2; R-16)."""

from typing import cast
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, Q
from django.http import HttpRequest

from portal.audit.actors import Actor

from .enums import ROLES_TRAINED_FOR, Role, TrainedFor
from .models import RoleGrant, TrainedGrant

_HELD = "_roles_of_this_request"


def roles_of(user) -> frozenset[str]:
    """Return the live roles of a user; none for visitors and inactive accounts."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return frozenset()
    held: frozenset[str] | None = getattr(user, _HELD, None)
    return _live_roles(user) if held is None else held


def hold_roles(user) -> None:
    """Ask for the roles once for all that this request does; the next one loads its own user and asks again."""
    setattr(user, _HELD, _live_roles(user))


def _live_roles(user) -> frozenset[str]:
    return frozenset(RoleGrant.objects.live().of(user).values_list("role", flat=True))


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
