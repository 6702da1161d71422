"""Exports of registrations, asked for and approved by the real services."""

from __future__ import annotations

from uuid import uuid4

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.audit.actors import Actor
from portal.referrals.models import Extract
from portal.referrals.services.extracts import approve_extract, ask_extract, take_extract
from portal.registry.models import Registration

from .recipients import agreed_about, make_recipient
from .registry import make_registration
from .staff import StaffFactory

CHOSEN = {"purpose": "contact", "recipient": None, "parts": ["names"], "file_kind": "csv", "words": "w"}


def make_extract(user: User | None = None, **chosen) -> Extract:
    """A request that waits for a second person; by a supervisor of its own unless somebody is given."""
    if not Registration.objects.exists():
        make_registration()
    user = user or StaffFactory(role=Role.SUPERVISOR)
    return ask_extract(key=uuid4(), user=user, actor=Actor.staff(user.pk), **{**CHOSEN, **chosen})


def make_approved(user: User | None = None, **chosen) -> Extract:
    """A request that may be taken now."""
    extract, second = make_extract(user, **chosen), StaffFactory(role=Role.SUPERVISOR)
    return approve_extract(extract=extract, has_weighed=True, user=second, actor=Actor.staff(second.pk))


def make_taken(user: User | None = None, **chosen) -> tuple[Extract, bytes]:
    """A copy that was taken, and its bytes."""
    extract = make_approved(user, **chosen)
    return take_extract(extract=extract, user=extract.requested_by, actor=Actor.staff(extract.requested_by_id))


def for_a_court(*registrations: Registration, classes: tuple[str, ...] = ("person", "last_news")) -> dict:
    """What is chosen for a court to which these families say yes."""
    court = make_recipient("court")
    for registration in registrations:
        agreed_about(registration, court, *classes)
    return {"purpose": "court", "recipient": court, "parts": ["names", "last_news"]}
