"""What forms of staff ask, each kind of answer with its widget and with its words for what is missing (floor 0)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from .dates import today
from .fields import DigitsField, SafeCharField, SafeTextField

MISSING = dict.fromkeys(("required", "invalid", "invalid_choice"), _("Please fill this in."))
CHOOSE = dict.fromkeys(("required", "invalid", "invalid_choice"), _("Choose one of the answers."))


def line(label: Any, *, max_length: int = 200, **options) -> SafeCharField:
    """Ask for one line."""
    widget = forms.TextInput(attrs={"class": "input", "autocomplete": "off", "dir": "auto"})
    return SafeCharField(label=label, max_length=max_length, widget=widget, error_messages=MISSING, **options)


def words(label: Any, *, max_length: int = 4000, rows: int = 3, **options) -> SafeTextField:
    """Ask for some sentences."""
    widget = forms.Textarea(attrs={"class": "input", "rows": rows, "autocomplete": "off", "dir": "auto"})
    return SafeTextField(label=label, max_length=max_length, widget=widget, error_messages=MISSING, **options)


def radio(label: Any, choices: Sequence, **options) -> forms.ChoiceField:
    """Ask for one of a few answers, all of them in sight."""
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, error_messages=CHOOSE, **options)


def select(label: Any, choices: Sequence, **options) -> forms.ChoiceField:
    """Ask for one of many answers; none is chosen beforehand unless the choices begin with it."""
    widget = forms.Select(attrs={"class": "input"})
    return forms.ChoiceField(label=label, choices=choices, widget=widget, error_messages=MISSING, **options)


def ticks(label: Any, choices: Sequence, **options) -> forms.MultipleChoiceField:
    """Ask for any number of answers."""
    widget = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(label=label, choices=choices, widget=widget, error_messages=CHOOSE, **options)


class DayField(DigitsField):
    """A whole day, in any set of digits; a year further away than `years` is a slip."""

    def __init__(self, *, years: int = 20, **kwargs):
        widget = forms.DateInput(attrs={"class": "input", "type": "date"}, format="%Y-%m-%d")
        super().__init__(max_length=10, widget=widget, error_messages=MISSING, **kwargs)
        self.years = years

    def clean(self, value) -> date:
        """Return the day."""
        text = super().clean(value)
        try:
            day = parse_date(text)
        except ValueError:
            day = None
        if day is None:
            raise ValidationError(_("Please write a whole date: year, month and day."), code="date")
        if abs(day.year - today().year) > self.years:
            raise ValidationError(_("This date cannot be: please check the year."), code="year")
        return day
