"""Forms about those to whom a family may let information be given (floor 7)."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from portal.core.asking import MISSING
from portal.core.languages import LANGUAGES
from portal.core.text import clean_text
from portal.organizations.enums import Authority, RecipientKind
from portal.organizations.models import Recipient
from portal.places.enums import PlaceKind
from portal.places.models import Place
from portal.registry.enums import DataClass

_WORDS = (("name", _("Name"), 200, forms.TextInput), ("risk", _("What it may lead to"), 1000, forms.Textarea))


class NewRecipientForm(forms.Form):
    """A recipient with its name in the four languages, and in all of them, or in none, what giving may lead to."""

    kind = forms.ChoiceField(
        label=_("What it is"),
        choices=RecipientKind.choices,
        widget=forms.Select(attrs={"class": "input"}),
        error_messages=MISSING,
    )
    country: forms.ModelChoiceField = forms.ModelChoiceField(
        label=_("Country"),
        queryset=Place.objects.filter(kind=PlaceKind.COUNTRY),
        to_field_name="code",
        required=False,
        empty_label="—",
        widget=forms.Select(attrs={"class": "input"}),
    )
    imposes_death_penalty = forms.BooleanField(label=_("Courts there can impose the death penalty."), required=False)
    authority = forms.ChoiceField(
        label=_("It belongs to an authority in power"),
        choices=[("", _("None")), *Authority.choices],
        required=False,
        help_text=_("Families who name this authority as the one who took the person are kept from giving to it."),
        widget=forms.Select(attrs={"class": "input"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field, label, length, widget in _WORDS:
            for entry in LANGUAGES.values():
                attrs = {"class": "input", "lang": entry.html, "dir": entry.direction, "autocomplete": "off"}
                if widget is forms.Textarea:
                    attrs["rows"] = "3"
                self.fields[f"{field}_{entry.code}"] = forms.CharField(
                    label=format_lazy("{} · {}", label, entry.native),
                    required=field == "name",
                    max_length=length,
                    widget=widget(attrs=attrs),
                    error_messages=MISSING,
                )

    def clean(self) -> dict[str, Any]:
        """Read the words; a risk that is said in one language is said in all of them."""
        super().clean()
        cleaned = self.cleaned_data
        for field, *_rest in _WORDS:
            for code in LANGUAGES:
                cleaned[f"{field}_{code}"] = self._words(f"{field}_{code}")
        risks = {code: cleaned[f"risk_{code}"] for code in LANGUAGES}
        if any(risks.values()):
            for code in (code for code, words in risks.items() if not words):
                self.add_error(
                    f"risk_{code}", _("Please say it in this language too: every family must understand it.")
                )
        cleaned["country"] = cleaned["country"].code if cleaned.get("country") else ""
        return cleaned

    def _words(self, name: str) -> str:
        """A text in one language; what cannot be read, or a name that is taken, is said beside its field."""
        text = self.cleaned_data.get(name, "")
        try:
            text = clean_text(text)
        except ValidationError as error:
            self.add_error(name, error)
            return ""
        if name.startswith("name_") and text and Recipient.objects.filter(**{name: text}).exists():
            self.add_error(name, _("There is a recipient of this name."))
        return text


class AskToGiveForm(forms.Form):
    """What a family is to be asked about, and of whom."""

    recipient: forms.ModelChoiceField = forms.ModelChoiceField(
        label=_("To whom"),
        queryset=Recipient.objects.usable().order_by("name"),
        empty_label=_("Choose a recipient"),
        widget=forms.Select(attrs={"class": "input"}),
        error_messages=MISSING,
    )
    classes = forms.MultipleChoiceField(
        label=_("What the family is asked about"),
        choices=DataClass.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Please choose at least one.")},
    )
