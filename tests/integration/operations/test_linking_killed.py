"""A worker killed in the middle of a long comparison: the next one goes on where it stopped, and nothing is twice."""

import signal

import pytest

from .copies import WITHIN_SECONDS, Copy

# More than are compared at once, and more than one slice holds.
FAMILIES, RECORDS = 60, 60
MAKE = f"""
from tests.factories.matching import make_detainee, make_registration, make_source
batch = make_source()
for number in range({RECORDS}):
    make_detainee("ازاد محمد سلمان", batch=batch, birth_date=str(1950 + number))
for number in range({FAMILIES}):
    make_registration(birth_date=str(1950 + number))
"""
DONE = "SELECT coalesce(max(done), 0) FROM matching_linkrun WHERE scope = 'changes'"
NOTHING_LEFT = "SELECT count(*) = 0 FROM matching_linkedmark WHERE todo <> ''"
RUNS = "SELECT count(*) FROM matching_linkrun WHERE scope <> 'duplicates'"
EVENTS = "SELECT count(*) FROM audit_event WHERE code = 'matching.run.finished'"
PAIRS = "SELECT count(*) FROM matching_candidatepair"
TWICE = f"{PAIRS} a JOIN matching_candidatepair b USING (registration_id, detainee_id) WHERE a.id <> b.id"
PAIRED = "SELECT count(DISTINCT registration_id) FROM matching_candidatepair WHERE superseded_at IS NULL"


@pytest.mark.long
def test_a_long_comparison_survives_kill_9(copy: Copy) -> None:
    copy.manage("shell", "--no-imports", "-c", MAKE)
    first = copy.worker()
    copy.wait_until(DONE, 1)
    first.kill()
    first.wait()
    done = copy.number(DONE)
    second = copy.worker()
    try:
        copy.wait_until(NOTHING_LEFT, 1)
        copy.wait_until(f"{RUNS} AND finished_at IS NOT NULL", 1)
    finally:
        second.send_signal(signal.SIGTERM)
    assert second.wait(timeout=WITHIN_SECONDS) == 0
    assert copy.number(DONE) >= done
    assert copy.number(TWICE) == 0
    assert copy.number(PAIRED) == FAMILIES
    assert copy.number(EVENTS) == copy.number(RUNS)
    before = copy.number(PAIRS)
    copy.manage("link", "--all")
    assert copy.number(PAIRS) == before
