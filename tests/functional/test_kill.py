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
from tests.functional.site import Site
from tests.functional.walking import Walker

SUBMITS = 200
CLIENTS = 4
KILLS = 4

pytestmark = [pytest.mark.browser, pytest.mark.long]

_BEGUN = f"import json; from tests.functional.begun import make; print(json.dumps(make({SUBMITS}, 'ar')))"
_NAMES = """
from portal.registry.models import PersonName
print(sum(bool(name.full_as_written) for name in PersonName.objects.all()))
"""


class Killer(threading.Thread):
    """Kills the web server's processes or the worker at moments nobody chose, and starts the site again."""

    def __init__(self, site: Site) -> None:
        super().__init__(daemon=True)
        self.site, self.stopping, self.kills = site, threading.Event(), 0

    def run(self) -> None:
        moments = random.Random(20261121)
        while not self.stopping.is_set() and self.kills < KILLS:
            time.sleep(moments.uniform(0.3, 1.2))
            name = "web" if self.kills % 2 == 0 else "worker"
            os.killpg(self.site.pid(name), signal.SIGKILL)
            self.kills += 1
            self.site.process.wait(timeout=30)
            self.site.start()


def test_no_submit_is_lost_or_doubled_when_processes_are_killed(prepared, tmp_path):
    mail = MailSink()
    mail.start()
    site = Site(data_dir=tmp_path / "data", smtp_port=mail.port)
    site.take_over(prepared)
    site.start()
    try:
        before = len(site.rows("SELECT id FROM registry_registration"))
        with ThreadPoolExecutor(CLIENTS) as pool:
            walkers = [Walker(site.url, session=session) for session in site.ask(_BEGUN)]
            checks = list(pool.map(Walker.check, walkers))
            killer = Killer(site)
            killer.start()
            references = list(pool.map(Walker.send, walkers, checks))
            killer.stopping.set()
            killer.join(timeout=180)
        stored = {reference for (reference,) in site.rows("SELECT reference FROM registry_registration")}
        assert killer.kills >= 2
        assert len(set(references)) == SUBMITS
        assert set(references) <= stored
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
