"""The person's name and its parts (floor 7)."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.core.fields import SafeCharField
from portal.core.languages import LANGUAGES
from portal.names import parse
from portal.registry.answers import NAME, NAMES, PARTS
from portal.registry.content import NAME_PARTS
from portal.registry.enums import Knowledge, NameKind, RegistrationKind, Sex

from .base import QuestionForm
from .dates import calendar_field, day_field, initial_of, month_field, read_said, year_field

_NO_YEAR = _("Please write the year with four digits, for example 1987, or leave it empty.")
_NISBA = _("For example al-Raqqawi or al-Shammari")
_TRIBE = _("Only if you wish. It can tell two people apart; only those who work on your registration see it.")
_MISSING = _("Please write the name as far as you know it, even one name only.")
# What a name on papers and a name of a list are not: kinds that she may choose for a further name.
FURTHER_KINDS = [
    (kind.value, _("A name that was given by force") if kind == NameKind.FORCED else kind.label)
    for kind in NameKind
    if kind not in (NameKind.OFFICIAL, NameKind.SOURCE)
]
_LANGUAGES = [("", _("I do not know")), *((each.names, each.native) for each in LANGUAGES.values())]
BIRTH = ("birth_day", "birth_month", "birth_year", "birth_calendar")


class NameForm(QuestionForm):
    """The name, in one box, in any script."""

    question = NAME
    words_of_kind = {
        RegistrationKind.SURVIVOR: {
            "full": {
                "label": _("Your name, as on papers if you can"),
                "help_text": _("In any language and any letters. Write only what you wish to give."),
            }
        }
    }
    full = SafeCharField(
        label=_("Full name, as on papers if you can"),
        help_text=_("In any language and any letters. Write what you know, even one name only."),
        error_messages={"missing": _MISSING},
    )

    def clean_full(self) -> str:
        """A name has at least one letter."""
        return _with_a_letter(self.cleaned_data["full"])


class NamePartsForm(QuestionForm):
    """The parts of one name, whichever it is; all optional."""

    given = SafeCharField(label=_("Name"), required=False)
    father = SafeCharField(label=_("Father's name"), required=False)
    grandfather = SafeCharField(label=_("Grandfather's name"), required=False)
    family = SafeCharField(label=_("Family name"), required=False)
    nisba = SafeCharField(label=_("Name after a place or family"), required=False, help_text=_NISBA)
    tribe = SafeCharField(label=_("Tribe"), required=False, help_text=_TRIBE)
    kunya = SafeCharField(label=_("Name with Abu or Umm"), required=False)
    mother = SafeCharField(label=_("Mother's name"), required=False)
    mother_father = SafeCharField(label=_("Her father's name"), required=False)
    mother_family = SafeCharField(label=_("Her family name"), required=False)

    @property
    def name_fields(self) -> list[forms.BoundField]:
        """The parts of the name, in their order."""
        return [self[name] for name in NAME_PARTS]


class PartsForm(NamePartsForm):
    """The parts of the name, all optional; proposed from the full name, corrected by her."""

    question = PARTS
    words_of_kind = {
        RegistrationKind.SURVIVOR: {"sex": {"label": _("You are")}},
        RegistrationKind.DECEASED: {"sex": {"label": _("The person was")}},
    }
    birth_day = day_field()
    birth_month = month_field()
    birth_year = year_field()
    birth_calendar = calendar_field()
    sex = forms.ChoiceField(
        label=_("The person is"),
        required=False,
        widget=forms.RadioSelect,
        choices=[
            (Sex.FEMALE.value, Sex.FEMALE.label),
            (Sex.MALE.value, Sex.MALE.label),
            (Knowledge.UNKNOWN.value, Knowledge.UNKNOWN.label),
            (Knowledge.UNSAID.value, Knowledge.UNSAID.label),
        ],
    )

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


class NameRowForm(NamePartsForm):
    """One further name: what kind it is, as it is written, and its parts, to be corrected by her."""

    question = NAMES
    kind = forms.ChoiceField(label=_("What kind of name is it?"), choices=FURTHER_KINDS)
    full = SafeCharField(label=_("The name, as you write it"), error_messages={"missing": _MISSING})
    language = forms.ChoiceField(label=_("Language of the name"), required=False, choices=_LANGUAGES)

    def clean_full(self) -> str:
        """A name has at least one letter."""
        return _with_a_letter(self.cleaned_data["full"])


class NewNameForm(QuestionForm):
    """A further name in one box, in any script; its parts are proposed on the next page."""

    question = NAMES
    kind = forms.ChoiceField(label=_("What kind of name is it?"), choices=FURTHER_KINDS)
    full = SafeCharField(
        label=_("The name, as you write it"),
        help_text=_("In any language and any letters. A spelling that you saw on a list or a paper can help as well."),
        error_messages={"missing": _MISSING},
    )

    def clean_full(self) -> str:
        """A name has at least one letter."""
        return _with_a_letter(self.cleaned_data["full"])


def kind_label(kind: str) -> str:
    """A kind of name in the words of the form."""
    return str(dict(FURTHER_KINDS).get(kind, kind))


def _with_a_letter(full: str) -> str:
    if not any(character.isalpha() for character in full):
        raise ValidationError(_MISSING)
    return full


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
        # Where it is the family name as well, once is enough.
        "nisba": "" if name.nisba == name.family else name.nisba,
        "tribe": name.tribe,
    }
