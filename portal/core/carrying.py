"""What was sent when nobody could take it travels, unread, with the page that asks who it is (floor 0)."""

import json

from django.conf import settings
from django.http import HttpRequest, QueryDict

from .unread_forms import Fields, fitting, is_cut

FIELDS, PATH = "kept_fields", "kept_path"
# Of a form: within another one every sign may take three times its room.
_SHARE = 4
_NOT_CARRIED = {"csrfmiddlewaretoken", FIELDS, PATH}


def to_carry(request: HttpRequest) -> dict[str, str] | None:
    """Return what was posted, to go along with the next page; None where nothing was typed."""
    if request.method != "POST":
        return None
    posted = [(name, values) for name, values in request.POST.lists() if name not in _NOT_CARRIED]
    fields = fitting([(name, str(value)) for name, values in posted for value in values], share=_SHARE)
    if not any(value for _name, value in fields):
        return None
    return {"fields": json.dumps(fields, ensure_ascii=False), "path": request.path}


def carried(posted: QueryDict) -> dict[str, str] | None:
    """Return what travels with a page, also after a wrong code; None where it is nothing."""
    found = {"fields": posted.get(FIELDS, ""), "path": posted.get(PATH, "")}
    return found if pairs(found["fields"]) else None


def pairs(text: str) -> Fields:
    """Read the fields; whatever is no list of pairs of texts is nothing."""
    try:
        read = json.loads(text)
    except ValueError:
        return []
    if not isinstance(read, list) or len(read) >= settings.DATA_UPLOAD_MAX_NUMBER_FIELDS:
        return []
    return [(one[0], one[1]) for one in read] if all(_is_pair(one) for one in read) else []


def was_cut(fields: Fields) -> bool:
    """Say whether fields that travelled look as if something was cut."""
    return is_cut(fields, share=_SHARE)


def _is_pair(one: object) -> bool:
    return isinstance(one, list) and len(one) == 2 and all(isinstance(part, str) for part in one)
