"""Saying what files and records are opened for, as the question before them does."""

from __future__ import annotations

import re

from django.test import Client
from django.test.client import FakePayload

from portal.accounts.models import User
from portal.matching.sittings import state_sitting
from portal.registry.models import Registration
from portal.registry.services.openings import state_purpose

_ASKED_FILE = re.compile(r"^/office/files/[0-9a-f-]+/why/")
_ASKED_SITTING = "/office/records/why/"


def say_why(user: User, *files: Registration) -> User:
    """Say it for these files, or for every file there is; return the person."""
    for file in files or Registration.objects.all():
        state_purpose(registration=file, purpose="working", words="", user=user)
    return user


def say_why_records(user: User) -> User:
    """Say it for the records of an hour; return the person."""
    state_sitting(purpose="comparing", user=user)
    return user


class AnsweringClient(Client):
    """The browser of somebody who answers the question before a file or a record, and goes on to where she was going.

    For tests of what comes behind the question; the question has its own.
    """

    def request(self, **request):
        """Ask; where the question comes instead, answer it with one press and ask again."""
        sent = request["wsgi.input"].read(int(request.get("CONTENT_LENGTH") or 0)) if "wsgi.input" in request else b""
        response = super().request(**self._anew(request, sent))
        asked = self._question(response)
        if not asked:
            return response
        self.post(asked, {"why-purpose": "working", "purpose": "comparing"})
        return super().request(**self._anew(request, sent))

    @staticmethod
    def _anew(request: dict, sent: bytes) -> dict:
        return {**request, "wsgi.input": FakePayload(sent)}

    @staticmethod
    def _question(response) -> str:
        """The address of the question that came instead of the page, if it did."""
        location = response.headers.get("Location", "").partition("?")[0]
        if _ASKED_FILE.match(location) or location == _ASKED_SITTING:
            return location
        is_kept = response.status_code == 200 and response.request["REQUEST_METHOD"] == "POST"
        if is_kept and "office/files/why.html" in {template.name for template in response.templates}:
            return f"/office/files/{response.context['file'].pk}/why/"
        return ""
