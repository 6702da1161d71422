"""What the worker does for this app (floor 6). Nothing is handed over: what waits stands in the database."""

from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from portal.audit.actors import SYSTEM

from .services.checking import check_waiting


@task()
def check_files() -> None:
    """Check what waits in quarantine."""
    check_waiting(actor=SYSTEM)


def enqueue_checking() -> None:
    """Ask the worker to look; many files in a row ask once."""
    waiting = DBTaskResult.objects.filter(task_path=check_files.module_path, status=TaskResultStatus.READY)
    if not waiting.exists():
        check_files.enqueue()
