"""Form fields that every page uses (floor 0)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .languages import latin_digits
from .text import clean_text


class SafeCharField(forms.CharField):
    """A line of text: NFC, no control or direction-override characters, at most `max_length` characters."""

    lines = False

    def __init__(self, *, max_length: int = 200, **kwargs):
        super().__init__(max_length=max_length, **kwargs)
        self.error_messages["max_length"] = _("This is too long. Please write at most %(limit_value)d characters.")

    def to_python(self, value):
        """Clean before the length is judged."""
        return clean_text(super().to_python(value) or "", lines=self.lines)


class SafeTextField(SafeCharField):
    """Several lines of text."""

    lines = True
    widget = forms.Textarea

    def __init__(self, *, max_length: int = 4000, **kwargs):
        super().__init__(max_length=max_length, **kwargs)


class DigitsField(SafeCharField):
    """Text whose Arabic-Indic digits are stored as 0-9."""

    def to_python(self, value):
        """Fold the digits of both Arabic sets."""
        return latin_digits(super().to_python(value))
