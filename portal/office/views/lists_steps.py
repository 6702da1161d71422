"""What every step of a list does alike: at once or by the worker, and what is said when it has moved on (floor 7)."""

from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks.base import Task

from portal.detainees.enums import BatchState
from portal.detainees.models import Batch
from portal.office.permissions import actor_of

# Up to so many rows the answer waits; beyond, the worker does it and the page shows how far it is.
ROWS_AT_ONCE = 5000
AT_WORK = frozenset({BatchState.CHECKING, BatchState.IMPORTING, BatchState.UNDOING})
# Before that a rate says nothing.
_LEAST_SECONDS = 5


def now_or_later(batch: Batch, request: HttpRequest, service: Callable[..., object], task: Task) -> None:
    """Do a short list at once, and leave a long one to the worker."""
    if batch.counts.get("rows", 0) <= ROWS_AT_ONCE:
        service(batch=batch, actor=actor_of(request))
        return
    ids = (str(batch.pk), str(request.user.pk))
    transaction.on_commit(lambda: task.enqueue(*ids))


def moved_on() -> str:
    """What somebody is told whose page is older than the list."""
    return _("This list has moved on meanwhile. Please look again.")


def source_busy() -> str:
    """What somebody is told who comes second."""
    return _("Another list of this source is being imported or taken back. Please wait until that is done.")


def progress(batch: Batch) -> dict[str, int] | None:
    """How far the step under way is, and how fast: `done`, `total` and, once it can be said, `rate` and `minutes`."""
    if batch.state not in AT_WORK:
        return None
    counts = batch.counts
    total = counts.get("rows", 0) - (0 if batch.state == BatchState.CHECKING else counts.get("rejected", 0))
    done = min(batch.done, total)
    seconds = (timezone.now() - batch.begun_at).total_seconds() if batch.begun_at else 0.0
    if not done or seconds < _LEAST_SECONDS:
        return {"done": done, "total": total}
    rate = done / seconds
    return {"done": done, "total": total, "rate": max(1, round(rate)), "minutes": round((total - done) / rate / 60) + 1}
