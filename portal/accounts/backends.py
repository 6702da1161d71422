"""Who may not sign in at all (floor 2)."""

from django.conf import settings
from django.contrib.auth.backends import BaseBackend
from django.core.exceptions import PermissionDenied

# User names with this beginning belong to the demonstration world and have passwords that everybody knows.
DEMONSTRATION_PREFIX = "demo-"


def is_demonstration_name(username: str) -> bool:
    """Say whether a user name is reserved for the demonstration."""
    return username.lower().startswith(DEMONSTRATION_PREFIX)


class NoDemonstrationSignIns(BaseBackend):
    """Asked before all others: refuses the demonstration's sign-ins in any other installation."""

    def authenticate(self, request, username=None, **credentials):
        """Raise PermissionDenied, which ends the attempt, or leave it to the next backend."""
        if username and is_demonstration_name(str(username)) and not settings.DEMONSTRATION:
            raise PermissionDenied
        return None

    def get_user(self, user_id):
        """Nobody is signed in by this backend."""
        return None
