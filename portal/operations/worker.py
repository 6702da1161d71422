"""The worker: runs queued tasks one after the other and ends cleanly when asked (floor 8; ADR 0012).

Queues are served in the order of the settings: what stands in a later one waits while an earlier one holds anything, so
long work is cut into short tasks. The worker keeps the indexes of matching in memory; they are warm before work comes.

The queue, its table and the claiming of a task come from django-tasks-db. Its own worker stops when the database is
locked for long and writes an exception's words, which may hold a name, into the task table; this one does neither.
"""

import logging
import resource
import signal
import time
import traceback
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connections, transaction
from django.utils import timezone
from django_tasks.base import TaskContext, TaskResultStatus
from django_tasks.signals import task_finished, task_started
from django_tasks_db.models import DBTaskResult

from portal.detainees.services.sealing import weigh_due
from portal.matching.serving import serving
from portal.matching.tasks import go_on

from .recovery import put_back_abandoned
from .sealer import Sealer
from .workers import WorkerName

logger = logging.getLogger(__name__)

_LOOK_EVERY = 0.5
_PAUSE_AFTER_TROUBLE = 2.0
_PUT_BACK_EVERY = 300
# A look for work takes milliseconds, a task may take minutes: past these the worker no longer counts as working.
_LOOK_AT_MOST = 30
_TASK_AT_MOST = timedelta(minutes=30).total_seconds()


class Worker:
    """`run()` returns after SIGTERM or SIGINT, when the task at hand is finished."""

    def __init__(self) -> None:
        self.name = str(WorkerName.own())
        self._is_running = True
        self._busy_since: float | None = None
        self._looked_at = time.monotonic()
        self._next_put_back = 0.0

    def run(self) -> None:
        """Look for work until told to stop; a locked or lost database is waited for."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        # The memory holds names in clear: a crash writes none of it to the disk.
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        sealer = Sealer(is_working=self.is_working)
        sealer.start()
        logger.info("the worker looks for work")
        try:
            while self._is_running:
                time.sleep(self._round())
        finally:
            sealer.end()
            connections.close_all()
        logger.info("the worker ended as asked")

    def run_waiting(self) -> int:
        """Run what is ready now, in this thread and without signals; return how many tasks. For commands and tests."""
        count = 0
        while self.look():
            count += 1
        return count

    def is_working(self) -> bool:
        """Say whether the main loop still turns."""
        if self._busy_since is not None:
            return time.monotonic() - self._busy_since < _TASK_AT_MOST
        return time.monotonic() - self._looked_at < _LOOK_AT_MOST

    def _stop(self, number: int, frame: object) -> None:
        # A flag only: the handler runs in the middle of whatever the main thread does.
        self._is_running = False

    def _round(self) -> float:
        """Do one task if there is one; return how long to rest."""
        try:
            close_old_connections()
            if time.monotonic() >= self._next_put_back:
                put_back_abandoned(idle_worker=self.name)
                self._next_put_back = time.monotonic() + _PUT_BACK_EVERY
                self._warm_up()
            return 0.0 if self.look() else _LOOK_EVERY
        except DatabaseError as error:
            logger.warning("the worker waits: %s", type(error).__name__)
            connections.close_all()
            self._next_put_back = 0.0
            return _PAUSE_AFTER_TROUBLE
        finally:
            self._looked_at = time.monotonic()

    def _warm_up(self) -> None:
        """Bring the indexes up to date while nothing waits, and ask for what a killed process left behind.

        Weighing what nobody has weighed comes first: until then those records are sealed, after an update all of them.
        """
        self._busy_since = time.monotonic()
        try:
            weigh_due()
            serving().refresh()
            go_on()
        except DatabaseError:
            raise
        except Exception:
            logger.exception("records could not be weighed, or the indexes of matching could not be built")
        finally:
            self._busy_since = None

    def look(self) -> bool:
        """Claim the next ready task and run it; say whether there was one."""
        if not DBTaskResult.objects.ready().exists():
            return False
        with transaction.atomic():
            row = _first_in_line()
            if row is None:
                return False
            row.claim(self.name)
        self._busy_since = time.monotonic()
        try:
            _run(row)
        finally:
            self._busy_since = None
        return True


def _first_in_line() -> DBTaskResult | None:
    """The next ready task of the first queue that has one, locked."""
    for queue in settings.TASKS["default"]["QUEUES"]:
        row = DBTaskResult.objects.ready().filter(queue_name=queue).get_locked()
        if row is not None:
            return row
    return None


def _run(row: DBTaskResult) -> None:
    """Run a claimed task and write how it ended: on failure the kind of exception and the place, never its words."""
    try:
        task = row.task
        result = row.task_result
        task_started.send(sender=task.get_backend(), task_result=result)
        context = (TaskContext(task_result=result),) if task.takes_context else ()  # type: ignore[arg-type]
        row.set_successful(task.call(*context, *result.args, **result.kwargs))
        task_finished.send(sender=task.get_backend(), task_result=row.task_result)
    except Exception as error:
        logger.exception("a task failed: %s", row.task_path)
        _write_failure(row, error)


def _write_failure(row: DBTaskResult, error: Exception) -> None:
    row.status, row.finished_at = TaskResultStatus.FAILED, timezone.now()
    row.exception_class_path = f"{type(error).__module__}.{type(error).__qualname__}"
    row.traceback = "".join(traceback.format_tb(error.__traceback__))
    row.return_value = None
    row.save(update_fields=["status", "finished_at", "exception_class_path", "traceback", "return_value"])
