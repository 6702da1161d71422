"""Who has a file: taken, handed over with a note, given back; all files of somebody who leaves (floor 5)."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from portal.accounts.colleagues import people_with
from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.accounts.permissions import has_role
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.registry import events
from portal.registry.models import CaseAssignment, CaseTask, Registration
from portal.registry.need import CONTACT_READERS, open_to


class SomebodyElseHasIt(Exception):
    """Somebody else took the file, or it was handed on, since this page was opened."""


def may_have_files() -> QuerySet[User]:
    """Return the colleagues who answer families now."""
    return people_with(CONTACT_READERS)


def assignment_of(registration: Registration) -> CaseAssignment | None:
    """Return who has a file now."""
    return registration.assignments.live().select_related("owner", "given_by").first()


def may_hand_over(assignment: CaseAssignment | None, *, user) -> bool:
    """Say whether `user` may hand a file on: its owner, a supervisor, and anybody where nobody has it."""
    is_free = assignment is None or assignment.owner_id == user.pk
    return has_role(user, *CONTACT_READERS) and (is_free or has_role(user, Role.SUPERVISOR))


@transaction.atomic
def take_file(*, registration: Registration, user) -> CaseAssignment:
    """Take a file that nobody has; twice changes nothing. Raises PermissionDenied, SomebodyElseHasIt."""
    return hand_over(registration=registration, to=user, note="", seen=None, user=user)


@transaction.atomic
def hand_over(*, registration: Registration, to: User, note: str, seen: UUID | None, user) -> CaseAssignment:
    """Give a file to `to`, their open tasks with it. `seen` is the assignment that `user` saw on the page.

    Raises PermissionDenied where `user` may not, or `to` answers no families; SomebodyElseHasIt.
    """
    Registration.objects.select_for_update().get(pk=registration.pk)
    present = assignment_of(registration)
    if present and present.owner_id == to.pk:
        return present
    if (present.pk if present else None) != seen:
        raise SomebodyElseHasIt
    if not may_hand_over(present, user=user) or not has_role(to, *CONTACT_READERS):
        raise PermissionDenied
    moved = 0
    if present:
        _end(present, user)
        moved = _hand_tasks(registration, of=present.owner, to=to)
    assignment = CaseAssignment.objects.create(
        key_id=registration.key_id,
        registration=registration,
        owner=to,
        note=note,
        given_by=user,
        given_at=timezone.now(),
    )
    data = {"to": str(to.pk), "tasks": moved}
    record(events.FILE_ASSIGNED, actor=Actor.staff(user.pk), subject=registration, data=data)
    return assignment


@transaction.atomic
def give_back(*, registration: Registration, user) -> bool:
    """Let nobody have a file; return whether somebody had it. Raises PermissionDenied."""
    Registration.objects.select_for_update().get(pk=registration.pk)
    present = assignment_of(registration)
    if present is None:
        return False
    if not may_hand_over(present, user=user):
        raise PermissionDenied
    _end(present, user)
    record(events.FILE_GIVEN_BACK, actor=Actor.staff(user.pk), subject=registration)
    return True


@transaction.atomic
def hand_over_all(*, of: User, to: User, note: str, user) -> int:
    """Give every file and open task of somebody to somebody else, by a supervisor; return how many files.

    Files that are not open to the supervisor stay as they are, and that somebody asked is logged. Raises
    PermissionDenied.
    """
    if not has_role(user, Role.SUPERVISOR) or not has_role(to, *CONTACT_READERS):
        raise PermissionDenied
    of_them = CaseAssignment.objects.live().filter(owner=of)
    held = list(open_to(user, of_them).select_related("registration").order_by("pk"))
    for other in of_them.exclude(pk__in=[one.pk for one in held]).select_related("registration"):
        record(events.FILE_REFUSED, actor=Actor.staff(user.pk), subject=other.registration)
    for assignment in held:
        hand_over(registration=assignment.registration, to=to, note=note, seen=assignment.pk, user=user)
    # what they were to do about files that were never theirs
    tasks = open_to(user, CaseTask.objects.open().filter(for_whom=of))
    for registration in Registration.objects.filter(pk__in=tasks.values("registration")).order_by("pk"):
        data = {"to": str(to.pk), "tasks": _hand_tasks(registration, of=of, to=to)}
        record(events.TASKS_HANDED, actor=Actor.staff(user.pk), subject=registration, data=data)
    return len(held)


def _hand_tasks(registration: Registration, *, of: User, to: User) -> int:
    return CaseTask.objects.open().filter(registration=registration, for_whom=of).update(for_whom=to)


def _end(assignment: CaseAssignment, user) -> None:
    CaseAssignment.objects.filter(pk=assignment.pk).update(ended_at=timezone.now(), ended_by=user)
