"""Who may do what with pairs: reviewers judge, supervisors decide disputes and approve (floor 6)."""

from portal.accounts.enums import Role
from portal.accounts.permissions import check_role, has_role

READERS = (Role.REVIEWER, Role.SUPERVISOR)
DECIDERS = (Role.SUPERVISOR,)
SEARCHERS = (Role.CASEWORKER, Role.REVIEWER, Role.SUPERVISOR)
# Who speaks with families, and who answers for a detainee record that somebody calls wrong.
TELLERS = (Role.CASEWORKER, Role.SUPERVISOR)
CHECKERS = (Role.SUPERVISOR, Role.DATA_STEWARD)
EXPORT_ASKERS = (Role.SUPERVISOR, Role.DATA_STEWARD)
EXPORT_APPROVERS = (Role.SUPERVISOR, Role.ADMINISTRATOR)


def can_read(user) -> bool:
    """Say whether the user may see pairs at all."""
    return has_role(user, *READERS)


def check_read(user) -> None:
    """Raise PermissionDenied unless the user may see pairs."""
    check_role(user, *READERS)


def can_judge(user) -> bool:
    """Say whether the user gives first and second readings."""
    return has_role(user, Role.REVIEWER)


def check_judge(user) -> None:
    """Raise PermissionDenied unless the user gives first and second readings."""
    check_role(user, Role.REVIEWER)


def can_decide(user) -> bool:
    """Say whether the user decides disputes, reopens and approves."""
    return has_role(user, *DECIDERS)


def check_decide(user) -> None:
    """Raise PermissionDenied unless the user decides disputes, reopens and approves."""
    check_role(user, *DECIDERS)


def check_search(user) -> None:
    """Raise PermissionDenied unless the user may look for people."""
    check_role(user, *SEARCHERS)


def check_ask_export(user) -> None:
    """Raise PermissionDenied unless the user may ask for an export."""
    check_role(user, *EXPORT_ASKERS)


def can_approve_export(user) -> bool:
    """Say whether the user answers other people's requests for an export."""
    return has_role(user, *EXPORT_APPROVERS)


def check_approve_export(user) -> None:
    """Raise PermissionDenied unless the user answers other people's requests for an export."""
    check_role(user, *EXPORT_APPROVERS)


def can_hold_talks(user) -> bool:
    """Say whether the user speaks with families."""
    return has_role(user, *TELLERS)


def check_hold_talks(user) -> None:
    """Raise PermissionDenied unless the user speaks with families."""
    check_role(user, *TELLERS)


def can_check_records(user) -> bool:
    """Say whether the user answers for records that somebody calls wrong."""
    return has_role(user, *CHECKERS)


def check_check_records(user) -> None:
    """Raise PermissionDenied unless the user answers for records that somebody calls wrong."""
    check_role(user, *CHECKERS)
