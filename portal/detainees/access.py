"""The only ways to a list or a detainee record: each checks, logs the read and answers one "not found" (floor 5)."""

from uuid import UUID

from django.http import Http404

from portal.accounts.enums import Role
from portal.accounts.permissions import has_role
from portal.audit.actors import Actor
from portal.audit.services import record

from . import events
from .models import Batch, DetaineeRecord

# Who keeps lists, who may look at one, and who may open one record.
LIST_KEEPERS = (Role.DATA_STEWARD,)
LIST_READERS = (Role.DATA_STEWARD, Role.SUPERVISOR)
READERS = (Role.REVIEWER, Role.SUPERVISOR, Role.DATA_STEWARD)


def access_batch(key: UUID, *, user, purpose: str) -> Batch:
    """Return a list for those who work with lists, logged. Raises Http404 where there is none or no right to it."""
    batch = Batch.objects.filter(pk=key).select_related("source", "uploaded_by").first()
    if batch is None or not has_role(user, *LIST_READERS):
        raise Http404
    record(events.LIST_VIEWED, actor=Actor.staff(user.pk), subject=batch, purpose=purpose)
    return batch


def access_detainee(key: UUID, *, user, purpose: str) -> DetaineeRecord:
    """Return a detainee record for a member of staff, logged. Raises Http404 where there is none or no right to it."""
    found = DetaineeRecord.objects.filter(pk=key).select_related("source", "last_batch").first()
    if found is None or not has_role(user, *READERS):
        raise Http404
    record(events.RECORD_VIEWED, actor=Actor.staff(user.pk), subject=found, purpose=purpose)
    return found
