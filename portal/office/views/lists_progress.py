"""How far a step of a list is, on a page that looks again by itself without a script (floor 7)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from portal.accounts.permissions import has_role
from portal.detainees.access import batch_to_watch
from portal.office.permissions import LIST_KEEPERS, LIST_READERS, for_roles

from .lists_steps import progress

_SECONDS = 5
# Ten minutes: whoever has left the desk is not kept signed in by a page that nobody looks at.
_LOOKS = 120


@require_safe
@for_roles(LIST_READERS)
def watch(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show the numbers alone; look again in a moment unless that was stopped, and lead to the list once it is done."""
    batch = batch_to_watch(key, user=request.user)
    under_way = progress(batch)
    if under_way is None:
        return redirect("office:lists-detail", key=key)
    looks = _looks(request.GET.get("look", ""))
    goes_on = 0 < looks <= _LOOKS
    keeps = has_role(request.user, *LIST_KEEPERS)
    context = {"current": "lists", "batch": batch, "progress": under_way, "keeps": keeps, "goes_on": goes_on}
    response = render(request, "office/lists/watch.html", context)
    if goes_on:
        response["Refresh"] = f"{_SECONDS}; url={request.path}?look={looks + 1}"
    return response


def _looks(asked: str) -> int:
    """How often the page has looked by itself; 0 where somebody stopped it."""
    return int(asked[:4]) if asked.isascii() and asked.isdigit() else 1
