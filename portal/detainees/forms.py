"""Forms for lists: what came from whom, and which column is which (floor 5)."""

from collections.abc import Mapping, Sequence
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.digits import Number
from portal.core.fields import DigitsField, SafeCharField
from portal.core.text import has_control

from .columns import COLUMN_LABELS, is_usable
from .enums import Credibility, Reliability, SharingTerms
from .models import Source

_REQUIRED = {"required": _("Please fill this in.")}
_OLDEST = date(2000, 1, 1)


def _select() -> forms.Select:
    return forms.Select(attrs={"class": "input"})


class UploadForm(forms.Form):
    """A list with where it comes from. The file stands last, so that everything else is read before it."""

    use_required_attribute = False

    source = forms.ModelChoiceField(
        Source.objects.none(),
        label=_("Source"),
        required=False,
        empty_label=_("A new source"),
        widget=_select(),
        error_messages={"invalid_choice": _("Please choose one of the sources.")},
    )
    new_source = SafeCharField(
        label=_("Name of the new source"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off", "dir": "auto"}),
    )
    reliability = forms.ChoiceField(
        label=_("How reliable is the source?"), choices=Reliability.choices, initial=Reliability.F, widget=_select()
    )
    credibility = forms.ChoiceField(
        label=_("How credible is what this list says?"),
        choices=Credibility.choices,
        initial=Credibility.UNJUDGED,
        required=False,
        widget=_select(),
    )
    sharing_terms = forms.ChoiceField(
        label=_("What does the source allow?"),
        choices=SharingTerms.choices,
        initial=SharingTerms.CASE_TEAM,
        widget=_select(),
    )
    received_on = DigitsField(
        label=_("Received on"),
        max_length=10,
        widget=forms.DateInput(attrs={"class": "input", "type": "date"}),
        error_messages=_REQUIRED,
    )
    label = SafeCharField(
        label=_("What do you call this list?"),
        max_length=120,
        help_text=_("Please write no person's name here."),
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off", "dir": "auto"}),
        error_messages=_REQUIRED,
    )
    file = forms.FileField(
        label=_("Choose a file"),
        help_text=_("CSV or XLSX. The first row names the columns."),
        widget=forms.FileInput(attrs={"class": "input", "accept": ".csv,.tsv,.txt,.xlsx"}),
        error_messages={
            "required": _("Please choose a file."),
            "invalid": _("Please choose a file."),
            "missing": _("Please choose a file."),
            "empty": _("This file is empty. Please choose another file."),
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        sources = self.fields["source"]
        assert isinstance(sources, forms.ModelChoiceField)  # noqa: S101  (for the type checker)
        sources.queryset = Source.objects.order_by("name")
        # The example keeps its direction in a line that runs from right to left.
        example = _("Year, month and day, for example %(example)s.") % {"example": "\u20662026-03-14\u2069"}
        self.fields["received_on"].help_text = example
        for name in ("reliability", "sharing_terms"):
            self.fields[name].error_messages["required"] = _REQUIRED["required"]

    def clean_credibility(self) -> str:
        """Nothing said is "cannot be judged"."""
        return self.cleaned_data["credibility"] or Credibility.UNJUDGED

    def clean_received_on(self) -> date:
        """A day that is not to come."""
        try:
            day = date.fromisoformat(self.cleaned_data["received_on"])
        except ValueError as error:
            raise ValidationError(_("Please write the date as year, month and day."), code="date") from error
        if not _OLDEST <= day <= timezone.localdate():
            raise ValidationError(_("This date cannot be: please check the year."), code="date")
        return day

    def clean(self) -> dict:
        """Either a source we know or the name of a new one."""
        data = super().clean() or {}
        if not data.get("source") and not data.get("new_source") and "new_source" not in self.errors:
            self.add_error("new_source", _("Please choose a source or name a new one."))
        return data


class MappingForm(forms.Form):
    """For each of our columns, the heading in the file. A mapping has the places of headings as values."""

    use_required_attribute = False

    def __init__(self, *args, header: Sequence[str], mapping: Mapping[str, int], **kwargs):
        super().__init__(*args, **kwargs)
        headings = [(str(place), _heading(text, place)) for place, text in enumerate(header)]
        for column, label in COLUMN_LABELS.items():
            self.fields[column] = forms.ChoiceField(
                label=str(label),
                required=column == "external_id",
                choices=[("", _("Not in this file")), *headings],
                initial=str(mapping.get(column, "")),
                widget=_select(),
                error_messages={**_REQUIRED, "invalid_choice": _("Please choose one of the columns of the file.")},
            )

    def clean(self) -> dict:
        """No heading twice; a record number and a name are needed."""
        data = super().clean() or {}
        chosen = [place for place in data.values() if place]
        if len(chosen) != len(set(chosen)):
            raise ValidationError(_("One column of the file is chosen twice."), code="twice")
        if not self.errors and not is_usable(self.mapping()):
            raise ValidationError(
                _("The file needs a column with the number of the record and one with the name."), code="unusable"
            )
        return data

    def mapping(self) -> dict[str, int]:
        """The chosen columns: canonical column to place in the file."""
        return {column: int(place) for column, place in self.cleaned_data.items() if place}


def _heading(text: str, place: int) -> str:
    """A heading as shown; one that cannot be read shows its place only."""
    shown = "" if has_control(text) else text[:60]
    return f"{Number(place + 1)} · \u2068{shown}\u2069"
