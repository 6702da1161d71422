"""Erase again what was erased, after an old backup was restored. The last line is one JSON object."""

import json
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from portal.audit.actors import SYSTEM
from portal.registry.models import Erasure
from portal.registry.services.erasure import as_entry, reapply

_FIELDS = {"registration", "holder", "keys", "erased_at"}


class Command(BaseCommand):
    """`manage.py reapply_erasures [FILE]`; without a file the copy of the ledger on this machine."""

    help = __doc__

    def add_arguments(self, parser):
        """Declare the file."""
        parser.add_argument("file", type=Path, nargs="?", default=Path(settings.ERASURE_LEDGER))

    def handle(self, *args, **options):
        """Apply the file's lines and the database's own; a file that cannot be read stops before anything is done."""
        entries = {entry["registration"]: entry for entry in map(as_entry, Erasure.objects.all())}
        entries |= {entry["registration"]: entry for entry in _lines(options["file"])}
        count = reapply(entries.values(), actor=SYSTEM)
        self.stdout.write(json.dumps({"erasures": len(entries), "came_back": count}))


def _lines(file: Path) -> list[dict]:
    if not file.exists():
        return []
    try:
        entries = [json.loads(line) for line in file.read_text(encoding="ascii").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise CommandError(f"{file} cannot be read: {error}") from error
    if not all(isinstance(entry, dict) and set(entry) == _FIELDS for entry in entries):
        raise CommandError(f"{file} is not a ledger of erasures")
    return entries
