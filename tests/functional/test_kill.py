"""kill -9 of web and worker in the middle of 200 submits: none lost, none twice (R-90)."""

from __future__ import annotations

import os
import random
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.functional.mail import MailSink
from tests.functional.site import STOP_WITHIN_SECONDS, Site
from tests.functional.walking import Page, Walker

SUBMITS = 200
CLIENTS = 4
KILLS = 4

pytestmark = [pytest.mark.browser, pytest.mark.long]

_BEGUN = f"import json; from tests.functional.begun import make; print(json.dumps(make({SUBMITS}, 'ar')))"
_NAMES = """
from portal.registry.models import PersonName
print(sum(bool(name.full_as_written) for name in PersonName.objects.all()))
"""


def kill_and_start(site: Site, answered: list[str], stopping: threading.Event) -> int:
    """Kill the web server's processes or the worker in the middle of what is under way, and start the site again.

    How far the submits have come says when, and a moment nobody chose: machines fast and slow see as many kills.
    """
    moments = random.Random(20261121)
    for kills in range(KILLS):
        while len(answered) < SUBMITS * (kills + 1) // (KILLS + 1):
            if stopping.wait(0.002):
                return kills
        time.sleep(moments.uniform(0, 0.05))
        os.killpg(site.pid("web" if kills % 2 == 0 else "worker"), signal.SIGKILL)
        site.process.wait(timeout=STOP_WITHIN_SECONDS)
        site.start()
    return KILLS


def test_no_submit_is_lost_or_doubled_when_processes_are_killed(prepared, tmp_path):
    mail = MailSink()
    mail.start()
    site = Site(data_dir=tmp_path / "data", smtp_port=mail.port)
    site.take_over(prepared)
    site.start()
    try:
        before = len(site.rows("SELECT id FROM registry_registration"))
        answered: list[str] = []
        stopping = threading.Event()

        def send(walker: Walker, check: Page) -> None:
            answered.append(walker.send(check))

        with ThreadPoolExecutor(CLIENTS) as pool, ThreadPoolExecutor(1) as beside:
            walkers = [Walker(site.url, session=session) for session in site.ask(_BEGUN)]
            checks = list(pool.map(Walker.check, walkers))
            killing = beside.submit(kill_and_start, site, answered, stopping)
            try:
                list(pool.map(send, walkers, checks))
            finally:
                stopping.set()
            kills = killing.result()
        stored = {reference for (reference,) in site.rows("SELECT reference FROM registry_registration")}
        assert kills == KILLS
        assert len(set(answered)) == SUBMITS
        assert set(answered) <= stored
        assert len(stored) == before + SUBMITS
        twice = site.rows(
            "SELECT draft_id FROM registry_registration WHERE draft_id IS NOT NULL "
            "GROUP BY draft_id HAVING COUNT(*) > 1",
        )
        assert twice == []
        half = site.rows(
            "SELECT COUNT(*) FROM registry_registration r WHERE r.draft_id IS NOT NULL AND "
            "(SELECT COUNT(*) FROM registry_consentline c WHERE c.registration_id = r.id) <> 3",
        )
        assert half == [(0,)]
        # Every name opens: no row was kept whose key was lost in between.
        readable = site.ask(_NAMES)
        assert readable == site.rows("SELECT COUNT(*) FROM registry_personname")[0][0] >= SUBMITS
        time.sleep(2)
        assert site.manage_json("verify_audit")["faults"] == 0
    finally:
        site.stop()
        mail.stop()
