"""The last question before erasing (floor 7)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .base import QuestionForm


class SureForm(QuestionForm):
    """One tick, never set beforehand."""

    is_sure = forms.BooleanField(
        label=_("I understand that nobody can bring it back. Erase it."),
        error_messages={"missing": _("Please tick this if you want to erase it. Or go back: then nothing changes.")},
    )
