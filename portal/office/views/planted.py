"""Invented records that nobody's work leads to: planted by an administrator, known to auditors (floor 7; R-23)."""

from typing import cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import FormView

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.accounts.permissions import has_role
from portal.accounts.services.planting import may_withdraw, planted_seen_by
from portal.core.fields import DigitsField, SafeCharField
from portal.core.languages import LANGUAGES
from portal.detainees.models import Source
from portal.detainees.services.planting import Invented, NoList, NotReadable, plant_detainee, sources_to_plant_on
from portal.matching.services.planted import names_of_planted, withdraw_planted
from portal.office.permissions import PLANTED, PLANTERS, RolesMixin, ask_again, for_roles
from portal.registry.enums import Sex
from portal.registry.services.planting import plant_registration

from .one_form import one_form

_INPUT = {"class": "input"}


class _YearField(DigitsField):
    """Four digits of any set."""

    def __init__(self, *, first: int, last: int, **kwargs):
        super().__init__(max_length=4, widget=forms.TextInput(attrs={**_INPUT, "inputmode": "numeric"}), **kwargs)
        self.first, self.last = first, last

    def clean(self, value):
        """A year within its bounds."""
        text = super().clean(value)
        if not text.isdecimal() or not self.first <= int(text) <= self.last:
            raise forms.ValidationError(_("Please write a year with four digits."))
        return int(text)


class _InventedForm(forms.Form):
    """An invented person, like others here and nobody real."""

    name = SafeCharField(label=gettext_lazy("Invented name"), widget=forms.TextInput(attrs=_INPUT))
    mother = SafeCharField(label=gettext_lazy("Invented name of the mother"), widget=forms.TextInput(attrs=_INPUT))
    birth_year = _YearField(label=gettext_lazy("Year of birth"), first=1930, last=2005)
    birth_place = SafeCharField(label=gettext_lazy("Place of birth"), widget=forms.TextInput(attrs=_INPUT))


class PlantForm(_InventedForm):
    """Somebody whom a family would seek."""

    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        choices=[(code, entry.native) for code, entry in LANGUAGES.items()],
        widget=forms.Select(attrs=_INPUT),
    )
    year = _YearField(label=gettext_lazy("Year of the disappearance"), first=2003, last=2025)
    place = SafeCharField(label=gettext_lazy("Place of the disappearance"), widget=forms.TextInput(attrs=_INPUT))
    field_order = ("name", "mother", "language")


class PlantRecordForm(_InventedForm):
    """Somebody on a list. The number is made as the source writes its own."""

    source: forms.ModelChoiceField = forms.ModelChoiceField(
        label=gettext_lazy("Source"),
        queryset=Source.objects.none(),
        empty_label=gettext_lazy("Please choose"),
        widget=forms.Select(attrs=_INPUT),
    )
    sex = forms.ChoiceField(
        label=gettext_lazy("Sex"),
        choices=[(one.value, one.label) for one in (Sex.MALE, Sex.FEMALE)],
        widget=forms.Select(attrs=_INPUT),
    )
    year = _YearField(label=gettext_lazy("Year in which the person was taken"), first=2003, last=2025)
    place = SafeCharField(label=gettext_lazy("Place where the person was taken"), widget=forms.TextInput(attrs=_INPUT))
    field_order = ("source", "name", "mother", "sex")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["source"]).queryset = sources_to_plant_on()


class PlantedView(RolesMixin, FormView):
    """What one planted oneself, or for an auditor all; and a form for an administrator to plant one."""

    roles = PLANTED
    form_class = PlantForm
    needs_fresh = True
    template_name = "office/planted.html"

    def get_context_data(self, **kwargs) -> dict:
        """Add what this person may know."""
        user = cast(User, self.request.user)
        rows = list(planted_seen_by(user).select_related("planted_by").annotate(opened=Count("alerts")))
        names = names_of_planted(rows)
        found = [
            {"row": row, "name": names.get(row.key(), ("", "")), "may_withdraw": may_withdraw(user, row)}
            for row in rows
        ]
        context = {"current": "alerts", "rows": found, "may_plant": has_role(user, Role.ADMINISTRATOR)}
        return {**super().get_context_data(**kwargs), **context}

    def form_valid(self, form) -> HttpResponse:
        """Plant it."""
        plant_registration(**form.cleaned_data, by=cast(User, self.request.user))
        return _planted(self.request)


class PlantRecordView(RolesMixin, FormView):
    """A form for an administrator to plant a record on a list."""

    roles = PLANTERS
    form_class = PlantRecordForm
    needs_fresh = True

    def render_to_response(self, context, **kwargs) -> HttpResponse:
        """Show the form."""
        return one_form(
            self.request,
            context["form"],
            current="alerts",
            title=_("Plant a record on a list"),
            lead=_("It stands on the latest list of the source, with a number like its others."),
            more=_(
                "Write names as families here write them, and make sure that nobody real is meant. Tell no colleague."
            ),
            button=_("Plant it"),
            back=reverse("office:planted"),
            back_label=_("Planted records"),
        )

    def form_valid(self, form) -> HttpResponse:
        """Plant it."""
        try:
            said = {**form.cleaned_data}
            source = said.pop("source")
            plant_detainee(source=source, invented=Invented(**said), by=cast(User, self.request.user))
        except (NoList, NotReadable):
            form.add_error(None, _("This could not stand on a list. Please look at what you wrote."))
            return self.form_invalid(form)
        return _planted(self.request)


def _planted(request: HttpRequest) -> HttpResponse:
    messages.success(request, _("It is planted. Supervisors and auditors are told when somebody opens it."))
    return redirect("office:planted")


@require_POST
@for_roles(PLANTERS)
def withdraw(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take away what one planted oneself. The answer is the same for what others planted and for what is not there."""
    if again := ask_again(request, reverse("office:planted")):
        return again
    user = cast(User, request.user)
    row = planted_seen_by(user).filter(pk=key).first()
    if row is None or not may_withdraw(user, row):
        messages.error(request, _("There is nothing that you could take away here. Perhaps it was taken away already."))
        return redirect("office:planted")
    withdraw_planted(planted=row, by=user)
    messages.success(request, _("It is taken away. Nobody finds it any more."))
    return redirect("office:planted")
