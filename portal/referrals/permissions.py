"""Who may ask for an export of registrations, of which parts, and who approves it (floor 6; R-22)."""

from django.db.models import Exists, OuterRef, QuerySet

from portal.accounts.enums import Role
from portal.accounts.permissions import has_role
from portal.organizations.models import Recipient
from portal.registry.enums import Purpose
from portal.registry.models import CaseAssignment, Registration
from portal.registry.need import open_to

from .enums import CLASS_OF, Part

ASKERS = (Role.CASEWORKER, Role.SUPERVISOR, Role.DATA_STEWARD)
EXTRACT_APPROVERS = (Role.SUPERVISOR,)

# Who keeps lists reads no registration: without names, without the person's marks, without any way to a family.
_STEWARD_PARTS = frozenset({Part.FILE, Part.LAST_NEWS})
_WITHOUT_THE_FAMILY = frozenset({Part.FILE, Part.NAMES, Part.KNOWN_BY, Part.LAST_NEWS})


def may_ask(user) -> bool:
    """Say whether somebody may ask for an export at all."""
    return has_role(user, *ASKERS)


def may_approve(user) -> bool:
    """Say whether somebody approves what others ask for."""
    return has_role(user, *EXTRACT_APPROVERS)


def is_limited_to_own(user) -> bool:
    """Say whether somebody takes out her or his own files only, whatever is chosen."""
    return not has_role(user, Role.SUPERVISOR, Role.DATA_STEWARD)


def parts_for(user, *, purpose: str, recipient: Recipient | None) -> frozenset[str]:
    """Return what may stand in a table for this purpose, asked for by this person."""
    if recipient is not None:
        parts = frozenset(CLASS_OF)
    else:
        parts = _WITHOUT_THE_FAMILY if purpose == Purpose.COMPARE else frozenset(Part)
    return parts if has_role(user, Role.SUPERVISOR, Role.CASEWORKER) else parts & _STEWARD_PARTS


def within_reach(user, parts: frozenset[str]) -> QuerySet[Registration]:
    """Return the registrations that somebody may take out in these parts.

    For a supervisor those that are open to her, for a caseworker her own; who keeps lists gets all, without names.
    """
    every = Registration.objects.all()
    if has_role(user, Role.SUPERVISOR):
        return open_to(user, every)
    if has_role(user, Role.DATA_STEWARD) and parts <= _STEWARD_PARTS:
        return every
    if has_role(user, Role.CASEWORKER):
        own = CaseAssignment.objects.live().filter(owner=user.pk, registration=OuterRef("pk"))
        return every.filter(Exists(own))
    return every.none()
