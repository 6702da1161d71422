"""A family's browser with her page open, and a member of staff's."""

from django.test import Client

from portal.registry.models import Registration

from .accounts import make_holder
from .openings import AnsweringClient
from .registry import make_registration
from .staff import StaffFactory, sign_in


def enter(language: str = "en", **answers) -> tuple[Client, Registration]:
    """Return a browser in which her page is open, and her registration; `answers` are those of AnswersFactory."""
    holder, code = make_holder(language)
    registration = make_registration(holder, language, **answers)
    client = Client()
    assert client.post(f"/{language}/return/", {"code": code}).url == f"/{language}/me/"
    return client, registration


def signed_in(role: str) -> Client:
    """Return the browser of a member of staff with a role, who says what is opened for what."""
    return sign_in(AnsweringClient(), StaffFactory(role=role))
