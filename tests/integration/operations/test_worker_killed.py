"""A worker process killed in the middle of a task leaves nothing half: the next one does it again, once."""

import signal

import pytest

from .copies import WITHIN_SECONDS, Copy

ENQUEUE = (
    "from tests.integration.operations.slow_samples import write_slowly as w; [w.enqueue(str(n)) for n in range(3)]"
)
OF_STATUS = "SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status = '{}'"


@pytest.mark.long
def test_killed_in_the_middle_then_stopped_cleanly(copy: Copy) -> None:
    copy.manage("shell", "--no-imports", "-c", ENQUEUE)
    first = copy.worker()
    copy.wait_until(OF_STATUS.format("RUNNING"), 1)
    first.kill()
    first.wait()
    assert copy.number(OF_STATUS.format("RUNNING")) == 1
    written = copy.folder / "written.txt"
    written.touch()

    second = copy.worker()
    try:
        copy.wait_until(OF_STATUS.format("SUCCESSFUL"), 3)
    finally:
        second.send_signal(signal.SIGTERM)
    assert second.wait(timeout=WITHIN_SECONDS) == 0
    finished = written.read_text().split()
    assert sorted(finished) == ["0", "1", "2"]
    assert [copy.number(OF_STATUS.format(status)) for status in ("RUNNING", "READY", "FAILED")] == [0, 0, 0]
