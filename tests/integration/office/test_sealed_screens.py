"""The screens of sealed notes: for trained people alone, each opening after a fresh proof, no word anywhere else."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from portal.accounts.permissions import is_trained
from portal.audit.models import Event
from portal.registry import events
from portal.registry.models import SealedNote
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory, sign_in
from tests.factories.trained import make_sealed, make_trained

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

WORDS = "qzvtestimony nobody else reads"


@pytest.fixture
def trained(client):
    return _signed_in(client, make_trained())


def _signed_in(client, user):
    sign_in(client, user)
    return user


def _grow_old(client) -> None:
    """Let the proof of this session be older than five minutes."""
    session = client.session
    for entry in session["account_authentication_methods"]:
        entry["at"] -= 600
    session.save()


def test_she_writes_a_note_and_opens_it_for_a_purpose(client, trained):
    """R-25: the list says when and by whom; the words stand on the answer to one request, and it is logged."""
    file = make_registration()
    page = client.get(f"/office/files/{file.pk}/")
    assert "Only for trained people" in page.text
    new = f"/office/files/{file.pk}/sealed/new/"
    sent = {"key": str(uuid4()), "kind": "testimony", "heard_from": "family", "words": WORDS}
    assert client.post(new, sent).url == f"/office/files/{file.pk}/"
    note = SealedNote.objects.get()
    listed = client.get(f"/office/files/{file.pk}/sealed/")
    assert WORDS not in listed.text and "lived through" not in listed.text and trained.first_name in listed.text
    opened = client.post(f"/office/sealed/{note.pk}/", {"purpose": "sealed_talk"})
    assert WORDS in opened.text and "no-store" in opened["Cache-Control"]
    assert Event.objects.filter(code=events.SEALED_OPENED, actor_id=trained.pk, subject_id=note.pk).count() == 1


def test_nothing_typed_is_lost_and_the_fault_is_said_beside_the_field(client, trained):
    file = make_registration()
    answer = client.post(f"/office/files/{file.pk}/sealed/new/", {"key": str(uuid4()), "words": WORDS})
    assert answer.status_code == 422 and WORDS in answer.text and answer.text.count("Choose one of the answers.") >= 2
    assert client.post(f"/office/files/{file.pk}/sealed/new/", {"words": "x" * 20_001}).status_code == 422
    assert not SealedNote.objects.exists()


def test_an_old_proof_is_asked_for_again_and_opens_nothing(client, trained):
    """R-06: both the list and the opening lead to the question who it is; a fresh proof leads back."""
    note = make_sealed(make_registration(), WORDS, by=trained)
    _grow_old(client)
    for answer in (
        client.get(f"/office/files/{note.registration_id}/sealed/"),
        client.post(f"/office/sealed/{note.pk}/", {"purpose": "sealed_talk"}),
    ):
        assert answer.status_code == 302 and answer.url.startswith("/staff/2fa/reauthenticate/?next=%2Foffice%2Ffiles")
    assert not Event.objects.filter(code=events.SEALED_OPENED).exists()


@pytest.mark.parametrize("role", ["caseworker", "supervisor", "reviewer", "auditor", "administrator"])
def test_for_who_is_not_trained_there_is_nothing(client, role):
    """R-14: no page, and not a number on the file."""
    note = make_sealed(make_registration(), WORDS, by=make_trained())
    _signed_in(client, StaffFactory(**{role: True}))
    pages = {
        client.get(f"/office/files/{note.registration_id}/sealed/").status_code,
        client.get(f"/office/files/{note.registration_id}/sealed/new/").status_code,
        client.post(f"/office/sealed/{note.pk}/", {"purpose": "sealed_talk"}).status_code,
    }
    assert pages <= {403, 404}
    file = client.get(f"/office/files/{note.registration_id}/")
    assert "ealed" not in file.text


def test_without_a_purpose_or_a_note_nothing_opens(client, trained):
    note = make_sealed(make_registration(), WORDS, by=trained)
    assert client.post(f"/office/sealed/{note.pk}/", {}).url == f"/office/files/{note.registration_id}/sealed/"
    assert client.post(f"/office/sealed/{uuid4()}/", {"purpose": "sealed_talk"}).status_code == 404
    assert client.get(f"/office/sealed/{note.pk}/").status_code == 405
    assert client.get(f"/office/files/{uuid4()}/sealed/").status_code == 404


def test_where_the_secret_is_kept_elsewhere_the_page_says_so(client, trained, monkeypatch):
    monkeypatch.setenv("SANAD_TEAM_KEY", "A" * 43 + "=")
    note = make_sealed(make_registration(), WORDS, by=trained)
    monkeypatch.delenv("SANAD_TEAM_KEY")
    answer = client.post(f"/office/sealed/{note.pk}/", {"purpose": "sealed_talk"}, follow=True)
    assert "not on this machine now" in answer.text and WORDS not in answer.text


def test_a_supervisor_names_and_unnames_trained_people(client):
    """R-16: in force from the next request on; nobody for herself; R-06: after a fresh proof."""
    supervisor, colleague = StaffFactory(supervisor=True), StaffFactory(caseworker=True)
    _signed_in(client, supervisor)
    address = f"/office/trained/{colleague.pk}/"
    page = client.post(address, {"months": "6"}, follow=True)
    assert is_trained(colleague) and supervisor.first_name in page.text
    file = make_registration()
    hers = sign_in(Client(), colleague)
    assert hers.get(f"/office/files/{file.pk}/sealed/").status_code == 200
    client.post(address, {"end": "1"})
    assert hers.get(f"/office/files/{file.pk}/sealed/").status_code == 404
    for bad in ({}, {"months": "999"}, {"months": "x"}):
        assert "Please say for how long." in client.post(address, bad, follow=True).text
    client.post(f"/office/trained/{supervisor.pk}/", {"months": "6"})
    assert not is_trained(supervisor) and not is_trained(colleague)
    _grow_old(client)
    assert client.post(address, {"months": "6"}).url.startswith("/staff/2fa/reauthenticate/")
