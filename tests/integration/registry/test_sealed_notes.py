"""What only trained people read: sealed to their public key, opened by one door, gone with the registration."""

from __future__ import annotations

import base64
import os
import time
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.http import Http404
from django.utils import timezone

from portal.accounts.models import TrainedGrant
from portal.accounts.permissions import is_trained
from portal.accounts.services.roles import revoke_role
from portal.accounts.services.training import NotForTheirRole, grant_trained, revoke_trained
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.confidential.cipher import CannotOpen, KeyNotHere
from portal.confidential.models import BlindIndexRow, TeamKey
from portal.confidential.team_opening import open_for_team, version_of
from portal.core.languages import LANGUAGES
from portal.family.exporting import everything_json, everything_pdf
from portal.registry import events
from portal.registry.enums import HeardFrom, SealedKind, SealedPurpose
from portal.registry.models import SealedNote
from portal.registry.sealed import NotHereNow, access_sealed
from portal.registry.services.erasure import erase
from portal.registry.services.resealing import finish_renewal, renew_team_key
from portal.registry.services.sealed import write_sealed
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory
from tests.factories.trained import make_sealed, make_trained

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

WORDS = "قصّة لا تُكتَب في مكان آخر"


def read(note, user, *, proved_at: float | None = None, purpose: str = SealedPurpose.TALK) -> str:
    moment = time.time() if proved_at is None else proved_at
    return access_sealed(note.pk, user=user, proved_at=moment, purpose=purpose).words


@pytest.fixture
def trained():
    return make_trained()


@pytest.fixture
def note(trained):
    return make_sealed(make_registration(), WORDS, by=trained)


def test_a_trained_person_reads_it_and_one_event_says_so_without_a_word(note, trained):
    """R-25: one opening, one event; the registration's own readings, which the family sees, do not grow."""
    assert read(SealedNote.objects.get(), trained) == WORDS
    (event,) = Event.objects.filter(code=events.SEALED_OPENED)
    assert (event.actor_id, event.subject_id, event.purpose, event.data) == (trained.pk, note.pk, "sealed_talk", {})
    assert not Event.objects.filter(code=events.VIEWED).exists()


def test_the_row_holds_an_envelope_and_the_envelope_says_nothing():
    """R-30, R-33: neither the column nor what the family's key opens holds words or kind; no token is made."""
    trained = make_trained()
    note = make_sealed(make_registration(), WORDS, by=trained)
    stored = bytes(SealedNote.objects.values_list("envelope", flat=True).get())
    opened = base64.b64decode(SealedNote.objects.get().envelope)
    for content in (stored, opened):
        assert WORDS.encode() not in content and b"testimony" not in content
    assert note.envelope != make_sealed(note.registration, WORDS, by=trained).envelope
    relations = SealedNote._meta.related_objects
    assert not [one for one in relations if issubclass(one.related_model, BlindIndexRow)]


def test_whoever_lacks_one_condition_is_told_that_there_is_none(note, trained):
    """R-06, R-14: the grant, the role behind it, a fresh proof, a purpose; each missing alone gives the same answer."""
    lapsed = make_trained()
    TrainedGrant.objects.filter(user=lapsed).update(
        granted_at=timezone.now() - timedelta(days=9), expires_at=timezone.now() - timedelta(days=1)
    )
    taken_back, without_role = make_trained(), make_trained()
    revoke_trained(user=taken_back, by=StaffFactory(supervisor=True))
    revoke_role(user=without_role, role="caseworker", actor=SYSTEM)
    for user in (StaffFactory(caseworker=True), StaffFactory(supervisor=True), lapsed, taken_back, without_role):
        with pytest.raises(Http404):
            read(note, user)
    for wrong in ({"proved_at": time.time() - 301}, {"purpose": "curious"}):
        with pytest.raises(Http404):
            read(note, trained, **wrong)
    with pytest.raises(Http404):
        access_sealed(note.pk, user=trained, proved_at=None, purpose=SealedPurpose.TALK)
    with pytest.raises(Http404):
        access_sealed(uuid4(), user=trained, proved_at=time.time(), purpose=SealedPurpose.TALK)
    assert not Event.objects.filter(code=events.SEALED_OPENED).exists()


def test_an_envelope_moved_to_another_note_does_not_open(note, trained):
    """R-31: bound to its row."""
    other = make_sealed(note.registration, "other words", by=trained)
    other.envelope = note.envelope
    other.save()
    with pytest.raises(Http404):
        read(other, trained)
    with pytest.raises(CannotOpen):
        open_for_team("not an envelope", bound_to=b"")


def test_only_trained_people_write_and_a_form_sent_twice_makes_one_note(note, trained):
    again = {"registration": note.registration, "kind": "witness", "words": "x", "heard_from": "family"}
    again["key"] = note.pk
    assert write_sealed(**again, user=trained) == note and SealedNote.objects.count() == 1
    with pytest.raises(PermissionDenied):
        write_sealed(**{**again, "key": uuid4()}, user=StaffFactory(supervisor=True))
    with pytest.raises(PermissionDenied):
        write_sealed(**{**again, "registration": make_registration()}, user=trained)


def test_a_supervisor_vouches_for_somebody_else_who_works_with_families():
    supervisor, reviewer = StaffFactory(supervisor=True), StaffFactory(reviewer=True)
    caseworker = StaffFactory(caseworker=True)
    for user, by, error in (
        (supervisor, supervisor, PermissionDenied),
        (supervisor, caseworker, PermissionDenied),
        (reviewer, supervisor, NotForTheirRole),
    ):
        with pytest.raises(error):
            grant_trained(user=user, months=3, by=by)
    first = grant_trained(user=caseworker, months=3, by=supervisor)
    second = grant_trained(user=caseworker, months=12, by=supervisor)
    assert is_trained(caseworker) and TrainedGrant.objects.live().get() == second != first
    assert revoke_trained(user=caseworker, by=supervisor) and not is_trained(caseworker)
    assert not revoke_trained(user=caseworker, by=supervisor)


def test_with_the_secret_kept_outside_notes_can_be_written_and_not_read(trained, monkeypatch):
    """The database and the portal's own key open nothing then; nor is the key replaced by one under less."""
    monkeypatch.setenv("SANAD_TEAM_KEY", base64.b64encode(os.urandom(32)).decode())
    note = make_sealed(make_registration(), WORDS, by=trained)
    assert read(note, trained) == WORDS
    monkeypatch.delenv("SANAD_TEAM_KEY")
    make_sealed(note.registration, WORDS, by=trained)
    with pytest.raises(NotHereNow):
        read(note, trained)
    with pytest.raises(KeyNotHere):
        renew_team_key(actor=SYSTEM)


def test_a_renewed_key_opens_old_notes_and_the_old_one_is_destroyed_later(note, trained):
    """R-32: also a note that was on its way to the old key while the new one was made."""
    late = make_sealed(note.registration, "late", by=trained)
    old = late.envelope
    call_command("renew_team_key", verbosity=0)
    late.refresh_from_db()
    assert version_of(late.envelope) == 2
    late.envelope = old
    late.save()
    assert finish_renewal() == 0 and read(SealedNote.objects.get(pk=late.pk), trained) == "late"
    TeamKey.objects.update(created_at=timezone.now() - timedelta(hours=2))
    assert finish_renewal() == 1 and finish_renewal() == 0
    assert bytes(TeamKey.objects.get(version=1).wrapped) == b""
    assert [read(one, trained) for one in SealedNote.objects.order_by("written_at")] == [WORDS, "late"]
    with pytest.raises(CannotOpen):
        open_for_team(old, bound_to=late.bound_to())


def test_erasing_takes_the_notes_along_in_old_backups_too(note):
    """R-34: the envelope of an old backup is itself under a key that is destroyed."""
    backup = SealedNote.objects.get()
    erase(registration=note.registration, actor=Actor.holder(note.registration.holder_id))
    assert not SealedNote.objects.exists()
    with pytest.raises(CannotOpen):
        _ = backup.envelope


def test_her_download_names_a_note_from_her_own_talk_and_no_other(trained):
    """R-20, R-38: what somebody else said changes nothing in it; of her own talk there is the day and no word."""
    registration = make_registration()
    holder = registration.holder

    def downloaded() -> str:
        return everything_json(registration, holder).decode().split('"reference"', 1)[1]

    before = downloaded()
    make_sealed(registration, WORDS, by=trained, heard_from=HeardFrom.OTHER)
    assert downloaded() == before
    make_sealed(registration, WORDS, by=trained)
    assert '"envelope": true' in downloaded() and WORDS not in downloaded()
    assert f'"{SealedKind.TESTIMONY}"' not in downloaded()
    assert everything_pdf(registration, holder, language=LANGUAGES["en"]).startswith(b"%PDF")
