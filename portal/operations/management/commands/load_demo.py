"""Load the demonstration world: invented people, real proceedings. Again changes nothing and prints the same."""

import json

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from portal.operations.demo.loading import load_organizations, load_world
from portal.operations.demo.sign_ins import family_lines, load_staff, staff_lines


class Command(BaseCommand):
    """`manage.py load_demo`, in a demonstration installation only."""

    help = __doc__

    def handle(self, *args, **options):
        """Print the sign-ins, and one JSON object as the last line."""
        if not settings.DEMONSTRATION:
            raise CommandError("This is no demonstration installation: nothing was loaded.")
        organizations = load_organizations()
        counts = {"organizations": organizations, **load_world(load_staff())}
        self.stdout.write("Staff: /staff/login/ (role, user name, password, secret of the authenticator app)")
        self.stdout.write("\n".join(staff_lines()))
        self.stdout.write("Families: /ar/return/ (language, return code)")
        self.stdout.write("\n".join(family_lines()))
        self.stdout.write(json.dumps(counts))
