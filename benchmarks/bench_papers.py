"""How long a paper takes once the process has made one before: receipts, summary and certificate, in four languages.

Prints the median and the slowest in milliseconds, and the first of the process, which loads fonts and styles.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.functional.site import Site, free_port

# Inside the site: the papers of one family of the demonstration, each drawn several times.
DRAW = """
import json, time
from datetime import date
import portal.wsgi  # a web process, with what it settles when it starts
from portal.core.languages import LANGUAGES
from portal.core.pdf import paper_pdf
from portal.family.papers import paper_of
from portal.family.receipts import STYLES, receipt_html
from portal.registry.models import PaperKind, Registration
one = Registration.objects.exclude(holder=None).order_by("submitted_at").first()
made = {f"receipt {style}": lambda language, style=style: receipt_html(one, style=style, language=language)
        for style in STYLES}
made |= {kind: lambda language, kind=kind: paper_of(one, kind=kind, code="2222-2222-2222", issued_on=date(2026, 3, 14),
         language=language, address="https://example.org") for kind in PaperKind.values}
began = time.monotonic()
paper_pdf(receipt_html(one, style="plain", language=LANGUAGES["ar"]))
seconds = {"first": [time.monotonic() - began]}
for name, html in made.items():
    for language in LANGUAGES.values():
        for turn in range(6):
            began = time.monotonic()
            paper_pdf(html(language))
            if turn:
                seconds.setdefault(name, []).append(time.monotonic() - began)
print(json.dumps(seconds))
"""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        site = Site(data_dir=Path(folder) / "data", smtp_port=free_port())
        site.prepare()
        seconds = site.ask(DRAW)
    print(f"{'':18} {'median ms':>10} {'slowest ms':>11}   (aim: 200 once one was made before)")
    for name, values in seconds.items():
        print(f"{name:18} {statistics.median(values) * 1000:10.0f} {max(values) * 1000:11.0f}")


if __name__ == "__main__":
    main()
