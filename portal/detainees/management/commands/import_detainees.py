"""`manage.py import_detainees FILE --source NAME --batch LABEL [--dry-run]`

The last line is one JSON object: {"rows", "created", "updated", "unchanged", "rejected"}. Reasons go to stderr, one
line a row, without any value. Exit 0 even with rejected rows; 2 where the file cannot be used.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from portal.audit.actors import SYSTEM
from portal.core.dates import today
from portal.core.tables import Unusable, content_of
from portal.core.text import clean_text
from portal.detainees.enums import RowOutcome
from portal.detainees.models import Batch, Source
from portal.detainees.problems import PROBLEM_TEXTS
from portal.detainees.services import (
    check_batch,
    choose_columns,
    get_or_create_source,
    import_batch,
    last_import_of,
    preview,
    read_list,
)
from portal.detainees.services.checking import NoUsableColumns
from portal.detainees.services.receiving import open_list

_OUTCOMES = (RowOutcome.CREATED, RowOutcome.UPDATED, RowOutcome.UNCHANGED, RowOutcome.REJECTED)


class Command(BaseCommand):
    """Imports a list of detained persons from a CSV or XLSX file."""

    help = "Import a list of detained persons (CSV or XLSX). The last line printed is one JSON object."

    def add_arguments(self, parser: CommandParser) -> None:
        """FILE, --source, --batch, --dry-run."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--source", required=True, help="who gave the list; made if it does not exist")
        parser.add_argument("--batch", required=True, help="what to call this list")
        parser.add_argument("--dry-run", action="store_true", help="judge the rows and write nothing")

    def handle(self, *args, **options) -> None:
        """Read, judge, import; print the counts."""
        try:
            counts = self._run(options)
        except (Unusable, NoUsableColumns) as error:
            message = str(error) or _("The file needs a column with the number of the record and one with the name.")
            self.stderr.write(message)
            self.stdout.write(json.dumps({"error": message}, ensure_ascii=False))
            sys.exit(2)
        self.stdout.write(json.dumps(counts))

    def _run(self, options: dict) -> dict[str, int]:
        name, label = _line(options["source"], 200), _line(options["batch"], 120)
        content = content_of(options["file"], max_bytes=settings.IMPORT_MAX_BYTES)
        source = Source.objects.filter(name=name).first()
        counts = self._preview(content, source, tells=options["dry_run"])
        is_same = source is not None and last_import_of(source=source, content=content) is not None
        if options["dry_run"] or (is_same and not counts["created"] and not counts["updated"]):
            return counts
        source = source or get_or_create_source(name=name, actor=SYSTEM)
        batch = read_list(content=content, source=source, label=label, received_on=today(), actor=SYSTEM)
        batch = choose_columns(batch=batch, mapping=batch.mapping, actor=SYSTEM)
        batch = import_batch(batch=check_batch(batch=batch, actor=SYSTEM), actor=SYSTEM)
        self._tell_rejected(_rejected(batch))
        return batch.counts

    def _preview(self, content: bytes, source: Source | None, *, tells: bool) -> dict[str, int]:
        """Judge the whole file before anything is written: an unusable one leaves no trace."""
        counts = dict.fromkeys(("rows", *map(str, _OUTCOMES)), 0)
        rejected = []
        for row in preview(table=open_list(content), source=source):
            counts["rows"] += 1
            counts[str(row.outcome)] += 1
            if tells and row.outcome == RowOutcome.REJECTED:
                rejected.append((row.number, [problem.as_json() for problem in row.reading.problems]))
        if not counts["rows"]:
            raise Unusable("no_rows")
        self._tell_rejected(rejected)
        return counts

    def _tell_rejected(self, rows: Iterable[tuple[int, list[dict]]]) -> None:
        for number, problems in rows:
            reasons = "; ".join(f"{p['column'] or '-'}: {PROBLEM_TEXTS[p['code']]} [{p['code']}]" for p in problems)
            self.stderr.write(f"row {number}: {reasons}")


def _rejected(batch: Batch) -> Iterator[tuple[int, list[dict]]]:
    yield from batch.rows.rejected().values_list("number", "problems")


def _line(text: str, longest: int) -> str:
    try:
        line = clean_text(text)
    except ValidationError as error:
        raise CommandError("--source and --batch must be plain text.") from error
    if not 0 < len(line) <= longest:
        raise CommandError(f"--source and --batch need 1 to {longest} characters.")
    return line
