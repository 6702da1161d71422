"""How allauth behaves here (floor 2)."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from portal.confidential.cipher import seal, unseal
from portal.confidential.secrets import secret

from .second_factor import is_first_set_up, is_fresh

_ASSOCIATED = b"second-factor"
_WRONG_CODE = _("This code is not right. Wait for the next one and type it without spaces.")
_TOO_MANY = _("There were too many attempts. Please wait five minutes and try again.")


class StaffAccountAdapter(DefaultAccountAdapter):
    """Staff accounts are made by an administrator: nobody signs up, and no sign-up ever yields a role."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _("The user name or the password is not right. Please try again."),
        "incorrect_password": _("This password is not right. Please try again."),
        "enter_current_password": _("This password is not right. Please try again."),
        "incorrect_code": _WRONG_CODE,
        "too_many_login_attempts": _TOO_MANY,
        "rate_limited": _TOO_MANY,
    }

    def is_open_for_signup(self, request) -> bool:
        """Closed."""
        return False

    def add_message(self, *args, **kwargs) -> None:
        """Say nothing on the library's behalf: our pages say what happened themselves."""

    def is_reauthentication_required(self, *, app: str, **kwargs) -> bool:
        """Signing in counts as proof for five minutes; so does the first password, to set up the second factor."""
        request = context.request
        if request is not None and (is_fresh(request) or is_first_set_up(request)):
            return False
        return super().is_reauthentication_required(app=app, **kwargs)

    def get_password_change_redirect_url(self, request) -> str:
        """Whoever has chosen a password goes on to work."""
        return settings.LOGIN_REDIRECT_URL

    def _get_login_attempts_cache_key(self, request, **credentials) -> str:
        """Count wrong passwords per login and address together (R-04)."""
        return f"{self.get_client_ip(request)}|{super()._get_login_attempts_cache_key(request, **credentials)}"


class SealedSecondFactorAdapter(DefaultMFAAdapter):
    """Second-factor secrets are encrypted under the key-encryption key, not kept in clear."""

    error_messages = {**DefaultMFAAdapter.error_messages, "incorrect_code": _WRONG_CODE}

    def encrypt(self, text: str) -> str:
        """Return the sealed secret in hexadecimal."""
        return seal(text.encode(), key=secret("kek"), associated=_ASSOCIATED).hex()

    def decrypt(self, encrypted_text: str) -> str:
        """Open a sealed secret. Raises CannotOpen."""
        return unseal(bytes.fromhex(encrypted_text), key=secret("kek"), associated=_ASSOCIATED).decode()

    def get_totp_issuer(self) -> str:
        """The product's name."""
        return settings.PRODUCT_NAMES["en"]

    def build_totp_svg(self, url: str) -> str:
        """Return the drawing without its XML declaration: it stands in the page (our policy allows no data:)."""
        drawing = super().build_totp_svg(url)
        return drawing[drawing.index("<svg") :]
