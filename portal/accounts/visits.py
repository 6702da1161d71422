"""A family's visit: the session holds the holder's id and the time, never an answer or a code (floor 2; R-05, R-45).

After HOLDER_IDLE_SECONDS the page is closed. What she was typing then can still be *put* into her draft, to be shown
again after she has given her code; nothing can be read.
"""

import time
import uuid

from django.conf import settings
from django.http import HttpRequest

from portal.accounts import events
from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.audit.services import record

_HOLDER, _SEEN, _OPENED = "holder", "holder_seen", "holder_opened"
# How long after opening her page she may add a way into it, and then send a form that she began in that time.
FRESH_SECONDS, BEGUN_SECONDS = 300, 900
# Within that time a visit is not noted anew: a page that only reads writes nothing.
_NOTE_AGAIN_SECONDS = 60


def open_holder(request: HttpRequest, holder: AccessHolder) -> None:
    """Open her page in this browser under a new session key; the event is logged."""
    request.session.cycle_key()
    request.session[_HOLDER] = str(holder.pk)
    request.session[_SEEN] = request.session[_OPENED] = int(time.time())
    record(events.PAGE_OPENED, actor=Actor.holder(holder.pk), subject=holder)


def current_holder(request: HttpRequest) -> AccessHolder | None:
    """Return whose page is open here, or None where there is none or she was away for too long."""
    if is_away(request):
        return None
    holder = _holder(request)
    if holder is not None and time.time() - request.session[_SEEN] >= _NOTE_AGAIN_SECONDS:
        request.session[_SEEN] = int(time.time())
    return holder


def is_away(request: HttpRequest) -> bool:
    """Say whether a page was open here and the idle limit has passed."""
    if _HOLDER not in request.session:
        return False
    seen = request.session.get(_SEEN)
    return not isinstance(seen, int) or time.time() - seen > settings.HOLDER_IDLE_SECONDS


def absent_holder(request: HttpRequest) -> AccessHolder | None:
    """Return who was away for too long, only to keep what she sent now; her page stays closed."""
    return _holder(request) if is_away(request) else None


def is_fresh(request: HttpRequest) -> bool:
    """Say whether her page was opened just now: who finds it open a while later adds no way into it."""
    opened = request.session.get(_OPENED)
    allowed = BEGUN_SECONDS if request.method == "POST" else FRESH_SECONDS
    return isinstance(opened, int) and time.time() - opened < allowed


def forget_holder(request: HttpRequest) -> None:
    """Close her page in a browser in which somebody else, signed in, goes on."""
    for name in (_HOLDER, _SEEN, _OPENED):
        request.session.pop(name, None)


def close_holder(request: HttpRequest) -> None:
    """End the visit and forget the session."""
    request.session.flush()


def _holder(request: HttpRequest) -> AccessHolder | None:
    try:
        key = uuid.UUID(str(request.session.get(_HOLDER, "")))
    except ValueError:
        return None
    return AccessHolder.objects.filter(pk=key, frozen_at__isnull=True).first()
