"""The return code, and when and how she wishes to speak with us (floor 7)."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from portal.core.fields import DigitsField, SafeCharField
from portal.core.references import read_return_code
from portal.notifications.models import ChannelKind

from .base import QuestionForm
from .people import is_phone_number

WRONG_CODE = _("This code does not open a page. Check the numbers, or ask us for help.")


class CodeForm(QuestionForm):
    """Sixteen digits, any digit set, with or without spaces. One message for every code that opens nothing."""

    code = DigitsField(
        label=_("Return code"),
        help_text=_("16 digits. Spaces do not matter."),
        max_length=64,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr", "class": "ref"}),
        error_messages={"missing": WRONG_CODE},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].error_messages["max_length"] = WRONG_CODE

    def clean_code(self) -> str:
        """The digits alone."""
        digits = read_return_code(self.cleaned_data["code"])
        if digits is None:
            raise ValidationError(WRONG_CODE)
        return digits


class TalkForm(QuestionForm):
    """Her answer to "We would like to speak with you": how, where, when."""

    kind = forms.ChoiceField(label=_("How?"), widget=forms.RadioSelect, choices=ChannelKind.choices)
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
