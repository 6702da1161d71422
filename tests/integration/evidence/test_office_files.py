"""Staff open a copy, or the original by an act of its own; each opening is noted, and the chain can be proved."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import zipfile

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from portal.accounts.enums import Role
from portal.audit.models import Event
from portal.audit.sealing import seal_pending
from portal.evidence import events
from portal.evidence.models import Evidence, WorkingCopy
from portal.registry.events import VIEWED as FILE_VIEWED
from tests.factories.evidence import make_checked, make_waiting
from tests.factories.staff import StaffFactory, sign_in
from tests.files_that_lie import GPS, noted_jpeg, ogg

pytestmark = pytest.mark.django_db


@pytest.fixture
def caseworker(client):
    user = StaffFactory(caseworker=True)
    sign_in(client, user)
    return user


def ask(client: Client, evidence: Evidence, part: str, purpose: str = "casework"):
    return client.post(f"/office/evidence/{evidence.pk}/", {"part": part, "purpose": purpose})


def take(client: Client, evidence: Evidence, part: str):
    answer = ask(client, evidence, part)
    assert answer.status_code == 302 and answer["Location"].startswith("/office/evidence/open/"), answer
    return client.get(answer["Location"])


def readings(evidence: Evidence) -> list[tuple]:
    codes = (events.VIEWED, events.EXPORTED, events.PRINTED)
    found = Event.objects.filter(subject_id=evidence.pk, code__in=codes).order_by("pk")
    return [(event.code, event.actor_id, event.purpose) for event in found]


def test_the_file_shows_what_was_sent_and_opens_nothing_by_itself_r25(client, caseworker):
    evidence = make_checked()
    page = client.get(f"/office/files/{evidence.registration_id}/")
    assert page.status_code == 200 and "photo.jpg" in page.text and "no scanner is set up here" in page.text
    assert readings(evidence) == []
    assert Event.objects.filter(code=FILE_VIEWED, subject_id=evidence.registration_id).count() == 1


def test_a_copy_is_handed_over_as_a_file_to_save_r74(client, caseworker):
    evidence = make_checked()
    answer = take(client, evidence, "copy")
    assert answer.content == WorkingCopy.objects.get().contents.read() and GPS.encode() not in answer.content
    name = f"{evidence.registration.reference}-{evidence.pk.hex[:8]}.jpg"
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer["Content-Type"] == "image/jpeg" and answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("sandbox;") and answer["Cache-Control"] == "no-store"
    assert readings(evidence) == [(events.VIEWED, caseworker.pk, "casework")]


def test_an_address_is_one_persons_and_ends_after_five_minutes_r74(clock, client, caseworker):
    evidence = make_checked()
    link = ask(client, evidence, "copy")["Location"]
    other = sign_in(Client(), StaffFactory(supervisor=True))
    assert other.get(link)["Location"] == "/office/files/"
    clock.tick(301)
    assert client.get(link)["Location"] == "/office/files/"
    assert readings(evidence) == []
    assert client.get("/office/evidence/open/bad:token/")["Location"] == "/office/files/"


def test_without_a_purpose_nothing_opens(client, caseworker):
    evidence = make_checked()
    for purpose in ("", "court", "x" * 300):
        assert ask(client, evidence, "copy", purpose)["Location"] == f"/office/files/{evidence.registration_id}/"


def test_the_original_asks_whether_it_is_still_you_r06(clock, client, caseworker):
    evidence = make_checked()
    clock.tick(6 * 60)
    assert ask(client, evidence, "original")["Location"].startswith("/staff/2fa/reauthenticate/")
    assert ask(client, evidence, "copy")["Location"].startswith("/office/evidence/open/")


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.DATA_STEWARD, Role.AUDITOR, Role.ADMINISTRATOR])
def test_who_does_not_answer_families_opens_nothing_r14(client, role):
    evidence = make_checked()
    sign_in(client, StaffFactory(role=role))
    assert ask(client, evidence, "copy").status_code == 403


def test_the_bundle_proves_itself_r79(client, caseworker, tmp_path):
    evidence = make_checked()
    take(client, evidence, "copy")
    seal_pending()
    answer = take(client, evidence, "original")
    assert answer["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as bundle:
        bundle.extractall(tmp_path)
    checked = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=tmp_path, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr
    (original,) = tmp_path.glob("*-original.jpg")
    assert original.read_bytes() == noted_jpeg()
    (paper,) = tmp_path.glob("*-custody.pdf")
    text = subprocess.run(["pdftotext", "-layout", str(paper), "-"], capture_output=True, text=True).stdout
    plain = "".join(text.split())
    assert hashlib.sha256(noted_jpeg()).hexdigest() in plain and WorkingCopy.objects.get().sha256 in plain
    for code in (events.BEGUN, events.RECEIVED, events.SCANNED, events.COPIED, events.VIEWED, events.EXPORTED):
        event = Event.objects.filter(code=code, subject_id=evidence.pk).get()
        assert f"{event.at:%Y-%m-%d%H:%M:%S}UTC" in plain
        if code == events.VIEWED:
            assert event.seal.hash in plain
    assert "Person" in text and readings(evidence)[-1][0] == events.EXPORTED


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils reads the PDF back")
@pytest.mark.parametrize(
    ("language", "words"), [("ar", "سلسلة"), ("ckb", "زنجیرەی"), ("ku", "Zincîra"), ("en", "Chain of custody")]
)
def test_the_chain_is_a_paper_in_the_readers_language_r79(client, tmp_path, language, words):
    user = StaffFactory(caseworker=True, language=language)
    sign_in(client, user)
    evidence = make_checked()
    answer = take(client, evidence, "custody")
    assert answer["Content-Type"] == "application/pdf"
    (tmp_path / "paper.pdf").write_bytes(answer.content)
    text = subprocess.run(["pdftotext", str(tmp_path / "paper.pdf"), "-"], capture_output=True, text=True).stdout
    assert (
        words in text and evidence.sha256[:20] in text and readings(evidence) == [(events.PRINTED, user.pk, "casework")]
    )


def test_of_a_recording_there_is_only_the_original(client, caseworker):
    evidence = make_checked(name="voice.opus", content=ogg())
    page = client.get(f"/office/files/{evidence.registration_id}/").text
    assert "No copy without hidden notes" in page and 'value="copy"' not in page
    assert take(client, evidence, "copy").status_code == 404
    assert take(client, evidence, "original").status_code == 200


def test_in_quarantine_there_is_nothing_to_open_r75(client, caseworker):
    evidence = make_waiting()
    page = client.get(f"/office/files/{evidence.registration_id}/").text
    assert "Not checked yet" in page and f"/office/evidence/{evidence.pk}/" not in page
    assert ask(client, evidence, "copy").status_code == 404


def _damage(evidence: Evidence, kind: str) -> None:
    path = evidence.original.path if kind != "copy" else WorkingCopy.objects.get().contents.path
    if kind == "gone":
        path.unlink()
    elif kind == "stranger":
        (path.parent / ("0" * 32)).write_bytes(b"x")
    else:
        kept = path.read_bytes()
        path.write_bytes(kept[:-1] + bytes([kept[-1] ^ 1]))


def test_all_files_are_hashed_again_and_are_whole_r79(capsys):
    make_checked()
    make_waiting()
    call_command("verify_evidence")
    assert capsys.readouterr().out.splitlines()[-1] == "files: 3, faults: 0"
    assert Event.objects.get(code=events.VERIFIED).data == {"files": 3, "faults": 0}


@pytest.mark.parametrize("kind", ["changed", "copy", "gone", "stranger"])
def test_a_difference_is_named_and_ends_with_an_error_r79(capsys, kind):
    evidence = make_checked()
    _damage(evidence, kind)
    with pytest.raises(CommandError):
        call_command("verify_evidence")
    printed = capsys.readouterr().out
    assert "faults: 1" in printed and (str(evidence.pk) in printed or kind == "stranger")


def test_a_row_with_another_hash_is_found_r79(capsys):
    evidence = make_checked()
    evidence.sha256 = "0" * 64
    evidence.save()
    with pytest.raises(CommandError):
        call_command("verify_evidence")
    assert "another hash" in capsys.readouterr().out


def test_what_was_changed_on_disk_is_not_handed_over(client, caseworker):
    evidence = make_checked()
    _damage(evidence, "changed")
    assert take(client, evidence, "original").status_code == 404
