"""An order of a court to keep a file: noted and ended by a supervisor (floor 7; R-34)."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from portal.accounts.permissions import has_role
from portal.core import asking
from portal.office.permissions import HOLDS, actor_of, ask_again, for_roles
from portal.registry.access import registration_to_move
from portal.registry.models import LegalHold, Registration
from portal.registry.services.holds import lift_hold, place_hold


class HoldForm(forms.Form):
    """Which order."""

    use_required_attribute = False
    reason = asking.words(gettext_lazy("Which court, and which order"), max_length=500)


def hold_of(registration: Registration, *, user) -> dict:
    """What the file's page shows of orders to keep it."""
    hold = LegalHold.objects.filter(registration=registration, lifted_at__isnull=True).first()
    return {"hold": hold, "can_hold": has_role(user, *HOLDS), "hold_form": HoldForm()}


@require_POST
@for_roles(HOLDS)
def hold(request: HttpRequest, key: UUID) -> HttpResponse:
    """Note an order, or end the one in force, after a fresh proof."""
    back = reverse("office:files-detail", kwargs={"key": key})
    if again := ask_again(request, back):
        return again
    registration = registration_to_move(key, user=request.user)
    if "lift" in request.POST:
        lift_hold(registration=registration, actor=actor_of(request))
        messages.success(request, _("Saved"))
        return redirect(back)
    form = HoldForm(request.POST)
    if form.is_valid():
        place_hold(registration=registration, reason=form.cleaned_data["reason"], actor=actor_of(request))
        messages.success(request, _("Saved"))
    else:
        messages.error(request, _("Please say which court ordered it."))
    return redirect(back)
