"""Where the person was held, place by place (floor 7)."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.core.fields import SafeCharField
from portal.places.enums import PlaceKind
from portal.places.models import Place
from portal.registry.enums import SOURCES_OF_STAYS, Knowledge, RegistrationKind, Sureness
from portal.registry.happened import STAYS

from .base import QuestionForm, choice_field
from .dates import calendar_field, day_field, initial_of, month_field, read_said, year_field

_NO_PLACE = _("Please write the place, or choose it from the list. What you heard is enough.")
_NO_YEAR = _("Please write the year with four digits, or leave the date empty.")
_ENDS = ("began", "ended")
_PARTS = ("day", "month", "year", "calendar")
_SOURCES = [
    ("", _("Please choose")),
    *((source.value, source.label) for source in SOURCES_OF_STAYS),
    (Knowledge.UNKNOWN.value, Knowledge.UNKNOWN.label),
    (Knowledge.UNSAID.value, Knowledge.UNSAID.label),
]


class StaysForm(QuestionForm):
    """The list of places. It has no field: places are added and changed on a page of their own, and taken away here."""

    question = STAYS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.may_be_silent = not self.initial.get("rows")

    def answers(self) -> dict:
        """What was there (`initial`), without the place whose button was pressed."""
        removed = self.data.get("remove")
        rows = [row for row in self.initial.get("rows", []) if str(row["number"]) != removed]
        return {**self.initial, "rows": rows} if "rows" in self.initial else dict(self.initial)


class StayForm(QuestionForm):
    """One place: from the list, or as she heard it; from when to when; how she knows, and how sure she is."""

    question = STAYS
    words_of_kind = {
        RegistrationKind.SURVIVOR: {
            "source": {"label": _("How do you know the name of the place?")},
            "words": {"help_text": _("As you heard it, in any language. A part of the name is enough.")},
        }
    }
    words = SafeCharField(
        label=_("The place, as you heard it"),
        required=False,
        max_length=400,
        help_text=_("A prison, a branch, a camp, a school, a house: in any language. A part of the name is enough."),
    )
    place = forms.ChoiceField(label=_("Is it one of these?"), required=False)
    began_day, began_month, began_year, began_calendar = day_field(), month_field(), year_field(), calendar_field()
    ended_day, ended_month, ended_year, ended_calendar = day_field(), month_field(), year_field(), calendar_field()
    source = forms.ChoiceField(label=_("How do you know it?"), required=False, choices=_SOURCES)
    sureness = forms.ChoiceField(
        label=_("How sure are you?"), required=False, widget=forms.RadioSelect, choices=Sureness.choices
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choice_field(self, "place").choices = _places()

    def clean(self):
        """A place is needed; a date is read where any of it is written. In which order they stand, nobody is asked."""
        data = super().clean()
        if not (data.get("place") or data.get("words") or {"place", "words"} & set(self.errors)):
            self.add_error("words", _NO_PLACE)
        for end in _ENDS:
            if any(data.get(f"{end}_{part}") for part in _PARTS[:3]):
                data[end] = read_said(self, f"{end}_", _NO_YEAR)
        return data

    def answers(self) -> dict:
        """The place, and each date in one piece."""
        data = self.cleaned_data
        kept = {name: data.get(name) for name in ("place", "words", "source", "sureness")}
        for end in _ENDS:
            if said := data.get(end):
                kept |= {end: said.edtf(), f"{end}_as_said": said.kept()}
        return {name: value for name, value in kept.items() if value}

    @classmethod
    def initial_from(cls, answers: dict) -> dict:
        """The dates back in their fields."""
        parts: dict[str, Any] = {}
        for end in _ENDS:
            if answers.get(end):
                parts |= initial_of(answers[end], answers.get(f"{end}_as_said", ""), f"{end}_")
        return {**answers, **parts}

    @property
    def began_errors(self) -> bool:
        """Whether something is wrong with the beginning."""
        return self._is_wrong("began")

    @property
    def ended_errors(self) -> bool:
        """Whether something is wrong with the end."""
        return self._is_wrong("ended")

    def _is_wrong(self, end: str) -> bool:
        return bool({f"{end}_{part}" for part in _PARTS} & set(self.errors))


def _places() -> list[tuple[str, Any]]:
    """The places of detention and camps of our list, by name in the reader's language."""
    held = Place.objects.filter(kind__in=(PlaceKind.DETENTION, PlaceKind.CAMP)).order_by("name")
    return [("", gettext("None of these, or I do not know")), *((place.code, str(place)) for place in held)]
