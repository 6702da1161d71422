"""The person's name and its parts (floor 7)."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.dates import write_date
from portal.core.fields import DigitsField, SafeCharField
from portal.names import parse
from portal.registry.answers import NAME, PARTS
from portal.registry.enums import Knowledge, RegistrationKind, Sex

from .base import QuestionForm

_YEAR_INPUT = forms.TextInput(attrs={"inputmode": "numeric", "class": "input--year"})


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
        error_messages={"missing": _("Please write the name as far as you know it, even one name only.")},
    )

    def clean_full(self) -> str:
        """A name has at least one letter."""
        full = self.cleaned_data["full"]
        if not any(character.isalpha() for character in full):
            raise ValidationError(self.fields["full"].error_messages["required"])
        return full


class PartsForm(QuestionForm):
    """The parts of the name, all optional; proposed from the full name, corrected by her."""

    question = PARTS
    words_of_kind = {
        RegistrationKind.SURVIVOR: {
            "forced": {"label": _("A name forced on you")},
            "sex": {"label": _("You are")},
        },
        RegistrationKind.DECEASED: {"sex": {"label": _("The person was")}},
    }
    given = SafeCharField(label=_("Name"), required=False)
    father = SafeCharField(label=_("Father's name"), required=False)
    grandfather = SafeCharField(label=_("Grandfather's name"), required=False)
    family = SafeCharField(label=_("Family name"), required=False)
    mother = SafeCharField(label=_("Mother's name"), required=False)
    kunya = SafeCharField(label=_("Name with Abu or Umm"), required=False)
    other = SafeCharField(label=_("Another name or spelling"), required=False)
    forced = SafeCharField(label=_("A name forced on the person"), required=False)
    birth_year = DigitsField(
        label=_("Year of birth"),
        required=False,
        max_length=10,
        help_text=_("If you know it only roughly, write it all the same."),
        widget=_YEAR_INPUT,
    )
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

    def clean_birth_year(self) -> str:
        """A year of four digits that has been."""
        text = self.cleaned_data["birth_year"]
        if not text:
            return ""
        try:
            year = int(text) if len(text) == 4 and text.isdigit() else 0
            written = write_date(year)
        except ValueError:
            written = ""
        if not written or year > timezone.now().year:
            raise ValidationError(_("Please write the year with four digits, for example 1987, or leave it empty."))
        return written


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
