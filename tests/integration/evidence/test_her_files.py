"""Her photos, papers and recordings: sent with and without script, listed, taken back; errors in her language."""

from __future__ import annotations

import hashlib

import pytest
from django.test import Client
from django.utils.translation import gettext, override

from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from portal.confidential.sealed_files import SEGMENT
from portal.evidence import events
from portal.evidence.enums import EvidenceState, Refusal
from portal.evidence.models import Evidence
from portal.evidence.services.checking import check_waiting
from tests.factories.evidence import make_waiting
from tests.files_that_lie import EICAR, LYING, heic, mp3, noted_jpeg, ogg, pdf
from tests.integration.evidence.visits import address, announce, her_page, send_part, upload

pytestmark = pytest.mark.django_db

LANGUAGES = ("ar", "ckb", "ku", "en")
LONG = mp3(frames=3000)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_is_sent_without_script_r99(client, language):
    registration = her_page(client, language)
    page = client.get(address(registration.reference, language=language))
    assert page.status_code == 200 and 'enctype="multipart/form-data"' in page.text
    assert f'href="{address(registration.reference, language=language)}"' in client.get(f"/{language}/me/").text
    answer = upload(client, registration.reference, noted_jpeg(), language=language, words="أخي في الدكان")
    assert answer.status_code == 302 and answer["Location"] == address(registration.reference, language=language)
    page = client.get(answer["Location"])
    assert "أخي في الدكان" in page.text and "photo.jpg" in page.text
    evidence = Evidence.objects.get()
    assert (evidence.registration, evidence.kind, evidence.state) == (registration, "person", EvidenceState.WAITING)
    assert [event.code for event in Event.objects.filter(subject_id=evidence.pk).order_by("pk")] == [
        events.BEGUN,
        events.RECEIVED,
    ]


@pytest.mark.parametrize(
    ("name", "content"), [("IMG_1.HEIC", heic()), ("a.pdf", pdf()), ("PTT.opus", ogg()), ("صورتي.jpg", noted_jpeg())]
)
def test_what_telephones_make_is_taken(client, name, content):
    assert upload(client, her_page(client).reference, content, name).status_code == 302
    assert Evidence.objects.get().name == name


@pytest.mark.parametrize(
    "name", ["script.pdf", "gifar.jpg", "empty.jpg", "zero seconds.m4a", "program.exe", "closed.pdf"]
)
@pytest.mark.parametrize("is_in_parts", [False, True])
def test_a_file_that_lies_is_refused_beside_the_field_and_what_was_typed_stays_r70(client, name, is_in_parts):
    content, reason = LYING[name]
    reference = her_page(client).reference
    if is_in_parts:
        answer = announce(client, reference, content, name, words="my own words")
        if answer.status_code == 200:
            answer = send_part(client, answer.json()["url"], content, 0)
    else:
        answer = upload(client, reference, content, name, words="my own words")
    assert answer.status_code == 422
    sentence = str(Refusal(reason).label)
    assert answer.text.count(sentence) == 2, "in the list at the top and beside the field"
    assert "my own words" in answer.text and 'value="person"' in answer.text
    assert not Evidence.objects.exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_byte_too_many_is_said_in_her_language_r76(client, language, settings):
    """The real limit, over the wire: 25 MB and one byte."""
    reference = her_page(client, language).reference
    content = noted_jpeg() + b"\0" * (settings.EVIDENCE_MAX_BYTES - len(noted_jpeg()) + 1)
    answer = upload(client, reference, content, language=language, words="كلماتي")
    assert answer.status_code == 413 and "كلماتي" in answer.text and "field__error" in answer.text
    with override(language):
        sentence = gettext("This file is larger than %(size)s. Please choose a smaller one.").partition("%")[0]
    assert answer.text.count(sentence) == 2


def test_exactly_the_limit_is_taken_r76(client, settings):
    reference = her_page(client).reference
    content = noted_jpeg() + b"\0" * (settings.EVIDENCE_MAX_BYTES - len(noted_jpeg()))
    assert upload(client, reference, content).status_code == 302


def test_a_file_too_many_is_said_r76(client, settings):
    settings.EVIDENCE_MAX_FILES = 1
    reference = her_page(client).reference
    assert upload(client, reference, noted_jpeg()).status_code == 302
    answer = upload(client, reference, noted_jpeg())
    assert answer.status_code == 422 and "There is room for 1 files" in answer.text


@pytest.mark.parametrize("missing", ["kind", "file"])
def test_what_is_missing_is_said(client, missing):
    reference = her_page(client).reference
    fields = {"kind": "person", "words": "mine"}
    if missing == "kind":
        answer = upload(client, reference, noted_jpeg(), kind="", words="mine")
    else:
        answer = client.post(address(reference), fields)
    assert answer.status_code == 422 and "mine" in answer.text and "field__error" in answer.text


def test_a_file_in_parts_goes_on_where_it_stopped_r99(client):
    reference = her_page(client).reference
    told = announce(client, reference, LONG, "a.mp3").json()
    assert told["at"] == 0 and told["part"] == SEGMENT
    assert send_part(client, told["url"], LONG[:SEGMENT], 0).json() == {"at": SEGMENT}
    page = client.get(address(reference))
    assert "41 percent is here" in page.text
    # Another tab, or the same one after a kill: the same file is chosen again.
    told = announce(client, reference, LONG, "a.mp3").json()
    assert told["at"] == SEGMENT
    assert send_part(client, told["url"], LONG[:SEGMENT], 0).json() == {"at": SEGMENT}
    far = send_part(client, told["url"], LONG[2 * SEGMENT :], 2 * SEGMENT)
    assert (far.status_code, far.json()) == (409, {"at": SEGMENT})
    send_part(client, told["url"], LONG[SEGMENT : 2 * SEGMENT], SEGMENT)
    digest = hashlib.sha256(LONG).hexdigest()
    end = send_part(client, told["url"], LONG[2 * SEGMENT :], 2 * SEGMENT, **{"Upload-Digest": digest})
    assert end.json() == {"at": len(LONG), "done": address(reference)}
    assert Evidence.objects.get().original.read() == LONG
    assert send_part(client, told["url"], b"", len(LONG)).json()["done"]


@pytest.mark.parametrize("at", ["", "-1", "x", "9" * 30, "٣"])
def test_a_place_that_is_none_is_not_found(client, at):
    reference = her_page(client).reference
    url = announce(client, reference, LONG, "a.mp3").json()["url"]
    answer = client.post(
        url, b"x", content_type="application/octet-stream", headers={"Upload-At": at.encode().decode("latin-1")}
    )
    assert answer.status_code == 404


@pytest.mark.parametrize("size", ["", "-1", "x", "9" * 30, "1.5"])
def test_an_announced_size_that_is_none_is_not_found(client, size):
    reference = her_page(client).reference
    assert announce(client, reference, b"", size=size).status_code == 404


def test_a_part_is_small(client):
    """A body beyond Django's limit never reaches the file."""
    reference = her_page(client).reference
    url = announce(client, reference, LONG, "a.mp3").json()["url"]
    assert send_part(client, url, LONG, 0).status_code in {400, 413}
    assert Evidence.objects.get().original.received() == 0


def test_nobody_reaches_the_files_of_another_family_r12(client):
    theirs = make_waiting()
    her_page(client)
    reference = theirs.registration.reference
    assert client.get(address(reference)).status_code == 404
    for rest in (f"{theirs.pk}/remove/", f"{theirs.pk}/part/"):
        assert client.post(address(reference, rest), headers={"Upload-At": "0"}).status_code == 404
    assert announce(client, reference, LONG, "a.mp3").status_code == 404


def test_a_key_of_another_family_under_ones_own_reference_is_not_found_r15(client):
    theirs = make_waiting()
    reference = her_page(client).reference
    assert client.post(address(reference, f"{theirs.pk}/remove/")).status_code == 404
    assert Evidence.objects.get().state == EvidenceState.WAITING


def test_a_form_without_its_token_is_refused():
    client = Client(enforce_csrf_checks=True)
    reference = "SR-2345-6789"
    for rest in ("begin/", "00000000-0000-0000-0000-000000000000/part/"):
        assert client.post(address(reference, rest)).status_code == 403


def test_an_upload_without_its_token_is_refused(client):
    reference = her_page(client).reference
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    assert upload(strict, reference, noted_jpeg()).status_code == 403
    assert not Evidence.objects.exists()


def test_a_file_is_taken_back_in_two_taps(client):
    reference = her_page(client).reference
    upload(client, reference, noted_jpeg())
    link = address(reference, f"{Evidence.objects.get().pk}/remove/")
    assert f'href="{link}"' in client.get(address(reference)).text
    assert "photo.jpg" in client.get(link).text
    assert client.post(link).status_code == 302
    page = client.get(address(reference))
    assert "The file is removed" in page.text and "photo.jpg" not in page.text
    assert client.get(link).status_code == 404


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.jpg", "C:\\x\\photo.jpg", "a\u202egpj.jpg", "n" * 400 + ".jpg", "🕊.jpg"]
)
def test_a_name_that_deceives_is_only_a_name_r70(client, name):
    reference = her_page(client).reference
    told = announce(client, reference, noted_jpeg(), name).json()
    assert send_part(client, told["url"], noted_jpeg(), 0).json()["done"]
    kept = Evidence.objects.get().name
    assert kept.endswith(".jpg") and len(kept) <= 120 and not set("/\\\u202e") & set(kept)
    assert client.get(address(reference)).status_code == 200


@pytest.mark.parametrize("is_in_parts", [False, True])
def test_a_page_that_closed_meanwhile_keeps_her_words_and_says_that_the_file_did_not_arrive(
    client, settings, is_in_parts
):
    """Nothing typed is lost: after her code the words stand there, and the file has to be chosen again."""
    registration = her_page(client)
    settings.HOLDER_IDLE_SECONDS, awake = -1, settings.HOLDER_IDLE_SECONDS
    send = announce if is_in_parts else upload
    assert (
        send(client, registration.reference, noted_jpeg(), kind="paper", words="his card")["Location"] == "/en/return/"
    )
    settings.HOLDER_IDLE_SECONDS = awake
    page = client.get(address(registration.reference))
    assert "his card" in page.text and "please choose the file again" in page.text
    assert page.context["form"]["kind"].value() == "paper" and not Evidence.objects.exists()
    upload(client, registration.reference, noted_jpeg(), kind="paper", words="his card")
    assert "please choose the file again" not in client.get(address(registration.reference)).text


def test_what_was_refused_is_told_until_she_has_read_it(client, clamd):
    registration = her_page(client)
    upload(client, registration.reference, noted_jpeg(), "kept.jpg")
    upload(client, registration.reference, EICAR, "eicar.txt")
    check_waiting(actor=SYSTEM)
    refused = Evidence.objects.get(state=EvidenceState.REFUSED)
    page = client.get(address(registration.reference)).text
    assert str(Refusal.HARMFUL.label) in page and "kept.jpg" in page
    remove = address(registration.reference, f"{refused.pk}/remove/")
    assert client.get(remove).url == address(registration.reference)
    client.post(remove)
    page = client.get(address(registration.reference)).text
    assert str(Refusal.HARMFUL.label) not in page and "eicar.txt" not in page and "kept.jpg" in page
    assert Event.objects.filter(code=events.TAKEN_BACK, subject_id=refused.pk).exists()
