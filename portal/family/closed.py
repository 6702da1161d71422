"""Her page is closed and she sends something: it travels with the page that asks for her code (floor 7).

Nothing of it is kept here: nobody knows yet whose it is. After the code it stands there to be sent with one press.
"""

import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.middleware.csrf import get_token
from django.urls import Resolver404, resolve

from portal.accounts.models import AccessHolder
from portal.registry.models import Registration
from portal.registry.services.drafts import open_draft

from .rendering import render_page

FIELDS, PATH = "kept_fields", "kept_path"
_NOT_CARRIED = {"csrfmiddlewaretoken", FIELDS, PATH}


def to_carry(request: HttpRequest) -> dict | None:
    """Return what was posted, to go along with the page for the code; None where nothing was typed."""
    fields = [[name, value] for name, values in _posted(request) for value in values]
    return {"fields": json.dumps(fields), "path": request.path} if any(value for _name, value in fields) else None


def carried(posted: QueryDict) -> dict | None:
    """Return what travels with the page for the code, also after a wrong one; None where it is nothing."""
    found = {"fields": posted.get(FIELDS, ""), "path": posted.get(PATH, "")}
    return found if _pairs(found["fields"]) and _is_hers(found["path"]) else None


def show_again(request: HttpRequest, holder: AccessHolder) -> HttpResponse | None:
    """Show what travelled, to be sent with one press; None where nothing did, or where this page has no such place."""
    found = carried(request.POST)
    if found is None or not _has_place(holder, found["path"]):
        return None
    fields = _pairs(found["fields"])
    words = [value for _name, value in fields if " " in value.strip() or not value.isascii()]
    refused = {"fields": fields, "words": words, "token": get_token(request), "path": found["path"]}
    return render_page(request, "family/again.html", {"refused": refused})


def _posted(request: HttpRequest) -> list[tuple[str, list[str]]]:
    if request.method != "POST":
        return []
    return [(name, values) for name, values in request.POST.lists() if name not in _NOT_CARRIED]


def _pairs(text: str) -> list[tuple[str, str]]:
    """Read the fields; whatever is no list of pairs of texts is nothing."""
    try:
        read = json.loads(text)
    except ValueError:
        return []
    if not isinstance(read, list) or len(read) >= settings.DATA_UPLOAD_MAX_NUMBER_FIELDS:
        return []
    return [(one[0], one[1]) for one in read] if all(_is_pair(one) for one in read) else []


def _is_pair(one: object) -> bool:
    return isinstance(one, list) and len(one) == 2 and all(isinstance(part, str) for part in one)


def _is_hers(path: str) -> bool:
    """Say whether an address is one of a family's."""
    try:
        return resolve(path).namespace == "family"
    except Resolver404:
        return False


def _has_place(holder: AccessHolder, path: str) -> bool:
    """Say whether what was written belongs to the page that was opened: a second PIN opens another (R-47)."""
    match = resolve(path)
    if "reference" in match.kwargs:
        return Registration.objects.of_holder(holder).filter(reference=match.kwargs["reference"]).exists()
    return (match.url_name or "").startswith("reach") or open_draft(holder) is not None
