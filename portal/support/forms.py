"""The form for telling us something (floor 3)."""

import uuid
from collections.abc import Callable

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext_lazy as _

from portal.core.asking import MISSING
from portal.core.fields import DigitsField
from portal.core.references import read_reference
from portal.core.text import clean_text

from .models import OfficialKind

_WORDS, _REACH, _REFERENCE = 4000, 300, 40


class ReportForm(forms.Form):
    """Words; a reference and a way to be reached where the person wants to give them."""

    words = forms.CharField(
        label=_("What do you want to tell us?"),
        max_length=_WORDS,
        widget=forms.Textarea(attrs={"class": "input", "rows": 6}),
        error_messages={
            "required": _("Please write a few words, in any language."),
            "max_length": _("This is longer than we can take at once. Please send it in two parts."),
        },
    )
    reference = forms.CharField(
        label=_("Reference number"),
        required=False,
        max_length=_REFERENCE,
        help_text=_("If you have one. It looks like SR-7K4M-9XQ2."),
        widget=forms.TextInput(attrs={"class": "input ref", "autocomplete": "off", "dir": "ltr"}),
        error_messages={"max_length": _("This is not a reference number of ours. Check it, or leave it empty.")},
    )
    reach = forms.CharField(
        label=_("How can we reach you?"),
        required=False,
        max_length=_REACH,
        help_text=_("A telephone number or e-mail that is safe for you. You may leave this empty."),
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off"}),
        error_messages={"max_length": _("This is too long. Please write only how we can reach you.")},
    )
    token = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)

    def clean_words(self) -> str:
        """Read the words line by line."""
        text = clean_text(self.cleaned_data["words"], lines=True)
        if not text:
            raise ValidationError(self.fields["words"].error_messages["required"], code="required")
        return text

    def clean_reach(self) -> str:
        """Read the way to be reached."""
        return clean_text(self.cleaned_data["reach"])

    def clean_reference(self) -> str:
        """Write a reference as we write it; refuse what is none, so that a slip is found at once."""
        text = clean_text(self.cleaned_data["reference"])
        read = read_reference(text) if text else ""
        if read is None:
            raise ValidationError(self.fields["reference"].error_messages["max_length"], code="reference")
        return read

    def clean_token(self) -> uuid.UUID:
        """Read the form's key; a damaged one is replaced, so that the words are not lost for it."""
        try:
            return uuid.UUID(self.cleaned_data["token"])
        except ValueError:
            return new_token()


def new_token() -> uuid.UUID:
    """Return the random key of one shown form."""
    return uuid.uuid4()


_WHOLE = _("Please write the whole address: https://… for a page, name@… for an e-mail.")
_CHECKS: dict[str, Callable[[str], None]] = {
    OfficialKind.SITE: URLValidator(schemes=["https"]),
    OfficialKind.EMAIL: validate_email,
}


class OfficialChannelForm(forms.Form):
    """A channel that is really ours."""

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=OfficialKind.choices,
        widget=forms.Select(attrs={"class": "input"}),
        error_messages=MISSING,
    )
    value = DigitsField(
        label=_("Address, number or name, as families see it"),
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off", "dir": "ltr"}),
        error_messages=MISSING,
    )

    def clean(self) -> dict:
        """A page and an e-mail are written as such, so that families can compare letter by letter."""
        data = super().clean() or self.cleaned_data
        check = _CHECKS.get(data.get("kind", ""))
        if check and data.get("value"):
            try:
                check(data["value"])
            except ValidationError:
                self.add_error("value", _WHOLE)
        return data
