"""Tasks that a dead worker left half-way are put back; one that kills every worker is given up (floor 8).

Tasks are written so that running one twice does no harm: whatever a killed worker did not commit never happened.
"""

import logging
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from .workers import WorkerName

logger = logging.getLogger(__name__)

# A task of a worker we cannot ask about (another machine) counts as left behind after so long.
LEFT_BEHIND_AFTER = timedelta(hours=1)
MAX_ATTEMPTS = 3


@transaction.atomic
def put_back_abandoned(*, idle_worker: str = "") -> int:
    """Return the tasks of dead workers to the queue; give up those begun MAX_ATTEMPTS times. Returns how many.

    `idle_worker` names a living worker that runs nothing now: what still bears its name could not be written back.
    """
    running = DBTaskResult.objects.running().select_for_update()
    abandoned = [row for row in running if _is_abandoned(row, idle_worker)]
    for row in abandoned:
        if len(row.worker_ids) < MAX_ATTEMPTS:
            row.status, row.started_at = TaskResultStatus.READY, None
            row.save(update_fields=["status", "started_at"])
            logger.warning("a task of a worker that ended was put back: %s", row.task_path)
        else:
            row.status, row.finished_at = TaskResultStatus.FAILED, timezone.now()
            row.exception_class_path, row.traceback = "", f"{MAX_ATTEMPTS} workers ended while running it"
            row.save(update_fields=["status", "finished_at", "exception_class_path", "traceback"])
            logger.error("a task was given up after %s attempts: %s", MAX_ATTEMPTS, row.task_path)
    return len(abandoned)


def _is_abandoned(row: DBTaskResult, idle_worker: str) -> bool:
    name = row.worker_ids[-1] if row.worker_ids else ""
    worker = WorkerName.read(name)
    if (name and name == idle_worker) or (worker is not None and worker.is_surely_dead()):
        return True
    return row.started_at is None or row.started_at < timezone.now() - LEFT_BEHIND_AFTER
