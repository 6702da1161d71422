"""Compare registrations with detainee records. The last line is one JSON object."""

import json
import time

from django.core.management.base import BaseCommand

from portal.audit.actors import SYSTEM
from portal.matching.services.linking import end_pairs_without_consent, link_all, link_changed


class Command(BaseCommand):
    """`manage.py link [--all]`."""

    help = __doc__

    def add_arguments(self, parser):
        """Declare the switch."""
        parser.add_argument("--all", action="store_true", help="compare everything, not only what changed")

    def handle(self, *args, **options):
        """Print the counts; candidates are the pairs live after the run."""
        started = time.monotonic()
        end_pairs_without_consent(actor=SYSTEM)
        run = link_all(actor=SYSTEM) if options["all"] else link_changed(actor=SYSTEM)
        self.stdout.write(
            json.dumps(
                {
                    "registrations": run.registrations,
                    "detainees": run.detainees,
                    "candidates": run.candidates,
                    "seconds": round(time.monotonic() - started, 2),
                }
            )
        )
