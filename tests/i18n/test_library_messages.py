"""What a library says to a visitor or a member of staff stands in every language."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.conf import settings
from django.utils import translation

from portal.accounts.adapters import StaffAccountAdapter
from tests.architecture.sources import templates

from .library_messages import ALIKE, NEVER_MET, NEVER_MET_FILES, WAGTAIL_MET_SENTENCES, Message, messages

COUNTS = (0, 1, 2, 3, 11, 100)


@pytest.fixture(scope="module")
def everything() -> list[Message]:
    return list(messages())


def _written(message: Message) -> set[str]:
    """The forms in the active language."""
    if message.plural:
        return {translation.ngettext(message.text, message.plural, count) for count in COUNTS}
    if message.context:
        return {translation.pgettext(message.context, message.text)}
    return {translation.gettext(message.text)}


@pytest.mark.parametrize("language", ["ar", "ckb", "ku"])
def test_no_library_speaks_english_to_our_readers(language, everything):
    with translation.override(language):
        english = {
            f"{message.library}: {message.text}"
            for message in everything
            if message.is_met() and message.text not in ALIKE and _written(message) & {message.text, message.plural}
        }
    assert english == set()


def test_the_libraries_are_really_read(everything):
    met = {message.text for message in everything if message.is_met()}
    assert len(everything) > 2000 and len(met) > 120
    assert {"This field is required.", "Incorrect code.", "January", "Password", *WAGTAIL_MET_SENTENCES} <= met
    assert "None" in {message.text for message in everything if message.library == "modeltranslation"}


def test_every_exception_still_stands_for_something(everything):
    texts = {message.text for message in everything}
    files = {file for message in everything for file in message.files}
    assert [text for text in NEVER_MET if text not in texts] == []
    assert [file for file in NEVER_MET_FILES if not any(one.startswith(file) for one in files)] == []


def test_the_reasons_hold():
    """What the exceptions say about this installation."""
    installed = {app.name for app in apps.get_app_configs()}
    assert not installed & {"allauth.socialaccount", "allauth.headless", "allauth.idp.oidc", "django.contrib.admin"}
    assert settings.CSRF_FAILURE_VIEW == "portal.core.views.forbidden_form"
    assert settings.MFA_SUPPORTED_TYPES == ["totp", "recovery_codes"] and not settings.MFA_TRUST_ENABLED
    assert list(settings.ACCOUNT_LOGIN_METHODS) == ["username"] and settings.OPERATOR_TIME_ZONE == "Asia/Baghdad"
    assert not getattr(settings, "ACCOUNT_EMAIL_NOTIFICATIONS", False)
    assert not any("NumericPasswordValidator" in row["NAME"] for row in settings.AUTH_PASSWORD_VALIDATORS)
    assert StaffAccountAdapter().add_message(None, 20, "account/messages/logged_in.txt") is None
    assert [path for path, text in templates() if "load humanize" in text or " humanize" in text] == []
