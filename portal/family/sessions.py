"""What waits in the session for a visitor to open her page (floor 7). The visit itself: `accounts.visits`.

`HELPING` names the testimony of the helper who fills in here; whoever opens her own page ends that.
"""

from django.http import HttpRequest

from portal.accounts import visits
from portal.accounts.models import AccessHolder
from portal.accounts.visits import absent_holder, close_holder, current_holder, forget_holder, is_away, is_fresh

__all__ = [
    "HELPING",
    "absent_holder",
    "close_for",
    "close_holder",
    "current_holder",
    "forget_holder",
    "has_next",
    "has_wanted",
    "is_away",
    "is_fresh",
    "keep_wanted",
    "open_holder",
    "take_next",
    "take_wanted",
]

HELPING = "helping"
_WANTED, _NEXT = "wanted_proceeding", "next_page"


def open_holder(request: HttpRequest, holder: AccessHolder) -> None:
    """Open her page in this browser; a helper who filled in here has ended."""
    request.session.pop(HELPING, None)
    visits.open_holder(request, holder)


def keep_wanted(request: HttpRequest, slug: str) -> None:
    """Keep which public proceeding a visitor wants to follow until she has given her code; nothing else is kept."""
    request.session[_WANTED] = slug


def has_wanted(request: HttpRequest) -> bool:
    """Say whether somebody wants to follow a proceeding and has still to give her code."""
    return _WANTED in request.session


def take_wanted(request: HttpRequest) -> str:
    """Return the slug that was kept and forget it; empty where there is none."""
    return str(request.session.pop(_WANTED, ""))


def close_for(request: HttpRequest, next_page: str) -> None:
    """End the visit; the page of this name follows when she has proved again who she is."""
    close_holder(request)
    request.session[_NEXT] = next_page


def has_next(request: HttpRequest) -> bool:
    """Say whether a page waits for her to prove again who she is."""
    return _NEXT in request.session


def take_next(request: HttpRequest) -> str:
    """Return the name of the page that waits and forget it; empty where there is none."""
    return str(request.session.pop(_NEXT, ""))
