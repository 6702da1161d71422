"""Import an organization's list of registrations from CSV or XLSX. The last line is one JSON object."""

import json
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from portal.audit.actors import SYSTEM
from portal.core.tables import Unusable, content_of, read_table
from portal.organizations.models import Organization
from portal.organizations.services import create_organization
from portal.registry.importing import columns_of
from portal.registry.services.imports import NoUsableColumns, import_registrations

UNUSABLE = 2


class Command(BaseCommand):
    """`manage.py import_registrations FILE --organization SLUG [--dry-run] [--create-organization]`."""

    help = __doc__

    def add_arguments(self, parser):
        """Declare file, organization and the two switches."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--organization", required=True, metavar="SLUG")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")
        parser.add_argument("--create-organization", action="store_true", help="make the organization where it is new")

    def handle(self, *args, **options):
        """Exit 0 even with rejected rows, 2 where the file or the organization cannot be used."""
        try:
            content = content_of(options["file"], max_bytes=settings.IMPORT_MAX_BYTES)
            table = read_table(content, max_bytes=settings.IMPORT_MAX_BYTES)
            if columns_of(table) is None:
                raise NoUsableColumns
            counts = import_registrations(
                table=table, organization=self._organization(options), actor=SYSTEM, is_dry_run=options["dry_run"]
            )
        except (Unusable, NoUsableColumns) as error:
            message = str(error) or _("The file needs a column with the number of the record and one with the name.")
            raise CommandError(message, returncode=UNUSABLE) from error
        for number, reason in counts.problems:
            self.stderr.write(f"row {number}: {reason}")
        self.stdout.write(json.dumps(counts.numbers()))

    def _organization(self, options) -> Organization:
        slug = options["organization"]
        organization = Organization.objects.filter(slug=slug).first()
        if organization is not None:
            return organization
        if not options["create_organization"]:
            raise CommandError(f"There is no organization “{slug}”. Add --create-organization.", returncode=UNUSABLE)
        if options["dry_run"]:
            return Organization(slug=slug)
        return create_organization(slug=slug, names={"en": slug}, actor=SYSTEM)
