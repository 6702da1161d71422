"""`manage.py verify_evidence`: open and hash every file again (floor 6; R-79)."""

from django.core.management.base import BaseCommand, CommandError

from portal.audit.actors import SYSTEM
from portal.audit.services import record
from portal.evidence import events
from portal.evidence.verifying import verify_files


class Command(BaseCommand):
    help = "Hash all files of families again and compare with the day they came. Exit code 1 on any difference."

    def handle(self, *args, **options) -> None:
        """Print what was found and log the counts."""
        result = verify_files()
        for fault in result.faults:
            self.stdout.write(fault)
        self.stdout.write(f"files: {result.checked}, faults: {len(result.faults)}")
        record(events.VERIFIED, actor=SYSTEM, data={"files": result.checked, "faults": len(result.faults)})
        if result.faults:
            raise CommandError("Files differ from what was received.")
