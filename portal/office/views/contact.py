"""How a family is reached: shown masked, and one way at a time when somebody needs it for something (floor 7; R-14)."""

from collections.abc import Sequence
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from portal.notifications.models import SafeChannel
from portal.office.permissions import FILES, for_roles
from portal.registry.access import access_channel, registration_to_move
from portal.registry.casework import may_be_reached
from portal.registry.enums import ContactPurpose


class ShowContactForm(forms.Form):
    """What somebody needs a number or an address for."""

    purpose = forms.ChoiceField(
        label=gettext_lazy("What do you need it for?"),
        choices=[("", gettext_lazy("Please choose")), *ContactPurpose.choices],
        widget=forms.Select(attrs={"class": "input"}),
    )


def ways_of(channels: Sequence[SafeChannel]) -> list[dict]:
    """Each way with the form that asks before it is shown."""
    return [{"channel": one, "form": ShowContactForm(auto_id=f"{one.pk.hex}_%s")} for one in channels]


@require_POST
@for_roles(FILES)
def show(request: HttpRequest, key: UUID, channel: UUID) -> HttpResponse:
    """Show one number or address on this answer alone; the showing is logged and counted, the value never."""
    registration = registration_to_move(key, user=request.user, in_emergency=True)
    form = ShowContactForm(request.POST)
    if not may_be_reached(registration) or not form.is_valid():
        messages.error(request, _("Please say what you need it for."))
        return redirect("office:files-detail", key=key)
    shown = access_channel(channel, registration=registration, user=request.user, purpose=form.cleaned_data["purpose"])
    context = {"current": "files", "file": registration, "channels": [shown]}
    return render(request, "office/files/contact.html", context)
