"""Checks before a start: no demonstration where real people are registered (floor 8)."""

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.db import DatabaseError

from portal.accounts.backends import DEMONSTRATION_PREFIX
from portal.accounts.models import User


@register(Tags.database)
def check_no_demonstration_users(app_configs, databases=None, **kwargs) -> list[Error]:
    """One error where sign-ins of the demonstration exist in another installation. Runs with `check --database`."""
    if settings.DEMONSTRATION or "default" not in (databases or ()):
        return []
    try:
        count = User.objects.filter(username__istartswith=DEMONSTRATION_PREFIX, is_active=True).count()
    except DatabaseError:
        # Before the first migration there is nobody.
        return []
    if not count:
        return []
    return [
        Error(
            f"{count} sign-ins of the demonstration are active. Their passwords are public.",
            hint="Use a data folder of its own for a demonstration, and start with an empty one here.",
            id="operations.E001",
        )
    ]
