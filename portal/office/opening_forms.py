"""Forms about opening a file: what for, and in an emergency (floor 7)."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core.fields import SafeTextField
from portal.office.caller_forms import CallerReferenceForm
from portal.registry.enums import STATED_PURPOSES, ReadPurpose

_FILL = gettext_lazy("Please fill this in.")
_MOST = 1000


class WhyForm(forms.Form):
    """What a file is opened for. Each answer is a button; the last one needs words."""

    prefix = "why"
    use_required_attribute = False
    purpose = forms.ChoiceField(
        choices=[(one.value, one.label) for one in STATED_PURPOSES],
        error_messages={"required": _FILL, "invalid_choice": _FILL},
    )
    words = SafeTextField(
        label=gettext_lazy("Something else: what for?"),
        required=False,
        max_length=_MOST,
        widget=forms.Textarea(attrs={"class": "input", "rows": 2, "autocomplete": "off"}),
    )

    def clean(self) -> dict:
        """Something else is said in words."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("purpose") == ReadPurpose.OTHER and not cleaned.get("words") and "words" not in self.errors:
            self.add_error("words", _("Please say what for."))
        return cleaned


class EmergencyForm(CallerReferenceForm):
    """Which file, and what the emergency is."""

    use_required_attribute = False
    words = SafeTextField(
        label=gettext_lazy("What is the emergency?"),
        help_text=gettext_lazy("A supervisor reads it afterwards."),
        max_length=_MOST,
        widget=forms.Textarea(attrs={"class": "input", "rows": 4, "autocomplete": "off"}),
        error_messages={"required": _FILL},
    )
