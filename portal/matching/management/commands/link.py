"""Compare registrations with detainee records. The last line is one JSON object."""

import json
import sys
import time

from django.core.management.base import BaseCommand

from portal.audit.actors import SYSTEM
from portal.matching.enums import Todo
from portal.matching.models import LinkRun
from portal.matching.services.linking import link_all, link_changed, work_through

_TELL_EVERY = 2.0


class Command(BaseCommand):
    """`manage.py link [--all] [--duplicates]`."""

    help = __doc__

    def add_arguments(self, parser):
        """Declare the switches."""
        parser.add_argument(
            "--all",
            action="store_true",
            help="compare everything, not only what changed; broken off, the next call goes on where it stopped",
        )
        parser.add_argument(
            "--duplicates",
            action="store_true",
            help="then look for duplicates on each side here, instead of leaving them to the worker",
        )

    def handle(self, *args, **options):
        """Print the counts; candidates are the pairs live after the run."""
        started = time.monotonic()
        self._told_at = 0.0
        run = link_all(actor=SYSTEM, tell=self._tell) if options["all"] else link_changed(actor=SYSTEM)
        if options["duplicates"]:
            work_through(actor=SYSTEM, todo=Todo.WITHIN, tell=self._tell)
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

    def _tell(self, run: LinkRun) -> None:
        """Say on the terminal how far it is, now and then: one line that is written over, or lines in a log."""
        if time.monotonic() - self._told_at < _TELL_EVERY:
            return
        self._told_at = time.monotonic()
        ending = "\r" if sys.stderr.isatty() else "\n"
        self.stderr.write(f"{run.scope}: {run.done} of {run.total} records compared", ending=ending)
