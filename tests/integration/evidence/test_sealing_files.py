"""A file lies sealed as it was received, in parts that survive a crash; nothing of it is in the clear (R-30, R-31)."""

from __future__ import annotations

import hashlib
import shutil

import pytest
from django.core.files import uploadedfile

from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.confidential.cipher import CannotOpen
from portal.confidential.keyring import forget_open_keys
from portal.confidential.models import WrappedKey
from portal.confidential.sealed_files import SEGMENT, SealedFile, WrongPart
from portal.confidential.sweeping import sweep_unused_keys
from portal.evidence import events
from portal.evidence.enums import EvidenceState, Refusal
from portal.evidence.models import Evidence, WorkingCopy
from portal.evidence.services.checking import check_waiting
from portal.evidence.services.receiving import NoRoom, NotTaken, TooLarge, begin, receive_part
from portal.evidence.services.removal import discard_unfinished, remove_strangers, take_back
from portal.registry.services.erasure import erase
from tests.factories.evidence import make_checked, make_waiting
from tests.factories.registry import make_registration
from tests.files_that_lie import AUTHOR, GPS, mp3, noted_jpeg, picture
from tests.integration.evidence.visits import her_page, upload

pytestmark = pytest.mark.django_db

LONG = mp3(frames=3000)


def files(sealed):
    return [path for path in sealed.rglob("*") if path.is_file()]


def started(content: bytes = LONG, registration=None, **told) -> Evidence:
    """The row of a file of which nothing has arrived."""
    registration = registration or make_registration()
    told = {"name": "long.mp3", "kind": "recording", "words": "", "size": len(content), **told}
    return begin(owner=registration, actor=Actor.holder(registration.holder_id), **told)


def part(evidence: Evidence, number: int, content: bytes = LONG, digest: str = "") -> int:
    at = number * SEGMENT
    piece = content[at : at + SEGMENT]
    return receive_part(evidence=evidence, content=piece, at=at, digest=digest, actor=SYSTEM)


def test_nothing_on_disk_can_be_read_r30(sealed):
    evidence = make_checked()
    stored = b"".join(path.read_bytes() for path in files(sealed))
    assert len(files(sealed)) == 2 and len(stored) > evidence.size
    for clear in (GPS.encode(), AUTHOR.encode(), noted_jpeg()[:64], b"JFIF", b"Exif"):
        assert clear not in stored
    assert {path.stat().st_mode & 0o777 for path in files(sealed)} == {0o600}


def test_the_original_is_what_was_received_r79(sealed):
    evidence = make_checked()
    assert evidence.original.read() == noted_jpeg()
    assert evidence.sha256 == hashlib.sha256(noted_jpeg()).hexdigest()
    assert noted_jpeg() != WorkingCopy.objects.get().contents.read()


@pytest.mark.parametrize("damage", ["byte", "short", "long", "gone", "swapped", "other row"])
def test_what_was_changed_does_not_open_r31(sealed, damage):
    first = make_waiting(content=LONG, name="a.mp3")
    second = make_waiting(content=LONG, name="b.mp3")
    path, whole = first.original.path, first.original.path.read_bytes()
    cut = SEGMENT + 29
    path.write_bytes(
        {
            "byte": whole[:-1] + bytes([whole[-1] ^ 1]),
            "short": whole[:cut],
            "long": whole + b"\0",
            "gone": b"",
            "swapped": whole[cut : 2 * cut] + whole[:cut] + whole[2 * cut :],
            "other row": second.original.path.read_bytes(),
        }[damage]
    )
    with pytest.raises(CannotOpen):
        first.original.read()


def test_parts_follow_one_another_and_one_sent_twice_changes_nothing_r99(sealed):
    evidence = started()
    assert part(evidence, 0) == SEGMENT
    assert part(evidence, 0) == SEGMENT
    with pytest.raises(WrongPart):
        part(evidence, 2)
    with pytest.raises(WrongPart):
        receive_part(evidence=evidence, content=b"short", at=SEGMENT, actor=SYSTEM)
    assert part(evidence, 1) == 2 * SEGMENT
    assert part(evidence, 2) == len(LONG)
    row = Evidence.objects.get()
    assert row.state == EvidenceState.WAITING and row.original.read() == LONG


def test_a_part_torn_by_a_crash_is_cut_off_and_sent_again_r90(sealed):
    evidence = started()
    part(evidence, 0)
    with evidence.original.path.open("ab") as file:
        file.write(b"\1" + b"torn" * 1000)
    assert evidence.original.received() == SEGMENT
    part(evidence, 1)
    part(evidence, 2)
    assert Evidence.objects.get().original.read() == LONG


def test_killed_after_the_last_part_it_is_completed_by_the_next_question(sealed):
    """The last part lies sealed, but nobody hashed it: the same file chosen again completes it without a byte."""
    evidence = started()
    evidence.original.append_all(LONG)
    again = started(registration=evidence.registration, is_resumed=True)
    assert again.pk == evidence.pk and again.original.received() == len(LONG)
    receive_part(evidence=again, content=b"", at=len(LONG), actor=SYSTEM)
    assert Evidence.objects.get().state == EvidenceState.WAITING


def test_another_tab_goes_on_with_the_same_file_and_another_family_never_does(sealed):
    evidence = started()
    part(evidence, 0)
    assert started(registration=evidence.registration, is_resumed=True).pk == evidence.pk
    assert started(registration=evidence.registration, is_resumed=True, name="other.mp3").pk != evidence.pk
    assert started(registration=evidence.registration).pk != evidence.pk
    assert started(is_resumed=True).pk != evidence.pk


def test_a_file_that_did_not_arrive_whole_leaves_nothing(sealed):
    """Two recordings of one name and one size were mixed: the hash the sender computed finds it."""
    evidence = started()
    other = mp3(frames=2999, notes=b"\0" * 417)
    assert len(other) == len(LONG)
    part(evidence, 0, content=other)
    part(evidence, 1)
    with pytest.raises(NotTaken) as refused:
        part(evidence, 2, digest=hashlib.sha256(LONG).hexdigest())
    assert refused.value.refusal == Refusal.CHANGED
    assert not Evidence.objects.exists() and files(sealed) == []
    assert WrappedKey.objects.get(pk=evidence.key_id).destroyed_at
    assert Event.objects.filter(code=events.REFUSED, subject_id=evidence.pk).count() == 1


def test_one_file_and_all_files_have_a_limit_r76(settings):
    registration = make_registration()
    with pytest.raises(TooLarge):
        started(registration=registration, size=settings.EVIDENCE_MAX_BYTES + 1)
    with pytest.raises(NotTaken):
        started(registration=registration, size=0)
    for _ in range(8):
        started(registration=registration, size=settings.EVIDENCE_MAX_BYTES)
    with pytest.raises(NoRoom):
        started(registration=registration, size=1)
    take_back(evidence=Evidence.objects.first(), actor=SYSTEM)
    for _ in range(13):
        started(registration=registration, size=1)
    assert Evidence.objects.live().count() == settings.EVIDENCE_MAX_FILES
    with pytest.raises(NoRoom):
        started(registration=registration, size=1)
    assert WrappedKey.objects.filter(purpose="evidence", destroyed_at=None).count() == settings.EVIDENCE_MAX_FILES


def test_the_key_of_a_file_on_its_way_is_never_swept(clock):
    evidence = started()
    clock.tick(3 * 86400)
    sweep_unused_keys()
    assert part(evidence, 0) == SEGMENT


def test_what_nobody_goes_on_sending_goes_after_days(clock, sealed):
    evidence = started()
    part(evidence, 0)
    kept = make_waiting()
    clock.tick(6 * 86400)
    assert discard_unfinished(actor=SYSTEM) == 0
    clock.tick(86401)
    assert discard_unfinished(actor=SYSTEM) == 1
    assert [row.pk for row in Evidence.objects.all()] == [kept.pk]
    assert files(sealed) == [kept.original.path]


def test_a_file_taken_back_is_unreadable_in_older_backups_too_r34(sealed, tmp_path):
    evidence = make_checked()
    shutil.copytree(sealed, tmp_path / "backup")
    take_back(evidence=evidence, actor=SYSTEM)
    assert files(sealed) == []
    shutil.rmtree(sealed)
    shutil.copytree(tmp_path / "backup", sealed)
    forget_open_keys()
    row = Evidence.objects.get()
    assert row.state == EvidenceState.TAKEN_BACK and row.original.received() == row.size
    with pytest.raises(CannotOpen):
        row.original.read()
    with pytest.raises(CannotOpen):
        str(row.name)


def test_r34_files_go_with_their_registration_for_good(sealed, settings, tmp_path, django_capture_on_commit_callbacks):
    settings.ERASURE_LEDGER = str(tmp_path / "erasures.jsonl")
    evidence = make_checked()
    assert files(sealed)
    with django_capture_on_commit_callbacks(execute=True):
        erasure = erase(registration=evidence.registration, actor=SYSTEM)
    assert files(sealed) == []
    assert str(evidence.key_id) in erasure.data_keys
    assert WrappedKey.objects.get(pk=evidence.key_id).destroyed_at


def test_a_file_without_a_row_goes_after_a_day(clock, sealed):
    stray = SealedFile(table="evidence", row=make_registration().pk, key_id=started().key_id, size=3)
    stray.append(b"abc", at=0)
    assert remove_strangers() == 0
    clock.tick(10 * 365 * 86400)
    assert remove_strangers() == 1 and not stray.path.exists()


def test_taken_back_while_it_is_checked_it_stays_gone(sealed, monkeypatch):
    evidence = make_waiting()

    def taken_back_meanwhile(content, *, media_type):
        take_back(evidence=evidence, actor=SYSTEM)

    monkeypatch.setattr("portal.evidence.services.checking.copy_of", taken_back_meanwhile)
    check_waiting(actor=SYSTEM)
    assert Evidence.objects.get().state == EvidenceState.TAKEN_BACK and files(sealed) == []


def test_no_temporary_file_is_ever_made_r30(client, monkeypatch, sealed):
    """Django would write an upload of more than two megabytes to /tmp, in the clear."""

    def never(*args, **kwargs):
        raise AssertionError("a temporary file")

    monkeypatch.setattr(uploadedfile.tempfile, "NamedTemporaryFile", never)
    reference = her_page(client).reference
    big = picture("PNG", size=(1400, 1100), compress_level=0)
    assert len(big) > 3 * 1024 * 1024
    assert upload(client, reference, big, "big.png").status_code == 302
    assert Evidence.objects.get().size == len(big)
