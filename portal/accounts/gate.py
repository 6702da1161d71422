"""Whether a request may pass as a member of staff: signed in, with the second factor, not away for too long (floor 2).

The middleware asks it of whole areas; pages that staff and families share ask it themselves.
"""

from django.http import HttpRequest

from . import second_factor, sessions
from .permissions import roles_of


def is_let_in(request: HttpRequest, roles: frozenset[str]) -> bool:
    """Say whether the person in this session holds one of the roles now and has passed every question of the gate."""
    user = request.user
    if not user.is_authenticated or sessions.has_ended(request):
        return False
    if not roles_of(user) & roles or getattr(user, "must_change_password", False):
        return False
    if not second_factor.has_second_factor(user) or not second_factor.was_second_factor_used(request):
        return False
    sessions.touch(request)
    return True
