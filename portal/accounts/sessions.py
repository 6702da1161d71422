"""How long a staff session lives, and ending it (floor 2; R-05, R-07)."""

import time

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.http import HttpRequest

_OPENED = "staff_opened_at"
_SEEN = "staff_seen_at"
# The time of the last look is written at most so often (seconds), to spare the database.
_STEP = 60
ABSOLUTE_SECONDS = 12 * 3600


def start(request: HttpRequest) -> None:
    """Note when the session was opened."""
    request.session[_OPENED] = request.session[_SEEN] = int(time.time())


def has_ended(request: HttpRequest) -> bool:
    """Say whether the session was left alone too long or is too old. A session without a note has ended."""
    now = time.time()
    opened, seen = request.session.get(_OPENED, 0), request.session.get(_SEEN, 0)
    return now - seen > settings.STAFF_IDLE_SECONDS or now - opened > ABSOLUTE_SECONDS


def touch(request: HttpRequest) -> None:
    """Note that the person is still there."""
    now = int(time.time())
    if now - request.session.get(_SEEN, 0) >= _STEP:
        request.session[_SEEN] = now


def rotate(request: HttpRequest) -> None:
    """Give the session a new key after a step up; the old cookie is dead."""
    old = request.session.session_key
    request.session.cycle_key()
    UserSession.objects.filter(session_key=old).update(session_key=request.session.session_key)


def end_all(user) -> int:
    """End every session of a user; return how many there were."""
    sessions = list(UserSession.objects.filter(user=user))
    for session in sessions:
        session.end()
    return len(sessions)
