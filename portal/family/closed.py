"""Her page is closed and she sends something: it travels with the page that asks for her code (floor 7).

Nothing of it is kept here: nobody knows yet whose it is. After the code it stands there to be sent with one press.
"""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import Resolver404, resolve

from portal.accounts.models import AccessHolder
from portal.core import carrying
from portal.core.carrying import pairs, to_carry, was_cut
from portal.core.sent_again import again
from portal.registry.models import Registration
from portal.registry.services.drafts import open_draft

from .rendering import render_page

__all__ = ["carried", "show_again", "to_carry"]


def carried(posted: QueryDict) -> dict | None:
    """Return what travels with the page for the code, also after a wrong one; None where it is nothing."""
    found = carrying.carried(posted)
    return found if found and _is_hers(found["path"]) else None


def show_again(request: HttpRequest, holder: AccessHolder) -> HttpResponse | None:
    """Show what travelled, to be sent with one press; None where nothing did, or where this page has no such place."""
    found = carried(request.POST)
    if found is None or not _has_place(holder, found["path"]):
        return None
    fields = pairs(found["fields"])
    context = {"refused": again(request, fields, found["path"]), "is_cut": was_cut(fields)}
    return render_page(request, "family/again.html", context)


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
