"""What the worker does for this app (floor 6). Nothing is ever handed over: what is due stands in the database.

Changes of a few records stand in the first queue and are compared within seconds. Lists and full runs stand in the
second, cut into slices, and wait whenever there is something in the first (ADR 0012).
"""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django_tasks import task
from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.models import DBTaskResult

from portal.audit.actors import SYSTEM

from .models import LinkRun
from .services.linking import has_changes, has_work, link_some, work

# A change waits no longer than this for a slice under way.
SLICE_SECONDS = 1.0


@task()
def link_changes() -> None:
    """End what lost its consent, then compare what changed since the last look."""
    if link_some(actor=SYSTEM):
        enqueue_slice()


@task(queue_name="long")
def link_slice() -> None:
    """Go on with what runs have taken up, for a moment; then wait behind everything else again."""
    if work(actor=SYSTEM, seconds=SLICE_SECONDS):
        link_slice.enqueue()


def enqueue_link_changes() -> None:
    """Ask the worker to look in a moment; many changes in a row ask once.

    A task that has not begun looks after this moment and so sees what was committed before it.
    """
    moment = timedelta(seconds=settings.COMPARE_TOGETHER_SECONDS)
    _once(link_changes.using(run_after=timezone.now() + moment))


def enqueue_slice() -> None:
    """Let the worker go on with what runs have taken up."""
    _once(link_slice)


def go_on() -> None:
    """Ask for what a killed process left behind: changes nobody was told of, and runs that nobody drives any more."""
    if has_changes():
        enqueue_link_changes()
    if has_work() and not any(not run.is_still() for run in LinkRun.objects.open()):
        enqueue_slice()


def _once(wanted: Task) -> None:
    waiting = DBTaskResult.objects.filter(task_path=wanted.module_path, status=TaskResultStatus.READY)
    if not waiting.exists():
        wanted.enqueue()
