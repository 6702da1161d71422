"""Long lists are checked, imported and taken back by the worker, behind what people wait for (floor 5).

Arguments are ids only.
"""

import time
from collections.abc import Iterator
from uuid import UUID

from django_tasks import task

from portal.audit.actors import SYSTEM, Actor

from .enums import BatchState
from .models import Batch
from .services import check_in_steps, import_batch, undo_batch

# Work of an earlier queue waits no longer than this for a list.
SLICE_SECONDS = 2.0


# Checks under way in this process. One whose process was killed begins again at the first row.
_begun: dict[str, Iterator[None]] = {}


def _actor(user_id: str) -> Actor:
    return Actor.staff(UUID(user_id)) if user_id else SYSTEM


@task(queue_name="long")
def check_list(batch_id: str, user_id: str) -> None:
    """Judge some rows of a list, on behalf of who asked; then wait behind other work again."""
    steps = _begun.pop(batch_id, None) or check_in_steps(batch=Batch.objects.get(pk=batch_id), actor=_actor(user_id))
    until = time.monotonic() + SLICE_SECONDS
    for _chunk in steps:
        if time.monotonic() >= until:
            _begun[batch_id] = steps
            check_list.enqueue(batch_id, user_id)
            return


@task(queue_name="long")
def import_list(batch_id: str, user_id: str) -> None:
    """Bring in some rows of a confirmed list, on behalf of who confirmed it; then wait behind other work again."""
    batch = import_batch(batch=Batch.objects.get(pk=batch_id), actor=_actor(user_id), seconds=SLICE_SECONDS)
    if batch.state == BatchState.IMPORTING:
        import_list.enqueue(batch_id, user_id)


@task(queue_name="long")
def undo_list(batch_id: str, user_id: str) -> None:
    """Take back some rows of a list, on behalf of who agreed to it; then wait behind other work again."""
    batch = undo_batch(batch=Batch.objects.get(pk=batch_id), actor=_actor(user_id), seconds=SLICE_SECONDS)
    if batch.state == BatchState.UNDOING:
        undo_list.enqueue(batch_id, user_id)
