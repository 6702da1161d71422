"""How long a submit takes with four clients at once, against a real process; ratios to an empty page in the same run.

Prints a table: median and 95th percentile in milliseconds of the home page, one question and the submit.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.times import percentile
from tests.functional.mail import MailSink
from tests.functional.site import Site
from tests.functional.walking import Walker

CLIENTS = 4
SUBMITS = 80


def main() -> None:
    """Measure and print."""
    mail = MailSink()
    mail.start()
    with tempfile.TemporaryDirectory() as folder:
        site = Site(data_dir=Path(folder) / "data", smtp_port=mail.port)
        site.prepare()
        site.start()
        try:
            with ThreadPoolExecutor(CLIENTS) as pool:
                walkers = [Walker(site.url) for _ in range(SUBMITS)]
                list(pool.map(lambda walker: walker.get("/ar/"), walkers))
                home = [walker.seconds.pop() for walker in walkers]
                checks = list(pool.map(Walker.fill_in, walkers))
                questions = [second for walker in walkers for second in walker.seconds]
                for walker in walkers:
                    walker.seconds.clear()
                list(pool.map(Walker.send, walkers, checks))
                submits = [walker.seconds[0] for walker in walkers]
        finally:
            site.stop()
            mail.stop()
    base = statistics.median(home)
    print(f"{'':12} {'median ms':>10} {'p95 ms':>10} {'× home':>8}   ({CLIENTS} clients, {SUBMITS} submits)")
    for name, values in (("home", home), ("question", questions), ("submit", submits)):
        median = statistics.median(values)
        print(f"{name:12} {median * 1000:10.1f} {percentile(values, 0.95) * 1000:10.1f} {median / base:8.2f}")


if __name__ == "__main__":
    main()
