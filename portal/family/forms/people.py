"""What it is about, who applies, how to reach her, and what she is to the person (floor 7)."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from portal.core.fields import DigitsField, SafeCharField
from portal.registry.answers import APPLICANT, KIND, REACH, RELATIONSHIP
from portal.registry.enums import ApplicantKind, ContactWish, RegistrationKind, Relationship

from .base import QuestionForm

_PHONE = re.compile(r"\+?[0-9][0-9 ()./\-]{5,24}")


def is_phone_number(text: str) -> bool:
    """Say whether the text may be a telephone number: 6 to 15 digits (ITU-T E.164) with usual separators."""
    return bool(_PHONE.fullmatch(text)) and 6 <= sum(character.isdigit() for character in text) <= 15


# What she knows, in her words: it becomes the kind of the registration.
KINDS: list[tuple[str, Any]] = [
    (RegistrationKind.MISSING.value, _("I do not know where the person is")),
    (RegistrationKind.DETAINED.value, _("I think that the person is held somewhere")),
    (RegistrationKind.DECEASED.value, _("The person was killed or died")),
    (RegistrationKind.SURVIVOR.value, _("I survived, and I speak for myself")),
]


class KindForm(QuestionForm):
    """What she knows. The words of every later question follow from it."""

    question = KIND
    kind = forms.ChoiceField(
        label=_("What do you know?"),
        help_text=_("Choose what is nearest. You can change it at any time, and the questions change with it."),
        widget=forms.RadioSelect,
        choices=KINDS,
    )


class ApplicantForm(QuestionForm):
    """Who applies. A chosen name is as good as her own. A survivor applies for herself: only the name is asked."""

    question = APPLICANT
    kind = forms.ChoiceField(
        label=_("I am"),
        widget=forms.RadioSelect,
        choices=[
            choice
            for choice in ApplicantKind.choices
            if choice[0] not in (ApplicantKind.ORGANIZATION, ApplicantKind.SURVIVOR)
        ],
    )
    name = SafeCharField(
        label=_("Your name, or a name you choose"),
        help_text=_("It does not have to be your real name. We call you by it."),
        error_messages={"missing": _("Please write a name. You may choose any name.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.of_kind == RegistrationKind.SURVIVOR:
            del self.fields["kind"]


class ReachForm(QuestionForm):
    """How to reach her safely, and the safe word."""

    question = REACH
    wish = forms.ChoiceField(
        label=_("How may we reach you?"),
        help_text=_("Choose a way that nobody else can see or hear. Without it you simply come back with your code."),
        widget=forms.RadioSelect,
        choices=ContactWish.choices,
    )
    email = SafeCharField(
        label=_("E-mail"),
        required=False,
        max_length=254,
        widget=forms.TextInput(attrs={"inputmode": "email", "dir": "ltr"}),
    )
    phone = DigitsField(
        label=_("Telephone number"),
        required=False,
        max_length=26,
        help_text=_("With the country's number in front, for example +963."),
        widget=forms.TextInput(attrs={"inputmode": "tel", "dir": "ltr"}),
    )
    hours = SafeCharField(
        label=_("When is it safe to call you?"),
        required=False,
        help_text=_("For example: after six in the evening, not on Fridays"),
    )
    may_leave_message = forms.BooleanField(label=_("You may leave a message if I do not answer"), required=False)
    safe_word = SafeCharField(
        label=_("Safe word"),
        required=False,
        max_length=60,
        help_text=_("Someone from us will call you. Your safe word shows you that it is really us."),
    )

    def clean(self):
        """The way she chose needs its address or number; what belongs to another way is not kept."""
        data = super().clean()
        if data.get("wish") == ContactWish.EMAIL and "email" not in self.errors:
            self._check_email(data.get("email", ""))
        elif data.get("wish") == ContactWish.CALL and "phone" not in self.errors:
            self._check_phone(data.get("phone", ""))
        return data

    def _check_phone(self, number: str) -> None:
        if not is_phone_number(number):
            self.add_error("phone", _("Please write the number with 6 to 15 digits, or choose another way."))

    def _check_email(self, address: str) -> None:
        try:
            validate_email(address)
        except ValidationError:
            self.add_error("email", _("Please write the whole address, for example name@example.org."))

    def answers(self) -> dict:
        """Only what belongs to the chosen way; the safe word is kept with her code, not in the draft."""
        data = self.cleaned_data
        kept = {"wish": data["wish"]}
        if data["wish"] == ContactWish.EMAIL:
            kept["value"] = data["email"]
        elif data["wish"] == ContactWish.CALL:
            may_leave = "yes" if data["may_leave_message"] else "no"
            kept |= {"value": data["phone"], "hours": data["hours"], "may_leave_message": may_leave}
        return kept

    @classmethod
    def initial_from(cls, answers: dict) -> dict:
        """Back into the fields of the chosen way."""
        is_email = answers.get("wish") == ContactWish.EMAIL
        return {
            "wish": answers.get("wish"),
            "email": answers.get("value", "") if is_email else "",
            "phone": "" if is_email else answers.get("value", ""),
            "hours": answers.get("hours", ""),
            "may_leave_message": answers.get("may_leave_message") == "yes",
        }


_CLOSEST = ("mother", "father", "wife", "husband", "fiance", "daughter", "son", "sister", "brother")
_FAMILY = (
    "half_sibling",
    "milk_sibling",
    "grandfather",
    "grandmother",
    "grandchild",
    "uncle_paternal",
    "aunt_paternal",
    "uncle_maternal",
    "aunt_maternal",
    "cousin_uncle_paternal",
    "cousin_aunt_paternal",
    "cousin_uncle_maternal",
    "cousin_aunt_maternal",
    "nibling_brother",
    "nibling_sister",
    "in_law",
    "guardian",
)
_OTHERS = ("neighbour", "friend", "fellow_detainee", "lawyer", "organization", "other")


def _named(values: tuple[str, ...]) -> list[tuple[str, Any]]:
    return [(value, Relationship(value).label) for value in values]


class RelationshipForm(QuestionForm):
    """What she is to the person. A survivor is the person, and is not asked."""

    question = RELATIONSHIP
    relationship = forms.ChoiceField(
        label=_("What are you to the person?"),
        choices=[
            ("", _("Please choose")),
            (_("Closest family"), _named(_CLOSEST)),
            (_("Wider family"), _named(_FAMILY)),
            (_("Others"), _named(_OTHERS)),
        ],
    )
    words = SafeCharField(
        label=_("In your own words"), required=False, help_text=_("For example: we grew up in the same house")
    )
