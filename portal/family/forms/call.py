"""Asking for a call at any point of the form (floor 7)."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.core.fields import DigitsField, SafeCharField

from .base import QuestionForm
from .people import is_phone_number


class CallForm(QuestionForm):
    """A number and good hours. `token` is the shown form's random key, so that a double click asks once."""

    phone = DigitsField(
        label=_("Telephone number"),
        max_length=26,
        help_text=_("With the country's number in front, for example +963."),
        widget=forms.TextInput(attrs={"inputmode": "tel", "dir": "ltr"}),
        error_messages={"missing": _("Please write the number on which we may call you.")},
    )
    hours = SafeCharField(
        label=_("When is it safe to call you?"),
        required=False,
        help_text=_("For example: after six in the evening, not on Fridays"),
    )
    token = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)

    def clean_phone(self) -> str:
        """A number that can be called."""
        number = self.cleaned_data["phone"]
        if not is_phone_number(number):
            raise ValidationError(_("Please write the number with 6 to 15 digits."))
        return number

    def clean_token(self) -> uuid.UUID:
        """Read the form's key; a damaged one is replaced, so that nothing she wrote is lost for it."""
        try:
            return uuid.UUID(self.cleaned_data["token"])
        except ValueError:
            return uuid.uuid4()
