"""A worker killed while a list comes in, and again while it is taken back: the next one goes on, nothing is twice."""

import signal

import pytest

from .copies import WITHIN_SECONDS, Copy

# Three chunks: one is done when the process is killed, and some are left.
ROWS = 1500
CONFIRM = f"""
from portal.audit.actors import SYSTEM
from portal.detainees.services import confirm_import
from portal.detainees.tasks import import_list
from tests.factories.detainees import ROW, checked, csv_bytes
batch = confirm_import(batch=checked(csv_bytes([(f"L-{{n}}", *ROW[1:]) for n in range({ROWS})])), actor=SYSTEM)
import_list.enqueue(str(batch.pk), "")
"""
AGREE = """
from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM
from portal.detainees.models import Batch
from portal.detainees.services import approve_undo, ask_undo
from portal.detainees.tasks import undo_list
from tests.factories.staff import StaffFactory
batch, one, other = Batch.objects.get(), StaffFactory(data_steward=True), StaffFactory(supervisor=True)
ask_undo(batch=batch, reason="A wrong file", user=one, actor=SYSTEM)
approve_undo(batch=batch, user=other, actor=SYSTEM)
undo_list.enqueue(str(batch.pk), "")
"""
DONE = "SELECT done FROM detainees_batch"
IN_STATE = "SELECT count(*) FROM detainees_batch WHERE state = '{}'"
RECORDS = "SELECT count(*) FROM detainees_detaineerecord"
NAMES = "SELECT count(*) FROM detainees_detaineename"
EVENTS = "SELECT count(*) FROM audit_event WHERE code = 'detainees.list.{}'"


def kill_in_the_middle(copy: Copy, end: str) -> None:
    first = copy.worker()
    copy.wait_until(DONE, 1)
    first.kill()
    first.wait()
    second = copy.worker()
    try:
        copy.wait_until(IN_STATE.format(end), 1)
    finally:
        second.send_signal(signal.SIGTERM)
    assert second.wait(timeout=WITHIN_SECONDS) == 0
    assert copy.number(EVENTS.format(end)) == 1


@pytest.mark.long
def test_a_long_list_survives_kill_9_on_its_way_in_and_out(copy: Copy) -> None:
    copy.manage("shell", "--no-imports", "-c", CONFIRM)
    kill_in_the_middle(copy, "imported")
    assert (copy.number(RECORDS), copy.number(NAMES)) == (ROWS, ROWS)
    copy.manage("shell", "--no-imports", "-c", AGREE)
    kill_in_the_middle(copy, "undone")
    assert copy.number(f"{RECORDS} WHERE withdrawn_at IS NOT NULL") == ROWS
    assert copy.number(NAMES) == ROWS, "what people may have judged is kept"
    assert copy.number("SELECT count(*) FROM detainees_nameindex") == 0
