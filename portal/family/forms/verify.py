"""The code of a paper (floor 7)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.fields import DigitsField

from .base import QuestionForm


class PaperCodeForm(QuestionForm):
    """The code as it stands on the paper, with or without its dashes."""

    code = DigitsField(
        label=_("Code on the paper"),
        help_text=_("20 letters and digits. Dashes and spaces do not matter."),
        max_length=100,
        widget=forms.TextInput(attrs={"dir": "ltr", "class": "ref", "autocapitalize": "characters"}),
        error_messages={"missing": _("Please enter the code that stands on the paper.")},
    )
