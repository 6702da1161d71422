"""Refine the comparison by what people judged and write a new model file. The last line is one JSON object."""

import json
from pathlib import Path
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError

from portal.audit.actors import SYSTEM
from portal.matching.services.exports import ExportNotApproved
from portal.matching.services.training import NotEnough, train

REFUSED = 2


class Command(BaseCommand):
    """`manage.py train_linkage FILE.json [--request UUID]`; name the file in LINKAGE_MODEL and restart to use it."""

    help = __doc__

    def add_arguments(self, parser):
        """Declare the file and the request."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--request", type=UUID, help="the number of an approved request to improve the comparison")

    def handle(self, *args, **options):
        """Exit 2 where leave is missing, there are too few judgements, or the file cannot be written."""
        try:
            trained = train(actor=SYSTEM, path=options["file"], request=options["request"])
        except ExportNotApproved as error:
            raise CommandError(
                "Not trained. A model learned from judgements is handed out only with a request to improve the "
                f"comparison that a second person has approved (--request), and {error}.",
                returncode=REFUSED,
            ) from error
        except NotEnough as error:
            raise CommandError(f"Not trained: {error}.", returncode=REFUSED) from error
        except OSError as error:
            raise CommandError(f"The file cannot be written: {error.strerror}", returncode=REFUSED) from error
        result = {"pairs": trained.pairs, "same": trained.same, "version": trained.model.version}
        self.stdout.write(json.dumps({**result, "sha256": trained.model.sha256}))
