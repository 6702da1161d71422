"""R-75: nobody opens a file before the scanner has answered, and a scanner that is away lets nothing pass."""

from __future__ import annotations

import json

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.http import Http404

from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from portal.evidence import events
from portal.evidence.access import open_file
from portal.evidence.enums import EvidenceState, Part, Refusal
from portal.evidence.models import Evidence
from portal.evidence.scanners import ScannerDown, current_scanner
from portal.evidence.services.checking import check_waiting
from portal.operations.worker import Worker
from tests.factories.evidence import make_checked, make_waiting
from tests.factories.staff import StaffFactory
from tests.files_that_lie import EICAR, noted_jpeg, ogg, picture
from tests.integration.evidence.visits import her_page, upload

pytestmark = pytest.mark.django_db


def only() -> Evidence:
    return Evidence.objects.get()


def is_closed(evidence: Evidence) -> bool:
    """Whether a caseworker gets nothing of it, whatever part is asked for."""
    user = StaffFactory(caseworker=True)
    for part in Part.values:
        try:
            open_file(evidence.pk, part=part, purpose="casework", user=user)
        except Http404:
            continue
        return False
    return not Event.objects.filter(actor_id=user.pk, subject_id=evidence.pk).exists()


def test_what_the_scanner_clears_can_be_opened_r75(clamd):
    evidence = make_waiting()
    assert is_closed(evidence) and clamd.asked == 0
    assert check_waiting(actor=SYSTEM) == 0
    row = only()
    assert (row.state, row.scanner, clamd.asked) == (EvidenceState.READY, "clamd", 1) and not is_closed(row)


@pytest.mark.parametrize("content", [EICAR, b"words before\n" + EICAR + b"\nwords behind"])
def test_what_the_scanner_finds_is_never_opened_and_not_kept_r75(
    clamd, sealed, content, django_capture_on_commit_callbacks
):
    evidence = make_waiting(name="a.txt", content=content)
    with django_capture_on_commit_callbacks(execute=True):
        check_waiting(actor=SYSTEM)
    row = only()
    assert (row.state, row.refusal) == (EvidenceState.REFUSED, Refusal.HARMFUL) and is_closed(evidence)
    assert [path for path in sealed.rglob("*") if path.is_file()] == []


def test_a_virus_behind_a_photo_is_found(clamd):
    make_waiting(content=picture() + EICAR)
    check_waiting(actor=SYSTEM)
    assert only().refusal == Refusal.HARMFUL


@pytest.mark.parametrize("answer", [b"stream: nonsense\0", b"\0", b"INSTREAM size limit exceeded. ERROR\0"])
def test_an_answer_that_is_no_verdict_is_none_r75(clamd, answer):
    clamd.answer = answer
    make_waiting()
    assert check_waiting(actor=SYSTEM) == 1
    assert only().state == EvidenceState.WAITING


def test_more_than_the_scanner_takes_stays_in_quarantine_r75(clamd):
    clamd.most = 100
    make_waiting()
    check_waiting(actor=SYSTEM)
    assert only().state == EvidenceState.WAITING


def test_a_scanner_that_is_away_keeps_files_in_quarantine_and_is_asked_again_r75(no_clamd, request, capsys):
    evidence = make_waiting()
    assert check_waiting(actor=SYSTEM) == 1
    assert only().state == EvidenceState.WAITING and is_closed(evidence)
    request.getfixturevalue("clamd")
    call_command("run_periodic")
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["files_waiting"] == 0
    assert only().state == EvidenceState.READY


def test_the_scanner_may_stand_at_a_port(settings, closed_port):
    settings.EVIDENCE_SCANNER, settings.CLAMD_ADDRESS = "clamd", f"tcp:127.0.0.1:{closed_port}"
    with pytest.raises(ScannerDown):
        current_scanner().is_harmful([b"a"])


def test_a_scanner_nobody_knows_stops_the_start(settings):
    settings.EVIDENCE_SCANNER = "clam"
    with pytest.raises(ImproperlyConfigured):
        current_scanner()
    assert "evidence.E001" in {message.id for message in run_checks()}
    settings.EVIDENCE_SCANNER, settings.CLAMD_ADDRESS = "clamd", "127.0.0.1"
    assert "evidence.E002" in {message.id for message in run_checks()}


def test_without_a_scanner_it_is_written_down_that_nobody_looked():
    evidence = make_checked()
    assert evidence.scanner == "none"
    assert Event.objects.get(code=events.SCANNED).data == {"scanner": "none", "result": "clean"}


def test_the_worker_checks_as_soon_as_a_file_is_here(client, clamd, django_capture_on_commit_callbacks):
    reference = her_page(client).reference
    with django_capture_on_commit_callbacks(execute=True):
        assert upload(client, reference, noted_jpeg()).status_code == 302
    Worker().run_waiting()
    assert only().state == EvidenceState.READY


def test_a_recording_has_no_copy_and_is_ready_all_the_same(clamd):
    evidence = make_checked(name="voice.opus", content=ogg())
    assert evidence.state == EvidenceState.READY and not hasattr(evidence, "copy")
