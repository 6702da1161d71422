"""What a helper hands over at the end: the code, shown once, and a receipt, in the person's language (floor 7)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from portal.accounts.permissions import actor_of
from portal.core.references import spaced_return_code
from portal.family.filling import end_filling
from portal.family.rendering import render_page
from portal.registry.models import Registration, Testimony
from portal.registry.services.helping import hand_over_code


def hand_over(request: HttpRequest, testimony: Testimony) -> HttpResponse:
    """Show the code in answer to sending. A second click shows a new one and ends the first: what is seen opens."""
    registration = Registration.objects.get(draft_id=testimony.draft_id)
    testimony.draft.refresh_from_db(fields=["submitted_at"])
    code = hand_over_code(testimony=testimony, actor=actor_of(request))
    end_filling(request)
    if code is None:
        messages.info(request, _("It was sent before. The code was shown then and is not shown again."))
        return redirect("helping:list")
    context = {"registration": registration, "testimony": testimony, "code": spaced_return_code(code), "helping": None}
    return render_page(request, "family/helping/handed.html", context)
