"""Invented records that nobody's work leads to: planted by an administrator, known to auditors (floor 7; R-23)."""

from typing import cast

from django import forms
from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.accounts.permissions import has_role
from portal.accounts.services.planting import planted_seen_by
from portal.core.fields import DigitsField, SafeCharField
from portal.core.languages import LANGUAGES
from portal.office.permissions import PLANTED, RolesMixin
from portal.registry.models import Registration
from portal.registry.services.planting import plant_registration

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


class PlantForm(forms.Form):
    """An invented person, like others here and nobody real."""

    name = SafeCharField(label=gettext_lazy("Invented name"), widget=forms.TextInput(attrs=_INPUT))
    mother = SafeCharField(label=gettext_lazy("Invented name of the mother"), widget=forms.TextInput(attrs=_INPUT))
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        choices=[(code, entry.native) for code, entry in LANGUAGES.items()],
        widget=forms.Select(attrs=_INPUT),
    )
    birth_year = _YearField(label=gettext_lazy("Year of birth"), first=1930, last=2005)
    birth_place = SafeCharField(label=gettext_lazy("Place of birth"), widget=forms.TextInput(attrs=_INPUT))
    year = _YearField(label=gettext_lazy("Year of the disappearance"), first=2003, last=2025)
    place = SafeCharField(label=gettext_lazy("Place of the disappearance"), widget=forms.TextInput(attrs=_INPUT))


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
        references = dict(
            Registration.objects.filter(pk__in=[row.key() for row in rows]).values_list("pk", "reference")
        )
        found = [{"row": row, "reference": references.get(row.key(), "")} for row in rows]
        context = {"current": "alerts", "rows": found, "may_plant": has_role(user, Role.ADMINISTRATOR)}
        return {**super().get_context_data(**kwargs), **context}

    def form_valid(self, form) -> HttpResponse:
        """Plant it."""
        plant_registration(**form.cleaned_data, by=cast(User, self.request.user))
        messages.success(self.request, _("It is planted. Supervisors and auditors are told when somebody opens it."))
        return redirect("office:planted")
