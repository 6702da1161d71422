"""`manage.py weigh_records`: work out anew which records are sealed, for all of them (floor 5)."""

from django.core.management.base import BaseCommand

from portal.detainees.services.sealing import weigh_all


class Command(BaseCommand):
    """After an update that reads more in the rows of lists, or from the state before anything was stored."""

    help = "Work out anew which detainee records are sealed because the person may be under 18."

    def handle(self, *args, **options) -> None:
        """Weigh all and say how many changed."""
        self.stdout.write(f"changed: {weigh_all()}")
