"""``python -m benchmarks.office``: milliseconds of a search and of the pages of possible matches, in a full registry.

Builds the registry in a folder of its own (minutes; `--keep FOLDER` leaves it there and uses it again), or in the
databases that DATABASE_URL and KEYS_DATABASE_URL name; then asks as a supervisor does, through all of Django but the
socket. On a busy machine the processor's own time (`cpu`) says more than the clock. A search is by a whole name, by two
words, by frequent names in another script, by a name with Abu, by number.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from benchmarks.times import percentile

QUESTIONS = 60
FREQUENT = (
    "Mihemed Ebdulrehman", "محمد علي", "Ahmed Hussein", "محمد", "Mehmud Xelîl Ehmed", "ئەحمەد محەمەد", "علي حسين محمد",
    "Fatima Hassan", "Abu Ahmed", "أم محمد", "Mohammed 1985-1990", "أحمد الموصل",
)  # fmt: skip


def main() -> None:
    """Build, measure, print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--registrations", type=int, default=50_000)
    parser.add_argument("--detainees", type=int, default=100_000)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    folder = options.keep or Path(tempfile.mkdtemp(prefix="sanad-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["PORTAL_DATA_DIR"] = str(folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    try:
        _prepare(options.registrations, options.detainees)
        _measure()
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)


def _prepare(registrations: int, detainees: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from benchmarks.office.building import build
    from portal.detainees.models import DetaineeRecord

    for database in ("default", "keys"):
        call_command("migrate", database=database, verbosity=0)
    if not DetaineeRecord.objects.exists():
        started = time.perf_counter()
        build(registrations, detainees)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        print(f"built in {time.perf_counter() - started:.0f} s, on {connection.vendor}")


def _measure() -> None:
    from django.conf import settings
    from django.db import connection, reset_queries
    from django.urls import reverse

    from portal.accounts.enums import Role
    from portal.accounts.models import User
    from portal.matching.models import CandidatePair
    from tests.factories.matching import make_staff
    from tests.factories.sessions import signed_in

    User.objects.filter(username="bench").update(username=f"bench-{time.time_ns()}")
    client = signed_in(make_staff(Role.REVIEWER, Role.SUPERVISOR, username="bench"))
    search, rng = reverse("office:search"), Random(3)
    # Nobody reads so much in a minute: beyond the budget the page would ask for a proof. What is sealed is not found.
    settings.READING_BUDGETS = {kind: {"": (10**6, 10**6)} for kind in settings.READING_BUDGETS}
    open_pairs = CandidatePair.objects.filter(detainee__is_sealed=False)
    pairs = rng.sample(list(open_pairs.values_list("pk", flat=True)), QUESTIONS)
    asks: dict[str, list[Callable]] = {
        "possible match": [lambda key=key: client.get(reverse("office:pair", args=[key])) for key in pairs],
        "queue": [lambda: client.get(reverse("office:pairs"))] * 10,
    }
    for kind, texts in _texts(rng):
        asks[f"search: {kind}"] = [
            lambda text=text: client.post(search, {"q": text, "purpose": "comparing"}) for text in texts
        ]
    print(f"{'':24} {'p50 ms':>8} {'p95 ms':>8} {'cpu p95':>8} {'queries':>8}")
    for name, asked in asks.items():
        asked[0]()
        took, worked, queries = [], [], []
        for ask in asked:
            reset_queries()
            connection.force_debug_cursor = True
            started, begun = time.perf_counter(), time.process_time()
            answer = ask()
            worked.append((time.process_time() - begun) * 1000)
            took.append((time.perf_counter() - started) * 1000)
            connection.force_debug_cursor = False
            queries.append(len(connection.queries_log))
            if answer.status_code != 200:
                raise SystemExit(f"{name}: the page answered {answer.status_code}")
        p50, p95, cpu = statistics.median(took), percentile(took, 0.95), percentile(worked, 0.95)
        print(f"{name:24} {p50:8.0f} {p95:8.0f} {cpu:8.0f} {max(queries):8}", flush=True)


def _texts(rng: Random) -> Iterator[tuple[str, list[str]]]:
    from portal.detainees.models import DetaineeName, DetaineeRecord

    keys = rng.sample(list(DetaineeName.objects.values_list("pk", flat=True)), QUESTIONS)
    names = [name.full_as_written for name in DetaineeName.objects.filter(pk__in=keys)]
    yield "a whole name", [name[:200] for name in names if name]
    yield "two words", [" ".join(name.split()[:2]) for name in names if len(name.split()) > 1]
    yield "frequent names", list(FREQUENT) * 3
    yield "a number", list(DetaineeRecord.objects.values_list("external_id", flat=True)[:20])


if __name__ == "__main__":
    main()
