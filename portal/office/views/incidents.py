"""Others of the same place and days as a pair: a list to look at, judged by nobody (floor 7)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.matching.access import access_pair
from portal.matching.incidents import SHOWN, most_of_a_kind, others_of
from portal.matching.permissions import READERS
from portal.office.permissions import for_roles

from .pairs_queue import work_context


@require_safe
@for_roles(frozenset(READERS))
def incident(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show them, without a name."""
    pair = access_pair(key, user=request.user)
    incident = others_of(pair, user=request.user)
    context = {**work_context(request, pair), "incident": incident, "shown": SHOWN, "most": most_of_a_kind()}
    return render(request, "office/pairs/incident.html", context)
