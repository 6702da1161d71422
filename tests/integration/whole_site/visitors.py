"""Everybody who may ask for a page: nobody, a family with her code, each staff role."""

from __future__ import annotations

from collections.abc import Callable

from django.core.cache import cache
from django.test import Client

from portal.accounts.enums import Role
from portal.detainees.access import READERS
from portal.office.permissions import FILES
from tests.factories.openings import say_why, say_why_records
from tests.factories.staff import StaffFactory, let_into_editor, sign_in

from .world import World


def nobody(world: World, **options) -> Client:
    """A visitor."""
    return Client(raise_request_exception=False, **options)


def family(world: World, **options) -> Client:
    """Somebody who came back with her code; she has a registration and an open draft."""
    cache.clear()
    client = Client(raise_request_exception=False)
    answer = client.post("/en/return/", {"code": world.codes[0]})
    assert answer.status_code == 302 and answer["Location"].endswith("/me/"), answer
    return client


def staff(role: str) -> Callable[..., Client]:
    """A member of staff with a role, signed in with both factors, who has said what everything is opened for."""

    def come(world: World, **options) -> Client:
        user = let_into_editor(StaffFactory(role=role))
        if role in FILES:
            say_why(user)
        if role in READERS:
            say_why_records(user)
        return sign_in(Client(raise_request_exception=False), user)

    return come


VISITORS: dict[str, Callable[..., Client]] = {
    "nobody": nobody,
    "family": family,
    **{str(role): staff(role) for role in Role.values},
}
