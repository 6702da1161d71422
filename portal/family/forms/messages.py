"""A message of hers (floor 7)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.fields import SafeTextField

from .base import QuestionForm


class MessageForm(QuestionForm):
    """Her words, in any language."""

    words = SafeTextField(
        label=_("Your message"),
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"missing": _("Please write a few words, in any language.")},
    )
