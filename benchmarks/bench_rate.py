"""How many submits a second one machine takes from open drafts, on SQLite and on PostgreSQL, against a real process.

Clients and server share the machine. Every submit is a browser's POST with session, token and the sum done; afterwards
there must be as many registrations more as there were drafts. Prints the rate and the median of one submit for each
database, beside the home page in the same run.
"""

from __future__ import annotations

import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.answers import stored
from tests.functional.mail import MailSink
from tests.functional.site import ROOT, Site

CLIENTS = 4
DRAFTS = 400
TOKEN = "a" * 32
DATABASE = ("DATABASE_URL", "KEYS_DATABASE_URL")
# Open drafts with everything answered, each with the session of its owner, made inside the site.
OPEN_DRAFTS = """
import json, time
from importlib import import_module
from django.conf import settings
from portal.accounts.services.holders import create_holder
from portal.core.proof import solve
from portal.family.standing import task_for
from portal.audit.actors import SYSTEM
from portal.registry.services.drafts import save_answers, start_draft
answers, sessions = json.loads({answers!r}), []
for _ in range({count}):
    holder, _code = create_holder(language="ar", actor=SYSTEM)
    draft = start_draft(holder=holder, language="ar", actor=SYSTEM)
    save_answers(draft=draft, answers=answers, language="ar", actor=SYSTEM)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session.update({{"holder": str(holder.pk), "holder_seen": int(time.time()) + 3000}})
    session.save()
    task = task_for(draft)
    sessions.append([session.session_key, task, solve(task)])
print(json.dumps([settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, sessions]))
"""
COUNT = "from portal.registry.models import Registration; print(Registration.objects.count())"


def rate(port: int, requests: list[tuple[str, str, dict[str, str], str | None]]) -> tuple[float, float, list[str]]:
    """Send all requests with CLIENTS connections; return requests a second, the median in ms, and every Location."""

    def run(part: list) -> list[tuple[float, str]]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        answers = []
        for method, path, headers, body in part:
            began = time.monotonic()
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            answer.read()
            if answer.status >= 400:
                sys.exit(f"{method} {path}: {answer.status}")
            answers.append((time.monotonic() - began, answer.getheader("Location") or ""))
        return answers

    parts = [requests[start::CLIENTS] for start in range(CLIENTS)]
    began = time.monotonic()
    with ThreadPoolExecutor(CLIENTS) as pool:
        done = [answer for answers in pool.map(run, parts) for answer in answers]
    seconds = time.monotonic() - began
    return len(done) / seconds, statistics.median(one for one, _ in done) * 1000, [place for _, place in done]


def measure(name: str) -> str:
    """One line of the table for the database that the environment names."""
    mail = MailSink()
    mail.start()
    extra = {key: os.environ[key] for key in DATABASE if key in os.environ}
    with tempfile.TemporaryDirectory() as folder:
        site = Site(data_dir=Path(folder) / "data", smtp_port=mail.port, extra=extra)
        site.prepare()
        site.start()
        try:
            home = rate(site.port, [("GET", "/ar/", {}, None)] * DRAFTS)
            make = OPEN_DRAFTS.format(answers=json.dumps(stored()), count=DRAFTS)
            session_name, token_name, sessions = site.ask(make)
            before = site.ask(COUNT)
            form = {"Content-Type": "application/x-www-form-urlencoded"}
            requests = [
                (
                    "POST",
                    "/ar/register/9/",
                    {**form, "Cookie": f"{session_name}={session}; {token_name}={TOKEN}"},
                    urlencode({"csrfmiddlewaretoken": TOKEN, "sum_task": task, "sum_answer": answer}),
                )
                for session, task, answer in sessions
            ]
            submits = rate(site.port, requests)
            if not all(place.endswith("/ar/register/done/") for place in submits[2]):
                sys.exit(f"not all were taken: {sorted(set(submits[2]))}")
            if site.ask(COUNT) - before != DRAFTS:
                sys.exit("not every submit made one registration")
        finally:
            site.stop()
            mail.stop()
    return f"{name:11} {submits[0]:10.1f} {submits[1]:10.1f} {home[0]:10.1f} {submits[0] / home[0]:8.2f}"


def main() -> None:
    """Measure both; the second run stands inside a throwaway PostgreSQL."""
    if sys.argv[1:] == ["--here"]:
        print(measure("PostgreSQL"))
        return
    columns = f"{'submits/s':>10} {'median ms':>10} {'home/s':>10} {'× home':>8}"
    print(f"{'':11} {columns}   ({CLIENTS} clients, {DRAFTS} drafts)")
    print(measure("SQLite"), flush=True)
    inside = [sys.executable, str(ROOT / "scripts" / "with_postgres"), sys.executable, __file__, "--here"]
    subprocess.run(inside, check=True)  # noqa: S603 - a script of ours


if __name__ == "__main__":
    main()
