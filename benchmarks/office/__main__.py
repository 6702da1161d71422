"""``python -m benchmarks.office``: milliseconds of a search and of the pages that staff work from, in a full registry.

Builds the registry in a folder of its own (minutes; `--keep FOLDER` leaves it there and uses it again), or in the
databases that DATABASE_URL and KEYS_DATABASE_URL name; then asks as a supervisor does, through all of Django but the
socket. On a busy machine the processor's own time (`cpu`) says more than the clock; that of a PostgreSQL on the same
machine is in it. Queries are counted as a test counts them, without what only begins and ends a transaction. A search
is by a whole name, by two words, by frequent names in another script, by a name with Abu, by number.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from benchmarks.times import percentile

QUEUES = ("disputed", "confirmed", "decisions", "changed", "settled")
# Read more than once: the first page of the office, its lists, and the queue in each order, narrowed by each wish.
PAGES = {
    "queue": "pairs/",
    **{f"queue: {name}": f"pairs/?show={name}" for name in QUEUES},
    "queue: longest waiting": "pairs/?show=read&order=age",
    "queue: danger first": "pairs/?order=risk",
    "queue: Kurmanji only": "pairs/?order=weight&language=ku",
    "queue: mine": "pairs/?language=&taken=mine",
    "queue: nobody's": "pairs/?taken=nobody",
    "first page": "",
    "files": "files/",
    "files: all": "files/?show=all",
    "tasks": "tasks/?show=all",
    "duplicates": "duplicates/",
    "log": "audit/",
    "log: page 1000": "audit/?page=1000",
}
IN_A_TRANSACTION = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE SAVEPOINT")
FREQUENT = (
    "Mihemed Ebdulrehman", "محمد علي", "Ahmed Hussein", "محمد", "Mehmud Xelîl Ehmed", "ئەحمەد محەمەد", "علي حسين محمد",
    "Fatima Hassan", "Abu Ahmed", "أم محمد", "Mohammed 1985-1990", "أحمد الموصل",
)  # fmt: skip


def main() -> None:
    """Build, measure, print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--registrations", type=int, default=50_000)
    parser.add_argument("--detainees", type=int, default=100_000)
    parser.add_argument("--questions", type=int, default=60, help="how often each is asked; pages a quarter of it")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--postgres", action="store_true", help="on a server of its own, gone afterwards")
    options = parser.parse_args()
    if options.postgres:
        others = [one for one in sys.argv[1:] if one != "--postgres"]
        command = [sys.executable, "scripts/with_postgres", sys.executable, "-m", "benchmarks.office", *others]
        sys.exit(subprocess.run(command, check=False).returncode)  # noqa: S603 - this very program again
    folder = options.keep or Path(tempfile.mkdtemp(prefix="sanad-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["PORTAL_DATA_DIR"] = str(folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    try:
        _prepare(options.registrations, options.detainees)
        _measure(options.questions)
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)


def _prepare(registrations: int, detainees: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from benchmarks.office.building import build
    from benchmarks.office.working import work
    from portal.detainees.models import DetaineeRecord
    from portal.matching.models import Judgement

    for database in ("default", "keys"):
        call_command("migrate", database=database, verbosity=0)
    if not DetaineeRecord.objects.exists():
        started = time.perf_counter()
        build(registrations, detainees)
        print(f"built in {time.perf_counter() - started:.0f} s, on {connection.vendor}")
    if not Judgement.objects.exists():
        work()
        with connection.cursor() as cursor:
            # What a server does by itself in time.
            cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def _measure(questions: int) -> None:
    from django.conf import settings
    from django.db import connection, reset_queries
    from django.urls import reverse

    import portal.wsgi  # noqa: F401 - a web process, with what it settles when it starts
    from portal.accounts.enums import Role
    from portal.detainees.models import DetaineeRecord
    from portal.matching.models import CandidatePair
    from portal.registry.models import Registration
    from tests.factories.matching import make_staff
    from tests.factories.sessions import signed_in

    client = signed_in(make_staff(Role.REVIEWER, Role.SUPERVISOR, username=f"bench-{time.time_ns()}"))
    auditor = signed_in(make_staff(Role.AUDITOR, username=f"bench-{time.time_ns()}"))
    office, search, rng = reverse("office:day"), reverse("office:search"), Random(3)
    # Nobody reads so much in a minute: beyond the budget the page would ask for a proof. What is sealed is not found.
    settings.READING_BUDGETS = {kind: {"": (10**6, 10**6)} for kind in settings.READING_BUDGETS}

    def some(rows) -> list:
        return rng.sample(list(rows.values_list("pk", flat=True)), questions)

    pairs = some(CandidatePair.objects.open_to_reading().filter(detainee__is_sealed=False))
    records = some(DetaineeRecord.objects.filter(is_sealed=False))
    files = some(Registration.objects.filter(persons__isnull=False))
    asks: dict[str, list[Callable]] = {
        "possible match": [lambda key=key: client.get(f"{office}pairs/{key}/") for key in pairs],
        "detainee record": [lambda key=key: client.get(f"{office}records/{key}/") for key in records],
        "file": [lambda key=key: client.get(f"{office}files/{key}/") for key in files],
    }
    for name, path in PAGES.items():
        who = auditor if path.startswith("audit") else client
        asks[name] = [lambda path=path, who=who: who.get(office + path)] * (questions // 4)
    for kind, texts in _texts(rng, questions):
        asks[f"search: {kind}"] = [
            lambda text=text: client.post(search, {"q": text, "purpose": "comparing"}) for text in texts
        ]
    print(f"{connection.vendor:24} {'p50 ms':>8} {'p95 ms':>8} {'cpu p95':>8} {'queries':>8}")
    for name, asked in asks.items():
        asked[0]()
        took, worked, queries = [], [], []
        for ask in asked:
            reset_queries()
            connection.force_debug_cursor = True
            started, begun = time.perf_counter(), worked_for(connection)
            answer = ask()
            worked.append((worked_for(connection) - begun) * 1000)
            took.append((time.perf_counter() - started) * 1000)
            connection.force_debug_cursor = False
            queries.append(sum(not one["sql"].startswith(IN_A_TRANSACTION) for one in connection.queries_log))
            if answer.status_code != 200:
                raise SystemExit(f"{name}: the page answered {answer.status_code}")
        p50, p95, cpu = statistics.median(took), percentile(took, 0.95), percentile(worked, 0.95)
        print(f"{name:24} {p50:8.0f} {p95:8.0f} {cpu:8.0f} {max(queries):8}", flush=True)


def worked_for(connection) -> float:
    """Seconds that this process has worked, and the server's process where there is one on this machine."""
    if connection.vendor != "postgresql":
        return time.process_time()
    connection.ensure_connection()
    server = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat")
    return time.process_time() + (int(server.read_text().split()[0]) / 1e9 if server.exists() else 0)


def _texts(rng: Random, questions: int) -> Iterator[tuple[str, list[str]]]:
    from portal.detainees.models import DetaineeName, DetaineeRecord

    keys = rng.sample(list(DetaineeName.objects.values_list("pk", flat=True)), questions)
    names = [name.full_as_written for name in DetaineeName.objects.filter(pk__in=keys)]
    yield "a whole name", [name[:200] for name in names if name]
    yield "two words", [" ".join(name.split()[:2]) for name in names if len(name.split()) > 1]
    yield "frequent names", list(FREQUENT) * max(1, questions // 20)
    yield "a number", list(DetaineeRecord.objects.values_list("external_id", flat=True)[: questions // 3])


if __name__ == "__main__":
    main()
