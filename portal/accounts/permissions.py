"""Who may: roles asked afresh at every request, so that a change takes effect at the next one (floor 2; R-16)."""

from collections.abc import Callable
from typing import TypeVar

from django.core.exceptions import PermissionDenied

from .enums import ROLES_TRAINED_FOR, Role, TrainedFor
from .models import RoleGrant, TrainedGrant

_HELD = "_held_in_this_request"
_Answer = TypeVar("_Answer")


def roles_of(user) -> frozenset[str]:
    """Return the live roles of a user; none for visitors and inactive accounts."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return frozenset()
    return once_a_request(user, "roles", lambda: _live_roles(user))


def hold_roles(user) -> None:
    """Ask for the roles once for all that this request does; the next one loads its own user and asks again."""
    setattr(user, _HELD, {"roles": _live_roles(user)})


def once_a_request(user, name: str, ask: Callable[[], _Answer]) -> _Answer:
    """Return what `ask` says, asked once in a request that passed the gate, and each time everywhere else."""
    held: dict | None = getattr(user, _HELD, None)
    if held is None:
        return ask()
    if name not in held:
        held[name] = ask()
    return held[name]


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


def is_trained(user, kind: str = TrainedFor.SEALED_NOTES) -> bool:
    """Say whether the user may now read what only trained people read: the grant stands, and the role still does."""
    granted = TrainedGrant.objects.live().for_kind(kind)
    return has_role(user, *ROLES_TRAINED_FOR[kind]) and granted.filter(user=user).exists()
