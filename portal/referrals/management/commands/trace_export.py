"""Say whose copy of an export of registrations a found file is, by the marks of its rows or by their order."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from portal.audit.actors import SYSTEM
from portal.core.tables import Unusable
from portal.referrals.models import ExtractRow
from portal.referrals.tracing import Trace, trace


class Command(BaseCommand):
    """`manage.py trace_export FILE [--references]`."""

    help = __doc__

    def add_arguments(self, parser):
        """Declare the file, and whether the families concerned are listed."""
        parser.add_argument("file", type=Path, help="the CSV, XLSX or text file that was found")
        parser.add_argument(
            "--references",
            action="store_true",
            help="list the registrations of each copy, whose families are concerned",
        )

    def handle(self, *args, **options):
        """Exit 1 where the file cannot be read, or nothing in it is from a copy of ours."""
        try:
            traces = trace(options["file"].read_bytes(), actor=SYSTEM)
        except (OSError, Unusable) as error:
            raise CommandError(f"The file cannot be read: {error}") from error
        if not traces:
            raise CommandError("Nothing in this file is from a copy that was taken here.")
        for one in traces:
            self.stdout.write(_told(one))
            if options["references"]:
                rows = ExtractRow.objects.filter(extract=one.extract).order_by("registration__reference")
                for reference in rows.values_list("registration__reference", flat=True):
                    self.stdout.write(f"  {reference}")


def _told(one: Trace) -> str:
    extract = one.extract
    how = "bear its marks" if one.by_marks else "stand in its order"
    whom = f" for {extract.recipient.name}" if extract.recipient else ""
    taken = f"{extract.taken_at:%Y-%m-%d %H:%M} UTC" if extract.taken_at else "never"
    return (
        f"{extract.number}: {one.rows} of {extract.count} rows {how}. "
        f"Taken {taken} by {extract.requested_by.username}{whom} ({extract.purpose})."
    )
