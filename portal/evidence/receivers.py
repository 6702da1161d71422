"""A row that is deleted takes its file along; files go with their draft, or on with it when it is sent (floor 6)."""

from django.db import transaction

from portal.audit.actors import SYSTEM
from portal.audit.services import record
from portal.confidential.keyring import destroy_data_key
from portal.registry.models import Draft, Registration

from . import events
from .models import Evidence, WorkingCopy
from .tasks import enqueue_checking


def remove_contents(sender, instance: Evidence | WorkingCopy, **kwargs) -> None:
    """Remove the sealed file once the row is gone for certain; after a crash `remove_strangers` does it."""
    file = instance.original if isinstance(instance, Evidence) else instance.contents
    transaction.on_commit(file.remove)


def destroy_key_of_unsent(sender, instance: Evidence, **kwargs) -> None:
    """What goes with a draft is unreadable at once; a registration's files lose their keys when it is erased."""
    if instance.draft_id is not None:
        destroy_data_key(instance.key_id)


def take_over(sender, draft: Draft, registration: Registration, **kwargs) -> None:
    """The files of a draft are the registration's from now on; nothing of them is copied or sealed anew."""
    rows = list(Evidence.objects.of(draft))
    Evidence.objects.of(draft).update(draft=None, registration=registration)
    for row in rows:
        record(events.SENT, actor=SYSTEM, subject=row)
    transaction.on_commit(enqueue_checking)


def check_released(sender, **kwargs) -> None:
    """The files of a registration that a person released waited with it."""
    enqueue_checking()
