"""The person's name and its parts (questions 4 and 5; floor 7)."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.core.fields import SafeCharField
from portal.names import parse
from portal.registry.answers import NAME, PARTS
from portal.registry.enums import Sex

from .base import QuestionForm
from .dates import calendar_field, day_field, initial_of, month_field, read_said, year_field

_NO_YEAR = _("Please write the year with four digits, for example 1987, or leave it empty.")
BIRTH = ("birth_day", "birth_month", "birth_year", "birth_calendar")


class NameForm(QuestionForm):
    """Question 4: the name, in one box, in any script."""

    question = NAME
    full = SafeCharField(
        label=_("Full name, as on papers if you can"),
        help_text=_("In any language and any letters. Write what you know, even one name only."),
        error_messages={"missing": _("Please write the name as far as you know it, even one name only.")},
    )

    def clean_full(self) -> str:
        """A name has at least one letter."""
        full = self.cleaned_data["full"]
        if not any(character.isalpha() for character in full):
            raise ValidationError(self.fields["full"].error_messages["required"])
        return full


class PartsForm(QuestionForm):
    """Question 5: the parts of the name, all optional; proposed from the full name, corrected by her."""

    question = PARTS
    given = SafeCharField(label=_("Name"), required=False)
    father = SafeCharField(label=_("Father's name"), required=False)
    grandfather = SafeCharField(label=_("Grandfather's name"), required=False)
    family = SafeCharField(label=_("Family name"), required=False)
    mother = SafeCharField(label=_("Mother's name"), required=False)
    kunya = SafeCharField(label=_("Name with Abu or Umm"), required=False)
    other = SafeCharField(label=_("Another name or spelling"), required=False)
    forced = SafeCharField(label=_("A name forced on the person"), required=False)
    birth_day = day_field()
    birth_month = month_field()
    birth_year = year_field()
    birth_calendar = calendar_field()
    sex = forms.ChoiceField(
        label=_("The person is"),
        required=False,
        widget=forms.RadioSelect,
        choices=[(Sex.FEMALE.value, Sex.FEMALE.label), (Sex.MALE.value, Sex.MALE.label)],
    )

    @property
    def name_fields(self) -> list[forms.BoundField]:
        """The parts of the name and further names, in their order."""
        return [self[name] for name in self.fields if name not in {*BIRTH, "sex"}]

    @property
    def birth_errors(self) -> bool:
        """Whether something is wrong with the date of birth."""
        return bool(set(BIRTH) & set(self.errors))

    def clean(self):
        """A date of birth is read where any of it is written."""
        data = super().clean()
        if any(data.get(name) for name in BIRTH[:3]):
            data["born"] = read_said(self, "birth_", _NO_YEAR)
        return data

    def answers(self) -> dict:
        """The parts that are written, and the date of birth in one piece."""
        kept = {name: value for name, value in super().answers().items() if name not in {*BIRTH, "born"}}
        if born := self.cleaned_data.get("born"):
            kept |= {"birth_date": born.edtf(), "birth_date_as_said": born.kept()}
        return {name: value for name, value in kept.items() if value}

    @classmethod
    def initial_from(cls, answers: dict) -> dict:
        """The date of birth back in its fields."""
        born = answers.get("birth_date")
        parts = initial_of(born, answers.get("birth_date_as_said", ""), "birth_") if born else {}
        return {**answers, **parts}


def proposed_parts(full: str) -> dict[str, str]:
    """Return the parts a full name seems to have, to be corrected by her. Order differs, so this is only a proposal."""
    name = parse(full)
    return {
        "given": name.given,
        "father": name.father,
        "grandfather": name.grandfather,
        "family": name.family,
        "kunya": name.kunya,
        "mother": name.mother,
    }
