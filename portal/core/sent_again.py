"""A form that was refused comes back with everything in it, to be sent once more with one press (floor 0; R-55).

Only where the browser says that it was sent from a page of ours: else somebody could lay words into her hands.
"""

from urllib.parse import parse_qsl

from django.conf import settings
from django.http import HttpRequest
from django.http.request import RawPostDataException
from django.middleware.csrf import get_token

from .languages import LANGUAGES

_TOKEN = "csrfmiddlewaretoken"  # noqa: S105  the name of a field


def refused_form(request: HttpRequest) -> dict | None:
    """Return what a page needs to offer the form again, or None where there is nothing to offer."""
    if request.method != "POST" or not _is_for_people(request) or not _is_from_us(request):
        return None
    fields = [(name, value) for name, value in _fields(request) if name != _TOKEN]
    if not fields:
        return None
    return {
        "fields": fields,
        "words": [value for _name, value in fields if _is_written(value)],
        "token": get_token(request),
        "path": request.path,
    }


def _is_for_people(request: HttpRequest) -> bool:
    """A page of the public or of families, asked for as a page."""
    return request.path_info.split("/")[1:2] in [[code] for code in LANGUAGES] and request.accepts("text/html")


def _is_from_us(request: HttpRequest) -> bool:
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def _fields(request: HttpRequest) -> list[tuple[str, str]]:
    """The first fields, as many as a form may have beside its token; a file is not among them."""
    most = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS - 1
    if request.content_type == "multipart/form-data":
        read = [(name, str(value)) for name, values in request.POST.lists() for value in values]
        return read[:most]
    try:
        text = request.body.decode("utf-8", "replace")
    except RawPostDataException:
        return []
    return [one for one in parse_qsl(text, keep_blank_values=True) if one[0]][:most]


def _is_written(value: str) -> bool:
    """Words of hers, to be read and copied; not a choice, a number or a code."""
    return any(sign.isalpha() for sign in value) and (" " in value.strip() or not value.isascii())
