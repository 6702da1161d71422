"""Which place of the list a family means by the name it heard: said by a caseworker, and noted (floor 7)."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from portal.office.permissions import FILES, actor_of, for_roles
from portal.places.enums import PlaceKind
from portal.places.models import Place
from portal.registry.access import access_registration
from portal.registry.enums import ReadPurpose
from portal.registry.models import Registration
from portal.registry.services.happened import link_heard_place

_HELD = (PlaceKind.DETENTION, PlaceKind.CAMP)
# The countries whose places stand in the list.
_COUNTRIES = ("SY", "IQ")


class HeardPlaceForm(forms.Form):
    """The place of the list, or none."""

    use_required_attribute = False
    place = forms.ChoiceField(
        label=gettext_lazy("Place of the list"),
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Please choose a place of the list.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = _places()  # type: ignore[attr-defined]
        self.fields["place"].widget.attrs.update({"class": "input", "autocomplete": "off"})


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(FILES)
def heard_place(request: HttpRequest, key: UUID, heard: UUID) -> HttpResponse:
    """The words of the family, and the list to choose from; nothing chosen means that it is not known."""
    registration = access_registration(key, user=request.user, purpose=ReadPurpose.CASEWORK)
    words = _heard(registration, heard)
    initial = {"place": words.place.code if words.place else ""}
    form = HeardPlaceForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        place = Place.objects.filter(code=form.cleaned_data["place"]).first()
        link_heard_place(heard=words, place=place, actor=actor_of(request))
        messages.success(request, _("Saved"))
        return redirect("office:files-detail", key=registration.pk)
    context = {"current": "files", "file": registration, "heard": words, "form": form}
    return render(request, "office/files/heard_place.html", context)


def _heard(registration: Registration, key: UUID) -> Any:
    found = registration.heard_places.select_related("place").filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def _places() -> list[tuple[str, Any]]:
    """Places of detention and camps first, then each governorate with its districts."""
    held = [(place.code, str(place)) for place in Place.objects.filter(kind__in=_HELD).order_by("name")]
    groups: list[tuple[str, Any]] = [("", _("Not known")), (_("Places of detention and camps"), held)]
    for country in _COUNTRIES:
        for governorate in Place.objects.governorates_of(country):
            inside = governorate.children.exclude(kind__in=_HELD).order_by("name")
            groups.append((str(governorate), [(one.code, str(one)) for one in (governorate, *inside)]))
    return groups
