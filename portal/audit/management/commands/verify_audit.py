"""Verify the chain of audit events: exit 0 when whole, 1 with the broken rows named otherwise."""

import json
import sys

from django.core.management.base import BaseCommand

from portal.audit.sealing import verify


class Command(BaseCommand):
    """`manage.py verify_audit [--anchor HASH]`."""

    help = __doc__

    def add_arguments(self, parser):
        """Declare the anchor."""
        parser.add_argument("--anchor", default="", help="a head noted earlier, outside this machine")

    def handle(self, *args, **options):
        """Print one JSON object as the last line."""
        result = verify(options["anchor"])
        for fault in result.faults:
            self.stderr.write(fault)
        self.stdout.write(
            json.dumps(
                {
                    "sealed": result.sealed,
                    "unsealed": result.unsealed,
                    "head": result.head,
                    "faults": len(result.faults),
                }
            )
        )
        if result.faults:
            sys.exit(1)
