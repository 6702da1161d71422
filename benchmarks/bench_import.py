"""How long a list of 100,000 rows takes from file to records and out again, and how much memory, on both databases.

Each database gets a process of its own that does what the worker does: keep the rows, check them, bring them in, judge
the same list again, take it back. Prints seconds on the clock, processor seconds, rows in a second and the peak of
memory so far. The aim is five minutes on two cores and one gigabyte for everything up to the records. Where processor
seconds stay far below those on the clock, the machine was busy with something else.

`--rows N` measures a shorter list, `--sqlite` leaves PostgreSQL out.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

AIM_SECONDS, AIM_MB = 300, 1024
TO_RECORDS = ("keep the rows", "check them", "bring them in")


def main() -> None:
    """Write a list, measure it on each database, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--sqlite", action="store_true", help="leave PostgreSQL out")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(_measure(options.measure)))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_list(folder / "list.csv", options.rows)
        _print("SQLite", _run(folder, []), options.rows)
        if not options.sqlite:
            _print("PostgreSQL", _run(folder, [sys.executable, "scripts/with_postgres"]), options.rows)


def _write_list(path: Path, rows: int) -> None:
    """Invented people, written down as nine habits of writing have them."""
    from benchmarks.linkage.generate import generate

    table = generate(1, rows).detainees
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table.column_names)
        for batch in table.to_batches(max_chunksize=10_000):
            writer.writerows(zip(*(column.to_pylist() for column in batch.columns), strict=True))


def _run(folder: Path, before: list[str]) -> list[dict[str, Any]]:
    """Measure in a process of its own on an empty, migrated database."""
    data = folder / ("postgres" if before else "sqlite")
    data.mkdir()
    environment = {name: value for name, value in os.environ.items() if "DATABASE_URL" not in name}
    environment |= {"DJANGO_SETTINGS_MODULE": "portal.settings.dev", "PORTAL_DATA_DIR": str(data), "PYTHONPATH": "."}
    command = [*before, sys.executable, str(Path(__file__)), "--measure", str(folder / "list.csv")]
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
    steps: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    return steps


def _measure(path: Path) -> list[dict[str, Any]]:
    """Inside the process: every step with its seconds and the memory up to its end."""
    import django
    from django.core.management import call_command

    django.setup()
    for database in ("default", "keys"):
        call_command("migrate", database=database, verbosity=0)
    from portal.accounts.enums import Role
    from portal.accounts.models import User
    from portal.accounts.services.roles import grant_role
    from portal.audit.actors import SYSTEM
    from portal.detainees import services
    from portal.detainees.models import Batch, DetaineeRecord

    content, steps = path.read_bytes(), []
    source = services.get_or_create_source(name="Invented committee", actor=SYSTEM)

    def step(name: str, work: Callable[[], Any]) -> Any:
        clock, processor = time.monotonic(), time.process_time()
        result = work()
        seconds = {"clock": time.monotonic() - clock, "processor": time.process_time() - processor}
        steps.append({"step": name, **seconds, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024})
        return result

    def keep() -> Batch:
        batch = services.read_list(content=content, source=source, label="x", received_on=date.today(), actor=SYSTEM)
        return services.choose_columns(batch=batch, mapping=batch.mapping, actor=SYSTEM)

    batch = step("keep the rows", keep)
    batch = step("check them", lambda: services.check_batch(batch=batch, actor=SYSTEM))
    batch = step("bring them in", lambda: services.import_batch(batch=batch, actor=SYSTEM))
    again = step("the same list again: keep", keep)
    again = step("the same list again: check", lambda: services.check_batch(batch=again, actor=SYSTEM))
    people = [User.objects.create_user(username=name, password=None) for name in ("one", "other")]
    for person in people:
        grant_role(user=person, role=Role.DATA_STEWARD, actor=SYSTEM)
    services.ask_undo(batch=batch, reason="measured", user=people[0], actor=SYSTEM)
    services.approve_undo(batch=batch, user=people[1], actor=SYSTEM)
    step("take it back", lambda: services.undo_batch(batch=batch, actor=SYSTEM))
    rows, left = batch.counts["rows"], DetaineeRecord.objects.listed().count()
    if again.counts["unchanged"] != batch.counts["created"] or left:
        raise SystemExit(f"the list did not come in and go out as it should: {batch.counts} {again.counts} {left}")
    return [{**one, "rate": rows / one["clock"]} for one in steps]


def _print(database: str, steps: list[dict[str, Any]], rows: int) -> None:
    print(f"{database}, {rows} rows {'seconds':>18} {'processor':>10} {'rows/s':>8} {'peak MB':>8}")
    for one in steps:
        print(f"  {one['step']:28} {one['clock']:9.1f} {one['processor']:10.1f} {one['rate']:8.0f} {one['mb']:8.0f}")
    until = [one for one in steps if one["step"] in TO_RECORDS]
    seconds, processor = (sum(one[kind] for one in until) for kind in ("clock", "processor"))
    peak = max(one["mb"] for one in until)
    print(f"  {'from file to records':28} {seconds:9.1f} {processor:10.1f} {rows / seconds:8.0f} {peak:8.0f}", end="")
    print(f"   (aim for 100000 rows: {AIM_SECONDS} s, {AIM_MB} MB)", flush=True)


if __name__ == "__main__":
    main()
