"""Saying what a file is opened for, and opening one of another team in an emergency (floor 5; R-24, R-25)."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.accounts.enums import Role
from portal.accounts.permissions import check_role
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.notifications.enums import StaffNotice
from portal.notifications.services.staff import tell_staff
from portal.registry import events
from portal.registry.enums import STATED_PURPOSES, ReadPurpose
from portal.registry.models import FileOpening, Registration
from portal.registry.need import CONTACT_READERS

# How long it is remembered what a file is opened for, and how long an emergency lasts.
REMEMBERED = timedelta(hours=1)


class NoWords(Exception):
    """It has to be said in words."""


def state_purpose(*, registration: Registration, purpose: str, words: str, user) -> FileOpening:
    """Remember for an hour what a file is opened for. Raises ValueError for an unknown purpose, NoWords."""
    if purpose not in STATED_PURPOSES:
        raise ValueError("unknown purpose")
    if purpose == ReadPurpose.OTHER and not words:
        raise NoWords
    return _open(registration, purpose, words if purpose == ReadPurpose.OTHER else "", user)


@transaction.atomic
def open_in_emergency(*, registration: Registration, words: str, user) -> FileOpening:
    """Open a file of another team for an hour, at once. Raises PermissionDenied, NoWords."""
    check_role(user, *CONTACT_READERS)
    if not words:
        raise NoWords
    opening = _open(registration, ReadPurpose.EMERGENCY, words, user)
    record(events.EMERGENCY_OPENED, actor=Actor.staff(user.pk), subject=registration)
    tell_staff(kind=StaffNotice.EMERGENCY, roles=(Role.SUPERVISOR, Role.AUDITOR), but_not=[user.pk])
    return opening


@transaction.atomic
def note_looked_at(*, opening: FileOpening, user) -> bool:
    """Note that another person has looked at an emergency; return False where somebody was faster.

    Raises PermissionDenied, also for one's own.
    """
    check_role(user, Role.SUPERVISOR)
    if opening.user_id == user.pk:
        raise PermissionDenied("nobody looks at an emergency of one's own")
    if not FileOpening.objects.waiting().filter(pk=opening.pk).update(looked_at=timezone.now(), looked_by=user):
        return False
    record(events.EMERGENCY_LOOKED_AT, actor=Actor.staff(user.pk), subject=opening.registration)
    return True


def _open(registration: Registration, purpose: str, words: str, user) -> FileOpening:
    now = timezone.now()
    return FileOpening.objects.create(
        key_id=registration.key_id,
        registration=registration,
        user=user,
        purpose=purpose,
        words=words,
        opened_at=now,
        ends_at=now + REMEMBERED,
    )
