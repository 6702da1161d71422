"""A message of hers (floor 7)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.fields import SafeTextField

from .base import QuestionForm
from .files import ACCEPTED


class MessageForm(QuestionForm):
    """Her words, in any language."""

    words = SafeTextField(
        label=_("Your message"),
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"missing": _("Please write a few words, in any language.")},
    )
    file = forms.FileField(
        label=_("A photo or paper, if you want"),
        required=False,
        allow_empty_file=True,
        max_length=1000,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
