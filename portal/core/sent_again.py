"""A form that was refused comes back with everything in it, to be sent once more with one press (floor 0; R-55).

Only where the browser says that it was sent from a page of ours: else somebody could lay words into her hands.
"""

from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest
from django.middleware.csrf import get_token

from .languages import LANGUAGES
from .unread_forms import Fields, fields_given_up, fitting

_TOKEN = "csrfmiddlewaretoken"  # noqa: S105  the name of a field
# Where people fill in forms without a prefix of language: helpers, before the first question.
_HELPING = "helping"
_LONGEST_CODE = 200


def refused_form(request: HttpRequest) -> dict | None:
    """Return what a page needs to offer the form again, or None where there is nothing to offer."""
    posted = request.POST.lists
    return _offered(request, lambda: fitting([(name, str(value)) for name, values in posted() for value in values]))


def form_given_up(request: HttpRequest, problem: Exception | None) -> dict | None:
    """The same for a form that was too large, or had too many fields, to be read as a form."""
    if not isinstance(problem, RequestDataTooBig | TooManyFieldsSent):
        return None
    return _offered(request, lambda: fields_given_up(request, problem))


def again(request: HttpRequest, fields: Fields, path: str) -> dict:
    """What the part `pages/sent_again.html` needs."""
    return {
        "fields": fields,
        "words": [value for _name, value in fields if _is_written(value)],
        "token": get_token(request),
        "path": path,
    }


def is_from_us(request: HttpRequest) -> bool:
    """Say whether the browser says that a page of ours sent it."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def _offered(request: HttpRequest, read: Callable[[], Fields]) -> dict | None:
    """Nothing is read where nothing may be offered."""
    if request.method != "POST" or not _is_for_people(request) or not is_from_us(request):
        return None
    fields = [(name, value) for name, value in read() if name != _TOKEN]
    return again(request, fields, request.path) if fields else None


def _is_for_people(request: HttpRequest) -> bool:
    """A page of the public, of families or of their helpers, asked for as a page."""
    first = request.path_info.split("/")[1:2]
    return first in [[_HELPING], *([code] for code in LANGUAGES)] and request.accepts("text/html")


def _is_written(value: str) -> bool:
    """Words of hers, to be read and copied; not a choice, a number or a code."""
    return len(value) > _LONGEST_CODE or (
        any(sign.isalpha() for sign in value) and (" " in value.strip() or not value.isascii())
    )
