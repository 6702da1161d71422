"""Run queued tasks and seal the audit log until asked to stop (SIGTERM or Ctrl-C)."""

from django.core.management.base import BaseCommand

from portal.operations.worker import Worker


class Command(BaseCommand):
    """`manage.py run_worker`: one such process is enough, several do no harm."""

    help = __doc__

    def add_arguments(self, parser):
        """Declare the one-off run."""
        parser.add_argument("--once", action="store_true", help="run what is ready now, then end")

    def handle(self, *args, **options):
        """Hand over to the worker."""
        worker = Worker()
        if options["once"]:
            worker.run_waiting()
        else:
            worker.run()
