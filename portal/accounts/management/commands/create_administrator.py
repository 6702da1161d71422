"""Make the first administrator of an installation. All others are made on the screen People, by an administrator."""

import json

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from portal.accounts.enums import Role
from portal.accounts.models import RoleGrant, User
from portal.accounts.services.people import create_staff
from portal.accounts.services.roles import grant_role
from portal.audit.actors import SYSTEM
from portal.core.languages import LANGUAGES


class Command(BaseCommand):
    """`manage.py create_administrator USERNAME [--language CODE]`; prints the first password, once."""

    help = __doc__

    def add_arguments(self, parser):
        """Declare the name and the language."""
        parser.add_argument("username")
        parser.add_argument("--language", choices=sorted(LANGUAGES), default="ar")

    def handle(self, *args, **options):
        """Refuse where there is an administrator, a bad name or a taken one; print one JSON object otherwise."""
        username = options["username"]
        if RoleGrant.objects.live().filter(role=Role.ADMINISTRATOR, user__is_active=True).exists():
            raise CommandError("There is an administrator: further ones are made at /office/people/.", returncode=2)
        try:
            User(username=username, password="-").clean_fields(exclude=["last_login"])  # noqa: S106 - never saved
        except ValidationError as error:
            raise CommandError(f"Choose another name: {' '.join(error.messages)}", returncode=2) from error
        if User.objects.filter(username__iexact=username).exists():
            raise CommandError("This name is taken.", returncode=2)
        with transaction.atomic():
            language = options["language"]
            user, password = create_staff(username=username, display_name=username, language=language, actor=SYSTEM)
            grant_role(user=user, role=Role.ADMINISTRATOR, actor=SYSTEM)
        self.stdout.write("Sign in at /staff/login/, set up the second factor, and choose a new password.")
        self.stdout.write(json.dumps({"username": username, "password": password}))
