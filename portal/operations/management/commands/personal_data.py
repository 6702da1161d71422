"""Print the table of personal data that stands in docs/data-protection.md; with --write put it there."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from portal.operations.personal_data import table

START, END = "<!-- personal data: begin -->", "<!-- personal data: end -->"


class Command(BaseCommand):
    """`manage.py personal_data [--write]`."""

    help = __doc__

    def add_arguments(self, parser):
        """Declare the writing."""
        parser.add_argument("--write", action="store_true", help="put the table into docs/data-protection.md")

    def handle(self, *args, **options):
        """Print or write."""
        if not options["write"]:
            self.stdout.write(table())
            return
        path = Path(settings.BASE_DIR) / "docs" / "data-protection.md"
        before, _start, rest = path.read_text().partition(START)
        path.write_text(f"{before}{START}\n{table()}\n{END}{rest.partition(END)[2]}")
