"""Compare the catalogues with the sentences in the code, and look for sentences that stand in neither.

Exits 1 with every fault named. Changes nothing.
"""

import json
import sys
from collections import Counter

from django.conf import settings
from django.core.management.base import BaseCommand

from portal.operations.catalogues import check_all
from portal.operations.literals import check_literals


class Command(BaseCommand):
    """`manage.py check_catalogues`."""

    help = __doc__
    requires_system_checks = ()

    def handle(self, *args, **options):
        """Name the faults on the error stream, print one JSON object as the last line."""
        faults = check_all(settings.BASE_DIR)
        literals = check_literals(settings.BASE_DIR)
        for fault in (*faults, *literals):
            self.stderr.write(str(fault))
        counts = {"faults": len(faults), "by_language": Counter(f.language for f in faults), "literals": len(literals)}
        self.stdout.write(json.dumps(counts))
        if faults or literals:
            sys.exit(1)
