"""The return code, and when and how she wishes to speak with us (floor 7)."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from portal.core.fields import DigitsField, SafeCharField
from portal.core.references import read_return_code
from portal.notifications.enums import TALK_KINDS, ChannelKind

from .base import QuestionForm
from .people import is_phone_number

WRONG_CODE = _("This code does not open a page. Check the numbers, or ask us for help.")


class PinField(DigitsField):
    """The PIN beside a way into her page, where she chose one; spaces that a keyboard put in are left out."""

    def __init__(self, **kwargs):
        super().__init__(
            label=_("PIN"),
            required=False,
            help_text=_("Only if you chose one."),
            max_length=64,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr", "class": "ref"}),
            **kwargs,
        )

    def to_python(self, value) -> str:
        """Digits alone."""
        return super().to_python(value).replace(" ", "")


class CodeForm(QuestionForm):
    """Sixteen digits, any digit set, with or without spaces. One message for every code that opens nothing."""

    code = DigitsField(
        label=_("Return code"),
        help_text=_("16 digits. Spaces do not matter."),
        max_length=64,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr", "class": "ref"}),
        error_messages={"missing": WRONG_CODE},
    )

    pin = PinField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["max_length"] = WRONG_CODE

    def clean_code(self) -> str:
        """The digits alone."""
        digits = read_return_code(self.cleaned_data["code"])
        if digits is None:
            raise ValidationError(WRONG_CODE)
        return digits


_NEEDS_WORD = _("Please choose a safe word first. Without it we could not open your page again.")
_PIN = re.compile(r"[0-9]{4,8}")


class PinForm(QuestionForm):
    """A PIN beside the code, and a second one for a moment of threat."""

    pin = DigitsField(
        label=_("PIN"),
        help_text=_("4 to 8 digits. You are asked for it together with your code."),
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr"}),
        error_messages={"missing": _("Please write 4 to 8 digits.")},
    )
    duress_pin = DigitsField(
        label=_("Second PIN, for a moment of threat"),
        required=False,
        help_text=_(
            "If someone forces you to open your page, give this PIN. An empty page opens, your own page closes, "
            "and a person from us knows. You may leave this empty."
        ),
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr"}),
    )

    def __init__(self, *args, has_safe_word: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.has_safe_word = has_safe_word

    def clean_pin(self) -> str:
        """Digits, not too few."""
        return _checked_pin(self.cleaned_data["pin"])

    def clean_duress_pin(self) -> str:
        """Digits, or nothing."""
        pin = self.cleaned_data["duress_pin"]
        return _checked_pin(pin) if pin else ""

    def clean(self) -> dict:
        """Two different numbers; and a safe word, without which nobody could open her page again."""
        data = super().clean()
        duress = data.get("duress_pin")
        if duress and duress == data.get("pin"):
            self.add_error("duress_pin", _("Please choose another number than the PIN above."))
        elif duress and not self.has_safe_word:
            self.add_error("duress_pin", _NEEDS_WORD)
        return data


def _checked_pin(text: str) -> str:
    digits = text.replace(" ", "")
    if not _PIN.fullmatch(digits):
        raise ValidationError(_("Please write 4 to 8 digits."))
    return digits


class SafeWordForm(QuestionForm):
    """The word by which she and we know each other."""

    safe_word = SafeCharField(
        label=_("Safe word"),
        max_length=60,
        help_text=_("Someone from us will call you. Your safe word shows you that it is really us."),
        error_messages={"missing": _("Please write a word that you will remember.")},
    )


class TalkForm(QuestionForm):
    """Her answer to "We would like to speak with you": how, where, when."""

    kind = forms.ChoiceField(
        label=_("How?"), widget=forms.RadioSelect, choices=[(kind.value, kind.label) for kind in TALK_KINDS]
    )
    value = DigitsField(
        label=_("Your e-mail or telephone number"),
        max_length=254,
        widget=forms.TextInput(attrs={"dir": "ltr"}),
        error_messages={"missing": _("Please write where we reach you.")},
    )
    when = SafeCharField(
        label=_("When?"),
        max_length=400,
        help_text=_("Days and hours that are good and safe for you"),
        error_messages={"missing": _("Please write when it is good for you. “Any time” is enough.")},
    )

    def clean(self):
        """The address fits the way."""
        data = super().clean()
        value = data.get("value")
        if value and data.get("kind") == ChannelKind.PHONE and not is_phone_number(value):
            self.add_error("value", _("Please write the number with 6 to 15 digits, or choose another way."))
        if value and data.get("kind") == ChannelKind.EMAIL:
            try:
                validate_email(value)
            except ValidationError:
                self.add_error("value", _("Please write the whole address, for example name@example.org."))
        return data
