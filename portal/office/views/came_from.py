"""The page from which a record was opened, to lead back to: a link names it by its address (floor 7)."""

from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.core.ways import way_back

_SEARCH = "office:search"
# The pages that lead to a record, by their own names. Any other word in the address leads to the search.
_PAGES: dict[str, str | Promise] = {
    _SEARCH: _("Search"),
    "office:duplicate": _("Is this one person?"),
    "office:pair": _("Is this the same person?"),
    "office:pair-incident": _("Others of the same place and days"),
    "office:record": _("Detainee record"),
    "office:transfer": _("Transfers"),
}


def came_from(request: HttpRequest) -> dict[str, str | Promise]:
    """Return the address and the name of the way back."""
    path = way_back(request.GET.get("back", ""), otherwise=reverse(_SEARCH))
    try:
        name = resolve(path).view_name
    except Resolver404:
        name = ""
    if name not in _PAGES:
        path, name = reverse(_SEARCH), _SEARCH
    return {"back_url": path, "back_label": _PAGES[name]}
