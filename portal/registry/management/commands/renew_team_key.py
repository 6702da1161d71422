"""Renew the key of sealed notes: `manage.py renew_team_key`."""

from django.core.management.base import BaseCommand, CommandError

from portal.audit.actors import SYSTEM
from portal.confidential.cipher import KeyNotHere
from portal.registry.services.resealing import renew_team_key


class Command(BaseCommand):
    """Seals every note to a new key and destroys the old one. Broken off, run it again."""

    help = __doc__

    def handle(self, *args, **options):
        """Say how many notes were sealed anew."""
        try:
            count = renew_team_key(actor=SYSTEM)
        except KeyNotHere as error:
            raise CommandError("Put the team's secret in place first: SANAD_TEAM_KEY, or the file team.") from error
        self.stdout.write(f"{count} notes sealed to the new key")
