"""What records of detained people are opened for: asked once an hour, in one press, and then on to the record."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from portal.detainees.access import READERS
from portal.matching.enums import SearchPurpose
from portal.matching.sittings import state_sitting
from portal.office.permissions import for_roles

from .openings import onward_in_the_office

_FILL = gettext_lazy("Please fill this in.")


class SittingForm(forms.Form):
    """Each answer is a button."""

    purpose = forms.ChoiceField(
        choices=SearchPurpose.choices, error_messages={"required": _FILL, "invalid_choice": _FILL}
    )


def ask_sitting(request: HttpRequest) -> HttpResponse:
    """Ask instead of the record that was asked for. Records are only looked at here, so nothing typed can be lost."""
    return redirect(f"{reverse('office:records-why')}?{urlencode({'next': request.get_full_path()})}")


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(frozenset(READERS))
def why(request: HttpRequest) -> HttpResponse:
    """Ask, or remember the answer for an hour and lead on."""
    form = SittingForm(request.POST or None)
    asked = (request.POST if request.method == "POST" else request.GET).get("next", "")
    onward = onward_in_the_office(asked, reverse("office:day"))
    if request.method == "POST" and form.is_valid():
        state_sitting(user=request.user, **form.cleaned_data)
        return redirect(onward)
    context = {"current": "search", "form": form, "choices": list(SearchPurpose), "onward": onward}
    return render(request, "office/records/why.html", context, status=422 if request.method == "POST" else 200)
