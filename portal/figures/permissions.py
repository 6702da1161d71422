"""Who may do what with figures (floor 3)."""

from portal.accounts.enums import Role
from portal.accounts.permissions import check_role, has_role

READERS = (Role.SUPERVISOR, Role.DATA_STEWARD)
PUBLISHERS = (Role.SUPERVISOR,)


def can_publish(user) -> bool:
    """Say whether the user asks for, answers and withdraws public figures."""
    return has_role(user, *PUBLISHERS)


def check_publish(user) -> None:
    """Raise PermissionDenied unless the user asks for, answers and withdraws public figures."""
    check_role(user, *PUBLISHERS)
