"""When and where the person was last known (floor 7).

"I do not know" and "I prefer not to say" are different answers and stay different.
"""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.core.fields import SafeCharField
from portal.places.models import Place, PlaceKind
from portal.registry.answers import WHEN, WHERE
from portal.registry.enums import PARTIES_OF_AREAS, Anchor, Knowledge, Party, RegistrationKind

from .base import QuestionForm, choice_field
from .choosing import in_order_of_letters
from .dates import calendar_field, day_field, initial_of, month_field, read_said, year_field

DATE, ROUGHLY, UNKNOWN, UNSAID = "date", "roughly", "unknown", "unsaid"
_WORDS = _("Please write a few words, or choose “I do not know”.")
_PLACE = _("Please write the place, or choose “I do not know”.")
_NEARER = _("Do you know the governorate or district? Choose it here, or go on without it.")


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
    calendar = calendar_field()
    day = day_field()
    month = month_field()
    year = year_field()
    anchor = forms.ChoiceField(
        label=_("Around the time of"), required=False, choices=[("", _("Please choose")), *Anchor.choices]
    )
    words = SafeCharField(
        label=_("In your own words"),
        required=False,
        help_text=_("For example: before Newroz, in Ramadan, in the first summer"),
    )

    def clean(self):
        """Read the parts that belong to the chosen answer; the others are not looked at."""
        data = super().clean()
        if data.get("how") == DATE:
            data["said"] = read_said(self)
        elif data.get("how") == ROUGHLY and not (data.get("words") or data.get("anchor") or "words" in self.errors):
            self.add_error("words", _WORDS)
        return data

    def answers(self) -> dict:
        """Only what belongs to the chosen answer."""
        data = self.cleaned_data
        if data["how"] == DATE:
            kept = {"date": data["said"].edtf(), "date_as_said": data["said"].kept()}
        elif data["how"] == ROUGHLY:
            kept = {"words": data["words"], "anchor": data["anchor"]}
        else:
            return {"knowledge": data["how"]}
        return {"knowledge": Knowledge.KNOWN.value, **{name: value for name, value in kept.items() if value}}

    @classmethod
    def initial_from(cls, answers: dict) -> dict:
        """Back into radio and parts."""
        if answers.get("date"):
            return {"how": DATE, **initial_of(answers["date"], answers.get("date_as_said", ""))}
        if answers.get("words") or answers.get("anchor"):
            return {"how": ROUGHLY, "words": answers.get("words", ""), "anchor": answers.get("anchor", "")}
        return {"how": answers.get("knowledge")}


# The countries whose places stand in lists, as the answer is posted, and the field of each.
COUNTRIES = {"SY": "place_sy", "IQ": "place_iq"}


def _places_of(country: str) -> list[tuple[str, Any]]:
    """The list of a country: each governorate as a group of itself, its districts, then places of detention."""
    inside: dict[Any, list[Place]] = {}
    for place in Place.objects.filter(parent__parent__code=country).order_by("name"):
        inside.setdefault(place.parent_id, []).append(place)
    groups: list[tuple[str, Any]] = [("", gettext("I do not know more"))]
    for governorate in Place.objects.governorates_of(country):
        whole = (governorate.code, gettext("%(place)s, district not known") % {"place": governorate})
        order = sorted(inside.get(governorate.pk, []), key=lambda place: place.kind != PlaceKind.DISTRICT)
        groups.append((str(governorate), [whole, *((place.code, str(place)) for place in order)]))
    return groups


class WhereForm(QuestionForm):
    """The country, then the district from its list, her own words, and who was in control there.

    The list of a country comes with the answer that names it: both at once would be a third of the page's weight.
    """

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
            ("SY", _("In Syria")),
            ("IQ", _("In Iraq")),
            (Knowledge.KNOWN.value, _("Somewhere else, or I know it only in words")),
            (Knowledge.UNKNOWN.value, Knowledge.UNKNOWN.label),
            (Knowledge.UNSAID.value, Knowledge.UNSAID.label),
        ],
        error_messages={"missing": _("Please answer this question, or choose “I do not know”.")},
    )
    place_sy = forms.ChoiceField(label=_("Governorate or district"), required=False)
    place_iq = forms.ChoiceField(label=_("Governorate or district"), required=False)
    words = SafeCharField(
        label=_("The place in your own words"),
        required=False,
        max_length=400,
        help_text=_("For example: village, street, checkpoint, prison as you heard its name"),
    )
    controlled_by = forms.ChoiceField(
        label=_("Who controlled the area then?"), required=False, help_text=_("As you know it. You may leave it empty.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        chosen = self.data.get("how") if self.is_bound else self.initial.get("how")
        for country, name in COUNTRIES.items():
            if country == chosen:
                choice_field(self, name).choices = _places_of(country)
            else:
                del self.fields[name]
        choice_field(self, "controlled_by").choices = [
            ("", gettext("Please choose")),
            *in_order_of_letters(PARTIES_OF_AREAS),
            (Party.UNKNOWN.value, Party.UNKNOWN.label),
        ]

    def clean(self):
        """A country is an answer by itself once its list was offered; without one, the place needs words."""
        data = super().clean()
        offered = COUNTRIES.get(data.get("how", ""))
        if offered and offered not in self.data and not data.get("words"):
            self.add_error(offered, _NEARER)
        if data.get("how") == Knowledge.KNOWN and not data.get("words") and "words" not in self.errors:
            self.add_error("words", _PLACE)
        return data

    def answers(self) -> dict:
        """Only what belongs to the chosen answer."""
        data = self.cleaned_data
        if data["how"] in (Knowledge.UNKNOWN, Knowledge.UNSAID):
            return {"knowledge": data["how"]}
        place = (data.get(COUNTRIES[data["how"]]) or data["how"]) if data["how"] in COUNTRIES else ""
        kept = {"place": place, "words": data["words"], "controlled_by": data["controlled_by"]}
        return {"knowledge": Knowledge.KNOWN.value, **{name: value for name, value in kept.items() if value}}

    @classmethod
    def initial_from(cls, answers: dict) -> dict:
        """Back into the fields."""
        place = answers.get("place", "")
        country = place[:2].upper()
        how = country if country in COUNTRIES else answers.get("knowledge")
        chosen = {COUNTRIES[country]: place} if country in COUNTRIES else {}
        return {**chosen, "how": how, "words": answers.get("words"), "controlled_by": answers.get("controlled_by")}
