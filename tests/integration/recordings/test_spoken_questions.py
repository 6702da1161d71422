"""R-100: a question can be heard where somebody has spoken it; the operator puts recordings in and sees what lacks."""

from __future__ import annotations

import hashlib

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from portal.accounts.enums import Role
from portal.audit.models import Event
from portal.organizations.models import Recipient
from portal.recordings.models import Recording
from portal.recordings.slots import slots
from tests.factories.recipients import asked_about, make_recipient
from tests.factories.recordings import make_recording
from tests.factories.visits import enter, signed_in
from tests.files_that_lie import film, mp3, ogg, pdf

pytestmark = pytest.mark.django_db

PLACE = "/office/recordings/when/ku/"


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


def _put(client: Client, content: bytes, name: str = "when.mp3", kind: str = ""):
    return client.post(PLACE, {"kind": kind, "file": SimpleUploadedFile(name, content)})


def test_the_operator_puts_one_in_replaces_it_and_takes_it_out() -> None:
    client = signed_in(Role.ADMINISTRATOR)
    assert _put(client, mp3(40)).url == PLACE
    first = Recording.objects.live().get()
    assert first.file_hash == hashlib.sha256(mp3(40)).hexdigest() and first.media_type == "audio/mpeg"
    assert _put(client, mp3(60)).url == PLACE
    second = Recording.objects.live().get()
    assert not default_storage.exists(first.path) and default_storage.exists(second.path)
    for _twice in range(2):
        client.post(f"/office/recordings/{second.pk}/remove/")
    assert not Recording.objects.live().exists() and not default_storage.exists(second.path)
    codes = list(Event.objects.filter(code__startswith="recordings.").order_by("pk").values_list("code", flat=True))
    assert codes == [*["recordings.recording.put"] * 2, "recordings.recording.removed"]


def test_the_content_says_what_a_file_is() -> None:
    client = signed_in(Role.ADMINISTRATOR)
    for name, content in (("voice.opus", ogg()), ("voice.m4a", film())):
        assert _put(client, content, name).status_code == 302, name
    wrong = {
        "paper.pdf": pdf(),
        "paper.mp3": pdf(),
        "film.mp4": film(handler=b"vide"),
        "silent.opus": ogg(seconds=0),
        "half.mp3": b"ID3",
        "nothing.mp3": b"",
    }
    for name, content in wrong.items():
        page = _put(client, content, name)
        assert page.status_code == 422 and page.context["form"].errors["file"], name


def test_a_file_that_is_too_large_is_refused_in_words(settings) -> None:
    settings.RECORDING_MAX_BYTES = 1000
    page = _put(signed_in(Role.ADMINISTRATOR), mp3(40))
    assert page.status_code == 413 and "larger than" in page.context["form"].errors["file"][0]


def test_the_table_says_what_is_missing_and_the_page_what_to_read() -> None:
    make_recording()
    client = signed_in(Role.ADMINISTRATOR)
    page = client.get("/office/recordings/")
    assert page.context["missing"] == len(slots()) * 4 - 1
    words = client.get(PLACE).context["words"]
    assert len(words) > 3 and words[0] != client.get("/office/recordings/when/en/").context["words"][0]
    assert client.get("/office/recordings/nothing/ku/").status_code == 404


def test_it_is_served_to_everybody_without_a_cookie_and_in_parts() -> None:
    recording = make_recording()
    whole = Client().get(f"/spoken/{recording.name}")
    assert b"".join(whole) == mp3(40) and whole["Content-Type"] == "audio/mpeg"
    assert "immutable" in whole["Cache-Control"] and not whole.cookies and "Cookie" not in whole.get("Vary", "")
    assert "media-src 'self'" in whole["Content-Security-Policy"]
    part = Client().get(f"/spoken/{recording.name}", headers={"Range": "bytes=2-5"})
    assert part.status_code == 206 and part.content == mp3(40)[2:6]
    assert part["Content-Range"] == f"bytes 2-5/{recording.size}"
    assert Client().get(f"/spoken/{recording.name}", headers={"Range": "bytes=9999999-"}).status_code == 416
    assert Client().get(f"/spoken/{recording.file_hash}.ogg").status_code == 404


def test_a_question_is_heard_in_its_language_and_kind_and_loads_nothing_before_r100(client) -> None:
    every, detained = make_recording(question="kind"), make_recording(question="applicant", kind="detained", frames=50)
    page = client.get("/ku/register/1/").content.decode()
    assert f'<audio controls preload="none" src="/spoken/{every.name}"' in page
    assert f'href="/spoken/{every.name}"' in page and len(page.encode()) <= 35_000
    assert "<audio" not in client.get("/ar/register/1/").content.decode()
    client.post("/ku/register/1/", {"kind": "missing"})
    assert "<audio" not in client.get("/ku/register/10/").content.decode()
    client.post("/ku/register/1/", {"kind": "detained"})
    assert detained.name in client.get("/ku/register/10/").content.decode()


def test_consents_and_their_risks_are_heard_too_r100() -> None:
    client, registration = enter("ku")
    court: Recipient = make_recipient("court", imposes_death_penalty=True)
    asked_about(registration, court)
    spoken = [make_recording(question=f"give-{court.pk}"), make_recording(question="consent-compare", frames=50)]
    place = f"/ku/me/{registration.reference}"
    pages = (client.get(f"{place}/give/{court.pk}/"), client.get(f"{place}/agree/compare/"))
    for page, recording in zip(pages, spoken, strict=True):
        assert recording.name in page.content.decode()
    read = signed_in(Role.ADMINISTRATOR).get(f"/office/recordings/give-{court.pk}/en/").context["words"]
    assert "This court can impose the death penalty." in read
