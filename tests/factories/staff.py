"""Members of staff, and signing them in by the real way: password, then a code from the app."""

from __future__ import annotations

import time

import factory
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from allauth.mfa.utils import decrypt
from django.contrib.auth.models import Permission
from django.core.cache import cache
from django.test import Client

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.accounts.services.roles import grant_role
from portal.audit.actors import SYSTEM

from .unique import number, unique

PASSWORD = "a-long-word-for-tests"
PERIOD = 30


class StaffFactory(factory.django.DjangoModelFactory):
    """`StaffFactory(role=Role.REVIEWER)`, or the traits: `StaffFactory(reviewer=True)`. Without a role: none."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    class Params:
        caseworker = factory.Trait(role=Role.CASEWORKER)
        reviewer = factory.Trait(role=Role.REVIEWER)
        supervisor = factory.Trait(role=Role.SUPERVISOR)
        data_steward = factory.Trait(role=Role.DATA_STEWARD)
        organization_editor = factory.Trait(role=Role.ORGANIZATION_EDITOR)
        organization_caseworker = factory.Trait(role=Role.ORGANIZATION_CASEWORKER)
        moderator = factory.Trait(role=Role.MODERATOR)
        auditor = factory.Trait(role=Role.AUDITOR)
        administrator = factory.Trait(role=Role.ADMINISTRATOR)

    username = factory.LazyFunction(lambda: unique("staff"))
    first_name = factory.LazyFunction(lambda: f"Person {number()}")
    language = "en"
    role = None
    second_factor = True

    @classmethod
    def _create(cls, model_class, *args, role=None, second_factor=True, **kwargs):
        user = model_class(**kwargs)
        user.set_password(PASSWORD)
        user.save()
        if role is not None:
            grant_role(user=user, role=role, actor=SYSTEM)
        if second_factor:
            TOTP.activate(user, generate_totp_secret())
            RecoveryCodes.activate(user)
        return user


def let_into_editor(user: User) -> User:
    """Give Wagtail's own permission, as the editors' groups do."""
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


def secret_of(user: User) -> str:
    """The secret in the person's app."""
    return decrypt(Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP).data["secret"])


def app_code(secret: str) -> str:
    """The six numbers the app shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD))


def sign_in(client: Client, user: User) -> Client:
    """Sign in with password and app code through the real pages; return the same client.

    Counted attempts and used codes are forgotten first: they would stop a test that signs in many people at once.
    """
    cache.clear()
    answer = client.post("/staff/login/", {"login": user.username, "password": PASSWORD})
    assert answer.status_code == 302 and answer["Location"].startswith("/staff/2fa/authenticate/"), answer
    answer = client.post("/staff/2fa/authenticate/", {"code": app_code(secret_of(user))})
    assert answer.status_code == 302, answer.content.decode()
    return client


def sign_in_with_password_only(client: Client, user: User) -> Client:
    """Give the password and nothing else."""
    cache.clear()
    client.post("/staff/login/", {"login": user.username, "password": PASSWORD})
    return client
