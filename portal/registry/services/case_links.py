"""Files that staff read side by side; no family is told of another (floor 5)."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.accounts.permissions import has_role
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.registry import events
from portal.registry.models import CaseLink, Registration
from portal.registry.need import CONTACT_READERS


class ItselfLinked(Exception):
    """A file cannot be linked with itself."""


@transaction.atomic
def link_files(*, registration: Registration, other: Registration, kind: str, user) -> CaseLink:
    """Link two files; twice changes nothing. Raises PermissionDenied, ItselfLinked."""
    if not has_role(user, *CONTACT_READERS):
        raise PermissionDenied
    if registration.pk == other.pk:
        raise ItselfLinked
    first, second = sorted((registration, other), key=lambda one: one.pk)
    # Both are locked in the same order by whoever links them, from whichever side.
    list(Registration.objects.select_for_update().filter(pk__in=[first.pk, second.pk]).order_by("pk"))
    live = CaseLink.objects.filter(first=first, second=second, kind=kind, ended_at__isnull=True)
    if present := live.first():
        return present
    link = CaseLink.objects.create(first=first, second=second, kind=kind, linked_by=user, linked_at=timezone.now())
    _record(events.FILES_LINKED, link, user)
    return link


@transaction.atomic
def unlink_files(*, link: CaseLink, user) -> bool:
    """End a link; return False where somebody was faster. Raises PermissionDenied."""
    if not has_role(user, *CONTACT_READERS):
        raise PermissionDenied
    live = CaseLink.objects.filter(pk=link.pk, ended_at__isnull=True)
    if not live.update(ended_at=timezone.now(), ended_by=user):
        return False
    _record(events.FILES_UNLINKED, link, user)
    return True


def _record(code: str, link: CaseLink, user) -> None:
    """Once for each of the two files, without naming the other: a family sees no part of this log."""
    for side in (link.first, link.second):
        record(code, actor=Actor.staff(user.pk), subject=side, data={"kind": link.kind})
