"""What is to be done about a file until a day (floor 5)."""

from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.accounts.permissions import has_role
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.registry import events
from portal.registry.models import CaseTask, Registration
from portal.registry.need import CONTACT_READERS


@transaction.atomic
def set_task(*, registration: Registration, kind: str, words: str, due_on: date, for_whom, user, key: UUID) -> CaseTask:
    """Set a task for a colleague. `key` is the form's own: sent twice it is one task. Raises PermissionDenied."""
    if not has_role(user, *CONTACT_READERS) or not has_role(for_whom, *CONTACT_READERS):
        raise PermissionDenied
    Registration.objects.select_for_update().get(pk=registration.pk)
    if known := registration.tasks.filter(pk=key).first():
        return known
    task = CaseTask(
        pk=key,
        key_id=registration.key_id,
        registration=registration,
        kind=kind,
        words=words,
        due_on=due_on,
        for_whom=for_whom,
        created_by=user,
        created_at=timezone.now(),
    )
    task.save(force_insert=True)
    record(events.TASK_SET, actor=Actor.staff(user.pk), subject=registration, data={"kind": kind})
    return task


@transaction.atomic
def finish_task(*, task: CaseTask, user) -> bool:
    """Note that a task is done; return False where somebody was faster. Raises PermissionDenied."""
    if not has_role(user, *CONTACT_READERS):
        raise PermissionDenied
    open_one = CaseTask.objects.filter(pk=task.pk, done_at__isnull=True)
    if not open_one.update(done_at=timezone.now(), done_by=user):
        return False
    record(events.TASK_DONE, actor=Actor.staff(user.pk), subject=task.registration, data={"kind": task.kind})
    return True
