"""Visits in which every question is answered and nothing is sent yet, made inside the running site by its services."""

from __future__ import annotations

from importlib import import_module

from django.conf import settings
from django.test import RequestFactory

from portal.accounts import visits
from tests.factories.accounts import make_holder
from tests.factories.registry import make_draft


def make(count: int, language: str) -> list[str]:
    """Make so many, each somebody else's; return the key of each one's session."""
    return [_visit(language) for _ in range(count)]


def _visit(language: str) -> str:
    holder, _code = make_holder(language)
    make_draft(holder, language)
    request = RequestFactory().get("/")
    request.session = import_module(settings.SESSION_ENGINE).SessionStore()
    visits.open_holder(request, holder)
    request.session.save()
    return str(request.session.session_key)
