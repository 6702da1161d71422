"""Who may see a file: colleagues, organizations that are given the file, the family; others after a second look."""

from __future__ import annotations

import base64
import json

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from portal.evidence import events
from portal.evidence.models import Evidence
from portal.evidence.services.checking import check_waiting
from portal.evidence.services.showing import show_to
from portal.family.exporting import everything_json
from portal.referrals.letters import letter
from portal.referrals.models import Transmission
from portal.registry.models import Registration
from tests.factories.evidence import make_checked
from tests.factories.recipients import agreed_about, make_recipient
from tests.factories.staff import StaffFactory
from tests.factories.visits import enter, signed_in
from tests.files_that_lie import GPS, noted_jpeg

pytestmark = pytest.mark.django_db
WORDS = "Brought by the brother"


@pytest.fixture
def visit() -> tuple[Client, Registration, Client]:
    """Her browser, her registration, and a caseworker's browser."""
    client, registration = enter()
    return client, registration, signed_in(Role.CASEWORKER)


def added(registration: Registration, office: Client) -> Evidence:
    """A photo that a colleague put on the file, checked."""
    sent = {"kind": "paper", "words": WORDS, "file": SimpleUploadedFile("court.jpg", noted_jpeg())}
    answer = office.post(f"/office/files/{registration.pk}/evidence/", sent)
    assert answer.status_code == 302, answer.text
    check_waiting(actor=SYSTEM)
    return Evidence.objects.get(words__isnull=False, added_by__isnull=False)


def readers(office: Client, evidence: Evidence, visibility: str, *, seen: str = "internal", **more):
    return office.post(f"/office/evidence/{evidence.pk}/readers/", {"visibility": visibility, "seen": seen, **more})


def test_what_a_colleague_adds_is_for_colleagues_alone(visit):
    client, registration, office = visit
    evidence = added(registration, office)
    assert WORDS in office.get(f"/office/files/{registration.pk}/").text
    assert evidence.visibility == "internal" and evidence.added_by is not None
    hers = (
        client.get(f"/en/me/{registration.reference}/").text
        + client.get(f"/en/me/{registration.reference}/files/").text
    )
    assert WORDS not in hers and "court.jpg" not in hers
    assert "court.jpg" not in everything_json(registration, registration.holder).decode()
    assert client.get(f"/en/me/{registration.reference}/messages/{evidence.pk}/").status_code == 404


def test_a_file_without_a_kind_or_that_lies_is_refused_and_nothing_typed_is_lost(visit):
    _client, registration, office = visit
    address = f"/office/files/{registration.pk}/evidence/"
    page = office.post(address, {"words": WORDS, "file": SimpleUploadedFile("court.jpg", b"MZ not a photo")})
    assert page.status_code == 422 and WORDS in page.text and "Please fill this in." in page.text
    page = office.post(address, {"kind": "paper", "file": SimpleUploadedFile("court.jpg", b"MZ not a photo")})
    assert page.status_code == 422 and not Evidence.objects.exists()


def test_more_people_see_it_only_after_a_second_look(visit):
    _client, registration, office = visit
    evidence = make_checked(registration)
    page = readers(office, evidence, "partner")
    evidence.refresh_from_db()
    assert "More people will see this" in page.text and "photo.jpg" in page.text and evidence.visibility == "internal"
    assert readers(office, evidence, "partner", confirmed="1").status_code == 302
    evidence.refresh_from_db()
    assert evidence.visibility == "partner"
    # whoever comes second with an older page is told, and nothing is changed
    page = office.get(readers(office, evidence, "family", confirmed="1")["Location"])
    assert "Somebody else has dealt with this already." in page.text
    # fewer people: at once
    readers(office, evidence, "internal", seen="partner")
    evidence.refresh_from_db()
    assert evidence.visibility == "internal"
    said = Event.objects.filter(code=events.SHOWN, subject_id=evidence.pk).order_by("pk")
    assert [event.data["visibility"] for event in said] == ["partner", "internal"]
    with pytest.raises(PermissionDenied):
        reviewer = StaffFactory(role=Role.REVIEWER)
        show_to(evidence=evidence, visibility="family", seen="internal", is_confirmed=True, user=reviewer)


def test_of_what_has_no_copy_only_colleagues_see(visit):
    """The original may say where and by whom it was made: it leaves with a purpose and by its own act alone."""
    _client, registration, office = visit
    evidence = make_checked(registration)
    evidence.copy.delete()
    page = readers(office, evidence, "family", confirmed="1")
    evidence.refresh_from_db()
    assert page.status_code == 422 and "No copy without hidden notes" in page.text and evidence.visibility == "internal"


def test_the_family_saves_the_copy_of_what_is_meant_for_it_and_nobody_else_s(visit):
    client, registration, office = visit
    evidence = added(registration, office)
    assert readers(office, evidence, "family", confirmed="1").status_code == 302
    page, address = (
        client.get(f"/en/me/{registration.reference}/"),
        f"/en/me/{registration.reference}/messages/{evidence.pk}/",
    )
    assert address in page.text and WORDS in page.text
    opened = client.get(address)
    assert opened["Content-Disposition"].startswith("attachment") and GPS.encode() not in opened.content
    assert Event.objects.filter(code=events.VIEWED, subject_id=evidence.pk, purpose="own").count() == 1
    stranger, other = enter()
    assert stranger.get(address).status_code == 404
    assert stranger.get(f"/en/me/{other.reference}/messages/{evidence.pk}/").status_code == 404


def test_organizations_get_the_copy_where_the_family_agrees_to_photos_and_papers(visit):
    _client, registration, office = visit
    meant, kept = added(registration, office), make_checked(registration, "kept.jpg")
    readers(office, meant, "partner", confirmed="1")
    user, given = StaffFactory(supervisor=True), []
    for agreed in (("person",), ("person", "files")):
        court = make_recipient()
        agreed_about(registration, court, *agreed)
        asked = Transmission(registration=registration, recipient=court, data_classes=["person", "files"])
        given.append(json.loads(letter(asked, user=user))["given"])
    assert "files" not in given[0]
    (file,) = given[1]["files"]
    content = base64.b64decode(file["content"])
    assert file["words"] == WORDS and GPS.encode() not in content and len(content) == meant.copy.size
    # the chain of custody says so, and from now on the family may learn of it
    assert Event.objects.filter(code=events.GIVEN).values_list("subject_id", flat=True).get() == meant.pk != kept.pk
    assert WORDS in everything_json(registration, registration.holder).decode()
