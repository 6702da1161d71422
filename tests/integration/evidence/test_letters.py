"""A file goes with a message, in either direction: scanned first, listed with its message, opened by the other side."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from portal.evidence import events
from portal.evidence.enums import Refusal
from portal.evidence.models import Evidence
from portal.evidence.services.checking import check_waiting
from portal.registry.models import Message, Registration
from tests.factories.visits import enter, signed_in
from tests.files_that_lie import EICAR, GPS, noted_jpeg

pytestmark = pytest.mark.django_db


def _file(content: bytes = b"", name: str = "paper.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content or noted_jpeg())


def _hers(registration: Registration, rest: str = "") -> str:
    return f"/en/me/{registration.reference}/messages/{rest}"


def _ours(registration: Registration) -> str:
    return f"/office/files/{registration.pk}/messages/"


@pytest.fixture
def visit() -> tuple[Client, Registration, Client]:
    """Her browser, her registration, and a caseworker's browser."""
    client, registration = enter()
    return client, registration, signed_in(Role.CASEWORKER)


def test_a_paper_of_ours_reaches_her_as_a_copy_once_it_was_checked(visit):
    """Staff to family: nothing before the scanner answered, then without hidden notes; her opening is noted."""
    client, registration, office = visit
    answer = office.post(_ours(registration), {"words": "Here is the letter.", "file": _file()})
    assert answer.status_code == 302
    sent = Evidence.objects.get()
    link = _hers(registration, f"{sent.pk}/")
    assert link not in client.get(_hers(registration)).text and client.get(link).status_code == 404
    check_waiting(actor=SYSTEM)
    assert link in client.get(_hers(registration)).text
    opened = client.get(link)
    assert opened["Content-Disposition"].startswith(f'attachment; filename="{registration.reference}')
    assert "sandbox" in opened["Content-Security-Policy"] and GPS.encode() not in opened.content
    assert Event.objects.filter(code=events.VIEWED, subject_id=sent.pk, purpose="own").count() == 1
    files = f"/en/me/{registration.reference}/files/"
    assert "paper.jpg" not in client.get(files).text and client.get(f"{files}{sent.pk}/remove/").status_code == 404


def test_nobody_else_opens_what_we_sent_her(visit):
    _client, registration, office = visit
    office.post(_ours(registration), {"words": "Here.", "file": _file()})
    check_waiting(actor=SYSTEM)
    other, theirs = enter()
    sent = Evidence.objects.get()
    for reference in (registration.reference, theirs.reference):
        assert other.get(f"/en/me/{reference}/messages/{sent.pk}/").status_code == 404


def test_what_she_adds_stands_with_her_message_and_among_her_files(visit):
    """Family to staff: staff see it with the message and open it on the file, with a purpose."""
    client, registration, office = visit
    assert client.post(_hers(registration), {"words": "His card.", "file": _file()}).status_code == 302
    sent = Evidence.objects.get()
    assert sent.message == registration.messages.get()
    assert "paper.jpg" in office.get(_ours(registration)).text
    assert "paper.jpg" in office.get(f"/office/files/{registration.pk}/").text
    assert "paper.jpg" in client.get(f"/en/me/{registration.reference}/files/").text
    assert client.get(_hers(registration, f"{sent.pk}/")).status_code == 404


def test_sent_twice_it_is_one_message_with_one_file(visit):
    client, registration, _office = visit
    for _ in range(2):
        client.post(_hers(registration), {"words": "His card.", "file": _file()})
    assert Message.objects.count() == 1 and Evidence.objects.live().count() == 1


def test_a_file_that_is_not_taken_sends_nothing_and_the_words_stay(visit):
    """Both sides read why beside the field; no message stands there without its file."""
    client, registration, office = visit
    for browser, path in ((client, _hers(registration)), (office, _ours(registration))):
        page = browser.post(path, {"words": "Kept words", "file": _file(b"MZ\x90" * 50, "letter.exe")})
        assert str(Refusal.TYPE.label) in page.text and "Kept words" in page.text
    assert not Message.objects.exists() and not Evidence.objects.live().exists()


def test_she_reads_what_became_of_a_harmful_file(visit, clamd):
    client, registration, _office = visit
    client.post(_hers(registration), {"words": "Look", "file": _file(EICAR, "a.txt")})
    check_waiting(actor=SYSTEM)
    assert str(Refusal.HARMFUL.label) in client.get(_hers(registration)).text


def test_a_page_that_closed_meanwhile_says_that_the_file_did_not_arrive(visit, settings):
    client, registration, _office = visit
    settings.HOLDER_IDLE_SECONDS, awake = -1, settings.HOLDER_IDLE_SECONDS
    assert client.post(_hers(registration), {"words": "Kept words", "file": _file()}).url == "/en/return/"
    settings.HOLDER_IDLE_SECONDS = awake
    page = client.get(_hers(registration)).text
    assert "Kept words" in page and "please choose the file again" in page
