"""What waits in the session for a visitor to open her page (floor 7). The visit itself: `accounts.visits`."""

from django.http import HttpRequest

from portal.accounts.visits import absent_holder, close_holder, current_holder, is_away, is_fresh, open_holder

__all__ = [
    "absent_holder",
    "close_for",
    "close_holder",
    "current_holder",
    "has_next",
    "has_wanted",
    "is_away",
    "is_fresh",
    "keep_wanted",
    "open_holder",
    "take_next",
    "take_wanted",
]

_WANTED, _NEXT = "wanted_proceeding", "next_page"


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
