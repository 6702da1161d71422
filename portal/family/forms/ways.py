"""Further ways into her page: a name with a phrase, an app beside it, a passkey (floor 7; ADR 0020)."""

import re

from allauth.mfa.totp.internal.auth import generate_totp_secret
from django import forms
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.accounts.services.sign_in_names import is_code_of, read_name, read_phrase
from portal.core.fields import DigitsField, SafeCharField

from .base import QuestionForm
from .visit import PinField

WRONG_WAY = _("This does not open a page. Check what you wrote, or use your code.")
NO_PASSKEY = _("It did not work on this device. Your code opens your page as before.")
TOO_MANY = _("There were too many attempts in a short time. Please wait one minute, then try again.")
_SHORTEST_PHRASE = 12
_LONGEST_PHRASE = 256
_LONGEST_ANSWER = 20_000
_SECRET = re.compile(r"[A-Z2-7]{32}")


def _phrase(label, **kwargs) -> SafeCharField:
    return SafeCharField(
        label=label,
        max_length=_LONGEST_PHRASE,
        widget=forms.PasswordInput(attrs={"dir": "auto"}, render_value=False),
        **kwargs,
    )


def _app_code(help_text) -> DigitsField:
    return DigitsField(
        label=_("Code from the app"),
        required=False,
        help_text=help_text,
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr", "class": "ref"}),
    )


class NameForm(QuestionForm):
    """A name and a phrase instead of the code. One message for everything that opens nothing (R-01)."""

    name = SafeCharField(
        label=_("Name, e-mail or telephone number"), max_length=254, error_messages={"missing": WRONG_WAY}
    )
    phrase = _phrase(_("Phrase"), error_messages={"missing": WRONG_WAY})
    app_code = _app_code(_("Only if you chose an app."))
    pin = PinField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="by_name_%s", **kwargs)
        for field in self.fields.values():
            field.error_messages["max_length"] = WRONG_WAY

    def clean_app_code(self) -> str:
        """Without the space in its middle."""
        return self.cleaned_data["app_code"].replace(" ", "")


class PasskeyForm(QuestionForm):
    """What a device answered; empty where the page's script did not run."""

    state = forms.CharField(required=False, max_length=1000, widget=forms.HiddenInput)
    answer = forms.CharField(required=False, max_length=_LONGEST_ANSWER, widget=forms.HiddenInput)


class OpenWithPasskeyForm(PasskeyForm):
    """The same, with the PIN that may stand beside every way."""

    pin = PinField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="by_passkey_%s", **kwargs)


class ChooseNameForm(QuestionForm):
    """A name with a phrase, and an authenticator app where she wants one."""

    name = SafeCharField(
        label=_("Name, e-mail or telephone number"),
        max_length=254,
        help_text=_("Whatever you will remember. Nothing is ever sent to it, and other people may have the same name."),
        error_messages={"missing": _("Please write a name.")},
    )
    phrase = _phrase(
        _("Phrase"),
        help_text=_("At least 12 letters. Four or five words that only you would put together."),
        error_messages={"missing": _("Please write a phrase.")},
    )
    again = _phrase(_("Phrase, once more"), error_messages={"missing": _("Please write the phrase once more.")})
    app_secret = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    app_code = _app_code(_("Only if you want it: the six digits that the app shows for the key above."))

    @property
    def secret(self) -> str:
        """The key for the app: the one that was shown before, else a new one."""
        shown = str(self.data.get("app_secret", "")) if self.is_bound else str(self.initial.get("app_secret", ""))
        return shown if _SECRET.fullmatch(shown) else ""

    def clean_name(self) -> str:
        """Something must be left when it is folded."""
        name = self.cleaned_data["name"]
        if not read_name(name):
            raise ValidationError(_("Please write a name."))
        return name

    def clean_phrase(self) -> str:
        """Long enough, and none of those that everybody tries first (R-08)."""
        phrase = self.cleaned_data["phrase"]
        if len(read_phrase(phrase)) < _SHORTEST_PHRASE:
            raise ValidationError(_("Please write at least 12 letters, digits or signs."))
        try:
            CommonPasswordValidator().validate(read_phrase(phrase))
        except ValidationError as error:
            raise ValidationError(_("Many people use this phrase. Please choose another one.")) from error
        return phrase

    def clean_app_code(self) -> str:
        """Right for the key that was shown, or empty."""
        code = self.cleaned_data["app_code"].replace(" ", "")
        if code and not (self.secret and is_code_of(self.secret, code)):
            raise ValidationError(_("This code is not right. Wait for the next one and type it without spaces."))
        return code

    def clean(self) -> dict:
        """The phrase twice alike, and not the name itself."""
        data = super().clean()
        phrase, again = data.get("phrase"), data.get("again")
        if phrase and again and read_phrase(phrase) != read_phrase(again):
            self.add_error("again", _("The two phrases are not the same."))
        if phrase and data.get("name") and read_phrase(phrase) == read_phrase(data["name"]):
            self.add_error("phrase", _("Please choose something else than the name."))
        return data


def new_app_secret() -> str:
    """Return a random key for an authenticator app."""
    return generate_totp_secret()
