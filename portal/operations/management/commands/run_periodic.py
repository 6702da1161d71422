"""Do what is due from time to time: compare, delete what is past its days, tidy. For cron or a systemd timer."""

import json
import sys

from django.core.management.base import BaseCommand

from portal.operations.periodic import run_all


class Command(BaseCommand):
    """`manage.py run_periodic`."""

    help = __doc__

    def handle(self, *args, **options):
        """Print one JSON object as the last line; exit 1 where a part failed."""
        result = run_all()
        self.stdout.write(json.dumps(result))
        if "failed" in result.values():
            sys.exit(1)
