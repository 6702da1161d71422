"""Write every live candidate pair, or with --labelled every judged one, to a CSV file. The last line is JSON."""

import json
import os
import stat
import tempfile
from pathlib import Path
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError

from portal.audit.actors import SYSTEM
from portal.matching.services.exporting import Export, export_candidates, export_labelled
from portal.matching.services.exports import ExportNotApproved

REFUSED = 2


class Command(BaseCommand):
    """`manage.py export_candidates FILE.csv [--request UUID] [--labelled]`."""

    help = __doc__

    def add_arguments(self, parser):
        """Declare the file and the request."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--request", type=UUID, help="the number of an approved export request; it serves once")
        parser.add_argument(
            "--labelled", action="store_true", help="judged pairs with their labels; always with a request"
        )

    def handle(self, *args, **options):
        """Exit 2 where an approved request is needed and there is none, or the file cannot be written."""
        try:
            export = _write_private(options["file"], options["request"], is_labelled=options["labelled"])
        except ExportNotApproved as error:
            raise CommandError(
                "Not exported. A list of possible matches endangers people: this installation hands it out only with "
                f"an export request that a second person has approved (--request), and {error}.",
                returncode=REFUSED,
            ) from error
        except OSError as error:
            raise CommandError(f"The file cannot be written: {error.strerror}", returncode=REFUSED) from error
        result: dict[str, int | str] = {"candidates": export.pairs}
        if options["request"]:
            result |= {"request": str(options["request"]), "sha256": export.sha256}
        self.stdout.write(json.dumps(result))


def _write_private(path: Path, request: UUID | None, *, is_labelled: bool) -> Export:
    """Write a new file that only its owner may read, even where another one stood.

    The room for it is made first: a request that serves once is not used up for a folder that does not exist.
    """
    if os.path.lexists(path) and not stat.S_ISREG(path.lstat().st_mode):
        raise FileExistsError(None, "there is something else than a file")
    descriptor, draft = tempfile.mkstemp(prefix=".export-", dir=path.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            export = (export_labelled if is_labelled else export_candidates)(actor=SYSTEM, request=request)
            file.write(export.text)
        os.replace(draft, path)
    except BaseException:
        os.unlink(draft)
        raise
    return export
