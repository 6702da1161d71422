"""Forms for what people enter on a record, on a transfer, and what a source answered (floor 5)."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.core import asking
from portal.core.asking import MISSING, DayField
from portal.core.dates import read_date_or_none, today
from portal.core.fields import DigitsField
from portal.core.languages import latin_digits
from portal.places.countries import country_names
from portal.places.enums import PlaceKind
from portal.places.models import Place

from .enums import DEGREES, VALUES, CustodyKind, Degree, StatementAbout, YesNo
from .models import Source

MOST_IDS = 6000


def _known_place(label) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        Place.objects.none(),
        label=label,
        required=False,
        empty_label="—",
        widget=forms.Select(attrs={"class": "input"}),
        error_messages=MISSING,
    )


def _source(label, *, required: bool) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        Source.objects.none(),
        label=label,
        required=required,
        empty_label="—",
        widget=forms.Select(attrs={"class": "input"}),
        error_messages=MISSING,
    )


class PartialDateField(DigitsField):
    """A date as somebody says it, in EDTF: not to come, and not more exact than it was said."""

    def __init__(self, **kwargs):
        super().__init__(
            max_length=32,
            help_text=_(
                "A year, or 2026-03, or 2026-03-14. Between two days or years, put the sign / in the middle; "
                "where it is not exact, put the sign ~ at the end."
            ),
            widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off", "dir": "ltr"}),
            error_messages=MISSING,
            **kwargs,
        )

    def clean(self, value):
        """Refuse what cannot be read and what lies ahead."""
        text = super().clean(value)
        read = read_date_or_none(text)
        if text and read is None:
            raise ValidationError(_("Please write a year, or a year with month and day, such as 2026-03-14."))
        if read is not None and read.earliest > today():
            raise ValidationError(_("This date lies ahead."))
        return text


class _Sourced(forms.Form):
    """Who says it: one of our sources, or in words; one of the two at least."""

    use_required_attribute = False
    source = _source(_("Source"), required=False)
    said_by = asking.line(_("Who says so, or which paper"), max_length=300, required=False)
    says_who = True

    def __init__(self, *args, is_correction: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("source", "facility"):
            field = self.fields.get(name)
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = _sources() if name == "source" else _facilities()
        if is_correction:
            self.fields["basis"].required = True

    def clean(self) -> dict:
        """Nothing is entered as a fact of nobody."""
        data = super().clean() or {}
        if self.says_who and not data.get("source") and not data.get("said_by") and "said_by" not in self.errors:
            self.add_error("said_by", _("Please choose a source, or write who says so."))
        return data


class CustodyForm(_Sourced):
    """Something that happened in custody."""

    field_order = ("kind", "date", "place", "facility", "source", "said_by", "basis")
    kind = asking.select(_("What happened"), [("", "—"), *CustodyKind.choices])
    date = PartialDateField(label=_("When"), required=False)
    place = asking.line(_("Place, as it was said"), max_length=300, required=False)
    facility = _known_place(_("Place of detention that we know"))
    basis = asking.words(_("Why it is entered or corrected"), max_length=1000, required=False)


class StatementForm(_Sourced):
    """One statement about a record; what can be said, and how firmly, follows from what it is about."""

    field_order = ("value", "degree", "said_on", "source", "said_by", "basis")
    value = asking.select(pgettext_lazy("statement", "What is said"), [])
    degree = asking.select(_("How firmly it is known"), [])
    said_on = PartialDateField(label=_("As of when"), required=False)
    basis = asking.words(_("What it rests on"), max_length=1000)

    def __init__(self, *args, about: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.about = about
        self._choices("degree", [(str(one), Degree(one).label) for one in DEGREES[about]])
        if about == StatementAbout.CHECKED:
            del self.fields["value"], self.fields["degree"], self.fields["source"], self.fields["said_by"]
            self.says_who = False
        elif about == StatementAbout.NATIONALITY:
            self._choices("value", [("", "—"), *country_names().items()])
        else:
            self._choices("value", [("", "—"), *VALUES[about].choices])

    def _choices(self, name: str, choices: list) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  (for the type checker)
        field.choices = choices

    def content(self) -> dict:
        """The statement as the service wants it."""
        missing = {"value": "", "degree": DEGREES[self.about][0]}
        return {"about": self.about, **missing, **self.cleaned_data}


class AnswerForm(_Sourced):
    """What the source of a record answered; who answered is always named."""

    field_order = ("may_tell", "said_by", "answered_on", "expires_on", "basis")
    may_tell = asking.select(
        _("May the family be told?"), [("", "—"), *YesNo.choices], help_text=_("Only after a decision of two people.")
    )
    said_by = asking.line(_("Who answered for the source"), max_length=300)
    answered_on = DayField(label=_("Answered on"))
    expires_on = DayField(label=_("Holds until"))
    basis = asking.words(_("On which conditions, in which paper"), max_length=1000)
    says_who = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["source"]

    def clean_answered_on(self) -> date:
        """A day that is not to come."""
        if self.cleaned_data["answered_on"] > today():
            raise ValidationError(_("This date lies ahead."))
        return self.cleaned_data["answered_on"]

    def clean(self) -> dict:
        """An answer ends after it begins."""
        data = super().clean()
        if data.get("answered_on") and data.get("expires_on") and data["expires_on"] <= data["answered_on"]:
            self.add_error("expires_on", _("This day must come after the day of the answer."))
        return data

    def content(self) -> dict:
        """The answer as the service wants it."""
        return {**self.cleaned_data, "may_tell": self.cleaned_data["may_tell"] == YesNo.YES}


class TransferForm(forms.Form):
    """A transfer of many people: from where to where, when, by whose word."""

    use_required_attribute = False
    label = asking.line(
        _("What do you call this transfer?"), max_length=120, help_text=_("Please write no person's name here.")
    )
    source = _source(_("Source"), required=True)
    from_place = asking.line(_("From where, as it was said"))
    from_known = _known_place(_("Place that we know, from where"))
    to_place = asking.line(_("To where, as it was said"))
    to_known = _known_place(_("Place that we know, to where"))
    began = PartialDateField(label=_("When it began"))
    ended = PartialDateField(label=_("When it ended"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, places in (("source", _sources()), ("from_known", _anywhere()), ("to_known", _anywhere())):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)  # noqa: S101  (for the type checker)
            field.queryset = places

    def clean(self) -> dict:
        """It does not end before it began."""
        data = super().clean() or {}
        began, ended = read_date_or_none(data.get("began", "")), read_date_or_none(data.get("ended", ""))
        if began and ended and ended.latest < began.earliest:
            self.add_error("ended", _("This lies before the beginning."))
        return data


class NumbersForm(forms.Form):
    """Numbers of records as a source writes them, pasted: one on each line."""

    use_required_attribute = False
    source = _source(_("Whose numbers are these?"), required=True)
    numbers = asking.words(_("Numbers of the records, one on each line"), max_length=200_000, rows=8)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["source"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101  (for the type checker)
        field.queryset = _sources()

    def clean_numbers(self) -> list[str]:
        """Each number once, in the order of the list."""
        lines = (line.strip(" \t,;") for line in latin_digits(self.cleaned_data["numbers"]).splitlines())
        numbers = list(dict.fromkeys(line for line in lines if line))
        if len(numbers) > MOST_IDS:
            raise ValidationError(_("This list is too long. Please add it in parts."), code="long")
        return numbers


def _sources():
    return Source.objects.order_by("name")


def _facilities():
    return Place.objects.filter(kind__in=(PlaceKind.DETENTION, PlaceKind.CAMP)).order_by("name")


def _anywhere():
    kinds = (PlaceKind.COUNTRY, PlaceKind.GOVERNORATE, PlaceKind.DETENTION, PlaceKind.CAMP)
    return Place.objects.filter(kind__in=kinds).order_by("name")
