"""When and where the person was last known (floor 7).

"I do not know" and "I prefer not to say" are different answers and stay different.
"""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from portal.core.dates import MIN_YEAR, write_date
from portal.core.digits import Number
from portal.core.fields import DigitsField, SafeCharField
from portal.places.models import Place, PlaceKind
from portal.registry.answers import WHEN, WHERE
from portal.registry.enums import Knowledge, RegistrationKind

from .base import QuestionForm, choice_field

DATE, ROUGHLY, UNKNOWN, UNSAID = "date", "roughly", "unknown", "unsaid"
_ONLY_DAY = _("You wrote the day without the month. Choose the month too, or clear the day.")
_NO_YEAR = _("This date is not complete. The year alone is enough.")
_NO_SUCH_DAY = _("This day is not in the calendar. Please look at day, month and year.")
_FUTURE = _("This date has not come yet. Please look at the year.")
_WORDS = _("Please write a few words, or choose “I do not know”.")
_PLACE = _("Please choose a governorate or write the place, or choose “I do not know”.")


def _digits(css: str) -> forms.TextInput:
    return forms.TextInput(attrs={"inputmode": "numeric", "class": css})


class WhenForm(QuestionForm):
    """Day and month are optional, the year alone is enough; nothing is filled in for her."""

    question = WHEN
    how = forms.ChoiceField(
        label=_("When did you last have news of the person?"),
        help_text=_("The year alone is enough. “I do not know” is a good answer too."),
        widget=forms.RadioSelect,
        choices=[
            (DATE, _("I know the date, or part of it")),
            (ROUGHLY, _("I know it roughly")),
            (UNKNOWN, Knowledge.UNKNOWN.label),
            (UNSAID, Knowledge.UNSAID.label),
        ],
        error_messages={"missing": _("Please answer this question, or choose “I do not know”.")},
    )
    day = DigitsField(label=_("Day"), required=False, max_length=10, widget=_digits("input--day"))
    month = forms.ChoiceField(
        label=_("Month"),
        required=False,
        choices=[("", _("I do not know"))]
        + [(str(number), format_lazy("{} ({})", name, Number(number))) for number, name in MONTHS.items()],
    )
    year = DigitsField(label=_("Year"), required=False, max_length=10, widget=_digits("input--year"))
    words = SafeCharField(
        label=_("In your own words"),
        required=False,
        help_text=_("For example: before Newroz, in Ramadan, in the first summer"),
    )

    def clean(self):
        """Read the parts that belong to the chosen answer; the others are not looked at."""
        data = super().clean()
        if data.get("how") == DATE and not {"day", "month", "year"} & set(self.errors):
            data["date"] = self._read_date(data["day"], data["month"], data["year"])
        elif data.get("how") == ROUGHLY and not data.get("words") and "words" not in self.errors:
            self.add_error("words", _WORDS)
        return data

    def _read_date(self, day: str, month: str, year: str) -> str:
        if day and not month:
            self.add_error("day", _ONLY_DAY)
        if not (len(year) == 4 and year.isdigit() and int(year) > MIN_YEAR):
            self.add_error("year", _NO_YEAR)
        elif int(year) > timezone.now().year:
            self.add_error("year", _FUTURE)
        if self.errors:
            return ""
        try:
            if day and not (day.isdigit() and len(day) <= 2):
                raise ValueError
            return write_date(int(year), int(month) if month else None, int(day) if day else None)
        except ValueError:
            self.add_error("day", _NO_SUCH_DAY)
            return ""

    def answers(self) -> dict:
        """Only what belongs to the chosen answer."""
        data = self.cleaned_data
        if data["how"] == DATE:
            return {"knowledge": Knowledge.KNOWN.value, "date": data["date"]}
        if data["how"] == ROUGHLY:
            return {"knowledge": Knowledge.KNOWN.value, "words": data["words"]}
        return {"knowledge": data["how"]}

    @classmethod
    def initial_from(cls, answers: dict) -> dict:
        """Back into radio and parts."""
        if answers.get("date"):
            year, month, day = [*answers["date"].split("-"), "", ""][:3]
            return {"how": DATE, "year": year, "month": month.lstrip("0"), "day": day.lstrip("0")}
        if answers.get("words"):
            return {"how": ROUGHLY, "words": answers["words"]}
        return {"how": answers.get("knowledge")}


def _governorates() -> list[tuple[str, Any]]:
    """Governorates by country, in the reader's language; empty where no places are loaded."""
    groups: dict[str, list[tuple[str, str]]] = {}
    places = Place.objects.filter(kind=PlaceKind.GOVERNORATE, parent__code__in=("SY", "IQ", "sy", "iq"))
    for place in places.select_related("parent").order_by("parent__code", "code"):
        groups.setdefault(str(place.parent), []).append((str(place.pk), str(place)))
    return [("", _("Please choose")), *groups.items()] if groups else []


class WhereForm(QuestionForm):
    """A governorate, the place in her own words, or neither."""

    question = WHERE
    words_of_kind = {
        RegistrationKind.DETAINED: {
            "how": {"help_text": _("Where the person was taken, or where the person is held, as far as you know.")}
        },
        RegistrationKind.DECEASED: {"how": {"help_text": _("Where it happened, or where you last had news.")}},
        RegistrationKind.SURVIVOR: {"how": {"help_text": _("Where you were taken, or where you were held.")}},
    }
    how = forms.ChoiceField(
        label=_("Where was the person then?"),
        help_text=_("The place where the person was when you last had news."),
        widget=forms.RadioSelect,
        choices=[
            (Knowledge.KNOWN.value, _("I know the place, or part of it")),
            (Knowledge.UNKNOWN.value, Knowledge.UNKNOWN.label),
            (Knowledge.UNSAID.value, Knowledge.UNSAID.label),
        ],
        error_messages={"missing": _("Please answer this question, or choose “I do not know”.")},
    )
    governorate = forms.ChoiceField(label=_("Governorate"), required=False)
    words = SafeCharField(
        label=_("The place in your own words"),
        required=False,
        max_length=400,
        help_text=_("For example: village, street, checkpoint, the road between two towns"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = _governorates()
        if choices:
            choice_field(self, "governorate").choices = choices
        else:
            del self.fields["governorate"]

    def clean(self):
        """A known place needs one of the two."""
        data = super().clean()
        told = data.get("words") or data.get("governorate")
        if data.get("how") == Knowledge.KNOWN and not told and not {"words", "governorate"} & set(self.errors):
            self.add_error("words", _PLACE)
        return data

    def answers(self) -> dict:
        """Only what belongs to the chosen answer."""
        data = self.cleaned_data
        if data["how"] != Knowledge.KNOWN:
            return {"knowledge": data["how"]}
        kept = {"knowledge": data["how"], "words": data["words"], "governorate": data.get("governorate", "")}
        return {name: value for name, value in kept.items() if value}

    @classmethod
    def initial_from(cls, answers: dict) -> dict:
        """Back into the fields."""
        return {**answers, "how": answers.get("knowledge")}
