"""Forms for lists: what came from whom, and which column is which (floor 5)."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portal.core import asking
from portal.core.asking import MISSING, DayField
from portal.core.dates import today
from portal.core.digits import Number
from portal.core.fields import SafeCharField, SafeTextField
from portal.core.text import has_control
from portal.places.countries import countries

from .columns import COLUMN_LABELS, MEANT_COLUMNS, is_usable
from .enums import Credibility, LegalStatus, Reliability, SharingTerms
from .models import Source

_OLDEST = 30  # years
_SEXES = (("female", _("Woman or girl")), ("male", _("Man or boy")), ("unknown", _("Unknown")))


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
    new_source = asking.line(_("Name of the new source"), required=False)
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
    received_on = DayField(label=_("Received on"), years=_OLDEST)
    label = asking.line(
        _("What do you call this list?"), max_length=120, help_text=_("Please write no person's name here.")
    )
    # Asked only where a workbook has several; their names come from the file that was just read.
    sheet = SafeCharField(label=_("Which sheet holds the list?"), required=False, widget=forms.HiddenInput())
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
            self.fields[name].error_messages["required"] = MISSING["required"]

    def clean_credibility(self) -> str:
        """Nothing said is "cannot be judged"."""
        return self.cleaned_data["credibility"] or Credibility.UNJUDGED

    def ask_sheet(self, names: Sequence[str]) -> None:
        """Ask which sheet is meant; the file has to be chosen again, because it is not kept."""
        select = _select()
        select.choices = [("", _("Please choose")), *((name, name) for name in names)]
        self.fields["sheet"].widget = select
        self.add_error("sheet", _("This file has several sheets. Please choose one, and then the file once more."))

    def clean_received_on(self) -> date:
        """A day that is not to come."""
        if self.cleaned_data["received_on"] > today():
            raise ValidationError(_("This date cannot be: please check the year."), code="date")
        return self.cleaned_data["received_on"]

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
                error_messages={**MISSING, "invalid_choice": _("Please choose one of the columns of the file.")},
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


class WordsForm(forms.Form):
    """What words of a list mean, each said once for its source. Left open, a word stays as it is written."""

    use_required_attribute = False
    # On one page; the most frequent ones first.
    MOST = 40

    def __init__(
        self,
        *args,
        left: Mapping[str, Sequence[tuple[str, int]]],
        said: Mapping[str, Mapping[str, str]],
        places: Mapping[str, str],
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        self._places = places
        self._words: dict[str, tuple[str, str]] = {}
        for column in MEANT_COLUMNS:
            words = [(word, rows, "") for word, rows in left.get(column, ())[: self.MOST]]
            words += [(word, 0, code) for word, code in list(said.get(column, {}).items())[: self.MOST]]
            for word, rows, code in words:
                self._ask(column, word, rows, code)

    def _ask(self, column: str, word: str, rows: int, code: str) -> None:
        # Named by the word, so that a page that has grown old never gives a meaning to another word.
        name = f"{column}-{hashlib.sha256(word.encode()).hexdigest()[:16]}"
        self._words[name] = (column, word)
        self.fields[name] = self._field(column)
        self.fields[name].initial = code
        shown = "" if has_control(word) else word[:80]
        self.fields[name].label = f"\u2068{shown}\u2069"
        if rows:
            self.fields[name].help_text = ngettext("In %(rows)s row", "In %(rows)s rows", rows) % {"rows": Number(rows)}

    def _field(self, column: str) -> forms.Field:
        choices = {"sex": _SEXES, "legal_status": LegalStatus.choices}.get(column)
        if choices is not None:
            wrong = {"invalid_choice": _("Please choose one of the answers.")}
            all_choices = [("", _("Leave it as it is written")), *choices]
            return forms.ChoiceField(choices=all_choices, required=False, widget=_select(), error_messages=wrong)
        attrs = {"class": "input", "autocomplete": "off", "dir": "ltr", "list": f"known-{column}"}
        return SafeCharField(required=False, max_length=40, widget=forms.TextInput(attrs=attrs))

    def clean(self) -> dict:
        """A country and a place are named by their codes, as the list beside the field offers them."""
        data = super().clean() or {}
        for name, (column, _word) in self._words.items():
            code = data.get(name, "")
            if column == "nationality" and code:
                data[name] = code = code.upper()
                if code not in countries():
                    wrong = _("Please write the two letters of a country, for example %(examples)s.")
                    self.add_error(name, wrong % {"examples": "\u2066SY\u2069"})
            if column == "facility" and code and code not in self._places:
                self.add_error(name, _("Please choose one of the places of detention we know."))
        return data

    def columns(self) -> list[tuple[str | Promise, str, list[forms.BoundField]]]:
        """The fields under their columns, each with its label and code."""
        found = [
            (column, [self[n] for n, (of, _word) in self._words.items() if of == column]) for column in MEANT_COLUMNS
        ]
        return [(COLUMN_LABELS[column], column, fields) for column, fields in found if fields]

    def meanings(self) -> dict[str, dict[str, str]]:
        """What was said: column, word, code; an empty code takes back what was said before."""
        said: dict[str, dict[str, str]] = {}
        for name, (column, word) in self._words.items():
            said.setdefault(column, {})[word] = self.cleaned_data[name]
        return said


class UndoForm(forms.Form):
    """Why a list is to be taken back, for the second person who answers."""

    use_required_attribute = False

    reason = SafeTextField(
        label=_("Why should this list be taken back?"),
        max_length=1000,
        help_text=_("Please write no person's name here."),
        widget=forms.Textarea(attrs={"class": "input", "rows": 4, "dir": "auto"}),
        error_messages=MISSING,
    )


def _heading(text: str, place: int) -> str:
    """A heading as shown; one that cannot be read shows its place only."""
    shown = "" if has_control(text) else text[:60]
    return f"{Number(place + 1)} · \u2068{shown}\u2069"
