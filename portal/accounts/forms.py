"""The forms of signing in, with our words and our look (floor 2)."""

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base import forms as second_factor
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.core.languages import latin_digits
from portal.core.text import has_control

_REQUIRED = _("Please fill this in.")
# Argon2 is paid per attempt, not per letter; still no honest password is longer (R-08 asks for at least 128).
_LONGEST_PASSWORD = 256
_WRONG_CODE = _("This code is not right. Wait for the next one and type it without spaces.")
_TOLERATED_SECONDS = 120


class _OurFields(forms.Form):
    """Shared look of all fields here: our class, no placeholder, our error."""

    def _dress(self, labels: dict) -> None:
        for name, label in labels.items():
            field = self.fields[name]
            field.label = label
            field.help_text = ""
            field.error_messages["required"] = _REQUIRED
            field.widget.attrs.pop("placeholder", None)
            field.widget.attrs["class"] = "input"

    def _password(self, name: str) -> None:
        self.fields[name].widget.attrs["maxlength"] = _LONGEST_PASSWORD
        self.fields[name].validators.append(_check_password_text)

    def _code(self) -> None:
        self._dress({"code": _("Code from the app")})
        self.fields["code"].widget.attrs.update({"inputmode": "numeric", "maxlength": 20, "class": "input ref"})
        self.fields["code"].validators.append(_check_code_text)


def _check_password_text(value: str) -> None:
    if len(value) > _LONGEST_PASSWORD or has_control(value):
        raise ValidationError(_("This password cannot be used. Choose another one."), code="unreadable")


def _check_code_text(value: str) -> None:
    if len(value) > 20 or has_control(value):
        raise ValidationError(_WRONG_CODE, code="incorrect_code")


class SignInForm(_OurFields, LoginForm):
    """User name and password; the answer is the same for known and unknown names."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._dress({"login": _("User name"), "password": _("Password")})
        self._password("password")


class PasswordAgainForm(_OurFields, ReauthenticateForm):
    """The password once more before something important."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._dress({"password": _("Password")})
        self._password("password")


class NewPasswordForm(_OurFields, ChangePasswordForm):
    """A new password in place of the one that was given."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        labels = {
            "oldpassword": _("Present password"),
            "password1": _("New password"),
            "password2": _("New password, once more"),
        }
        self._dress(labels)
        self.fields["password1"].help_text = _("At least 12 letters, digits or signs. Three or four words are good.")
        for name in labels:
            self._password(name)

    def clean(self) -> dict:
        """Refuse the present password as the new one: somebody else may know it."""
        cleaned = super().clean() or self.cleaned_data
        new = cleaned.get("password1")
        if new and new == cleaned.get("oldpassword"):
            self.add_error("password1", _("This is the present password. Choose another one."))
        return cleaned


class _CodeForm(_OurFields):
    """A code in any digits, with or without spaces."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._code()

    def clean_code(self) -> str:
        """Fold the digits before the code is compared."""
        self.cleaned_data["code"] = latin_digits(self.cleaned_data["code"]).replace(" ", "")
        return super().clean_code()  # type: ignore[misc]


class _UsedOnceForm(_CodeForm):
    """A code that was right is never right again, also not in the neighbouring half minutes that are tolerated."""

    user: User

    def clean_code(self) -> str:
        """Refuse a code that this person has used."""
        code = super().clean_code()
        if not cache.add(f"second-factor-used|{self.user.pk}|{code}", True, timeout=_TOLERATED_SECONDS):
            raise ValidationError(_WRONG_CODE, code="incorrect_code")
        return code


class SecondFactorForm(_UsedOnceForm, second_factor.AuthenticateForm):
    """The code from the app, or a recovery code, when signing in."""


class SecondFactorAgainForm(_UsedOnceForm, second_factor.ReauthenticateForm):
    """The code once more before something important."""


class SetUpSecondFactorForm(_CodeForm, ActivateTOTPForm):
    """The first code from the app proves that the secret arrived there."""
