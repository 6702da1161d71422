"""`manage.py take_bounce < mail`: the mail server hands over what comes back to the sender's address."""

import sys

from django.core.management.base import BaseCommand

from portal.notifications.bounces import returned_message_id
from portal.notifications.services.failures import note_return


class Command(BaseCommand):
    """Make a task for the staff out of a mail that came back. Prints `noted` or `nothing to do`, never an address."""

    help = "Read a mail from standard input; where it reports that a mail of ours failed, a person is told."

    def handle(self, *args, **options) -> None:
        """Read, look it up, note it."""
        is_noted = note_return(message_id=returned_message_id(sys.stdin.buffer.read()))
        self.stdout.write("noted" if is_noted else "nothing to do")
