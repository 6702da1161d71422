"""Long lists are checked and imported by the worker; arguments are ids only (floor 5)."""

from uuid import UUID

from django_tasks import task

from portal.audit.actors import SYSTEM, Actor

from .models import Batch
from .services import check_batch, import_batch


def _actor(user_id: str) -> Actor:
    return Actor.staff(UUID(user_id)) if user_id else SYSTEM


@task()
def check_list(batch_id: str, user_id: str) -> None:
    """Judge the rows of a list, on behalf of the member of staff who asked."""
    check_batch(batch=Batch.objects.get(pk=batch_id), actor=_actor(user_id))


@task()
def import_list(batch_id: str, user_id: str) -> None:
    """Bring in the rows of a confirmed list, on behalf of the member of staff who confirmed."""
    import_batch(batch=Batch.objects.get(pk=batch_id), actor=_actor(user_id))
