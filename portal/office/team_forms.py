"""Forms about teams: what is theirs, and who belongs to one (floor 7)."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.accounts.colleagues import ColleagueField
from portal.core.fields import SafeCharField
from portal.core.languages import LANGUAGES
from portal.office.forms import months_field
from portal.places.models import Place
from portal.registry.services.assigning import may_have_files

_FILL = {"required": gettext_lazy("Please fill this in."), "invalid_choice": gettext_lazy("Please fill this in.")}
_REGIONS = ("syria", "iraq", "countries")


def _places(label) -> forms.ModelMultipleChoiceField:
    return forms.ModelMultipleChoiceField(
        label=label, queryset=Place.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )


class BoundsForm(forms.Form):
    """Which files belong to a team: regions, a language, or both; each counts for itself."""

    use_required_attribute = False
    language = forms.ChoiceField(
        label=gettext_lazy("Families who speak"),
        choices=[("", "—"), *((one.code, one.native) for one in LANGUAGES.values())],
        required=False,
        widget=forms.Select(attrs={"class": "input"}),
    )
    syria = _places(gettext_lazy("Governorates of Syria"))
    iraq = _places(gettext_lazy("Governorates of Iraq"))
    countries = _places(gettext_lazy("Whole countries"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        querysets = (
            Place.objects.governorates_of("SY"),
            Place.objects.governorates_of("IQ"),
            Place.objects.countries(),
        )
        for name, queryset in zip(_REGIONS, querysets, strict=True):
            self.fields[name].queryset = queryset  # type: ignore[attr-defined]

    def clean(self) -> dict:
        """Gather the regions; a team without any bound would have no file."""
        cleaned = super().clean() or self.cleaned_data
        cleaned["regions"] = [place for name in _REGIONS for place in cleaned.pop(name, ())]
        if not cleaned["regions"] and not cleaned.get("language") and not self.errors:
            raise ValidationError(_("Please choose a region or a language."))
        return cleaned

    @staticmethod
    def initial_of(team) -> dict:
        """What a team has now, for the form."""
        keys = list(team.regions.values_list("pk", flat=True))
        return {"language": team.language, **dict.fromkeys(_REGIONS, keys)}


class NewTeamForm(BoundsForm):
    """A new team."""

    field_order = ("name", "language", *_REGIONS)
    name = SafeCharField(
        label=gettext_lazy("Name of the team"),
        max_length=80,
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off"}),
        error_messages=_FILL,
    )


class MemberForm(forms.Form):
    """Who belongs to a team, and for how long. Nobody adds herself or himself."""

    use_required_attribute = False
    person = ColleagueField(gettext_lazy("Who?"))
    months = months_field()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = may_have_files()  # type: ignore[attr-defined]
