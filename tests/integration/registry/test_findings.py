"""What is established, on two axes: presumed alive, two people for a death, nothing on her side before a talk."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from portal.audit.actors import SYSTEM
from portal.family.exporting import everything_json
from portal.registry.enums import SAY_DEATH, Fate, RegistrationState, Whereabouts
from portal.registry.established import established
from portal.registry.models import Finding
from portal.registry.services.findings import AnsweredAlready, NoTalk, answer_finding, note_told
from portal.registry.services.registrations import change_state
from tests.factories.accounts import make_holder
from tests.factories.findings import make_finding
from tests.factories.openings import AnsweringClient
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory, sign_in

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def standing(registration) -> list[str]:
    return [one.words for one in established(registration).standings]


def test_without_a_finding_a_person_is_presumed_alive():
    assert standing(make_registration()) == ["Not known: presumed alive", "Not known"]


def test_the_newest_counts_and_a_belief_in_a_death_never_does():
    registration = make_registration()
    make_finding(registration, Fate.BELIEVED_ALIVE)
    make_finding(registration, Whereabouts.DETAINED)
    belief = make_finding(registration, Fate.BELIEVED_DEAD)
    told = established(registration)
    assert [one.words for one in told.standings] == ["Believed alive", "Held by an authority"]
    assert told.standings[0].belief == belief and told.standings[1].belief is None
    assert [one.code for one in told.history] == ["believed_dead_by_source", "detained", "believed_alive"]
    make_finding(registration, Fate.CONFIRMED_ALIVE)
    assert established(registration).standings[0].belief is None
    Finding.objects.update(found_at=timezone.now() - timedelta(days=400))
    assert [one.is_old for one in established(registration).standings] == [True, True]


@pytest.mark.parametrize("code", sorted(SAY_DEATH))
def test_a_death_counts_once_a_second_person_has_confirmed_it(code):
    """R-21: a supervisor, never who noted it; not confirmed, it stays in the history and nowhere else."""
    registration, supervisor = make_registration(), StaffFactory(supervisor=True)
    finding = make_finding(registration, code, by=supervisor)
    assert standing(registration) == ["Not known: presumed alive", "Not known"]
    for user in (supervisor, StaffFactory(caseworker=True), StaffFactory(reviewer=True)):
        with pytest.raises(PermissionDenied):
            answer_finding(finding=finding, is_confirmed=True, user=user)
    with pytest.raises(AnsweredAlready):
        note_told(finding=finding, user=StaffFactory(caseworker=True))
    answer_finding(finding=finding, is_confirmed=True, user=StaffFactory(supervisor=True))
    assert finding.words() in standing(registration)
    with pytest.raises(AnsweredAlready):
        answer_finding(finding=finding, is_confirmed=False, user=StaffFactory(supervisor=True))
    refused = make_finding(make_registration(), code)
    answer_finding(finding=refused, is_confirmed=False, user=StaffFactory(supervisor=True))
    assert standing(refused.registration) == ["Not known: presumed alive", "Not known"]


def test_only_who_works_with_families_notes_one_and_twice_is_once():
    registration, caseworker = make_registration(), StaffFactory(caseworker=True)
    assert make_finding(registration, Fate.UNKNOWN, by=caseworker) == make_finding(
        registration, Fate.UNKNOWN, by=caseworker
    )
    with pytest.raises(PermissionDenied):
        make_finding(registration, Fate.UNKNOWN, by=StaffFactory(reviewer=True))
    with pytest.raises(ValueError):
        make_finding(registration, "returned_from_the_moon")


def test_a_finding_is_told_in_a_talk_by_another_person():
    """R-20, R-21: the family was asked to speak with us, and who noted it is not who notes that it was told."""
    registration, caseworker = make_registration(), StaffFactory(caseworker=True)
    finding = make_finding(registration, Fate.CONFIRMED_ALIVE, by=caseworker)
    other = StaffFactory(caseworker=True)
    with pytest.raises(NoTalk):
        note_told(finding=finding, user=other)
    change_state(registration=registration, state=RegistrationState.PLEASE_CONTACT, actor=SYSTEM)
    with pytest.raises(PermissionDenied):
        note_told(finding=finding, user=caseworker)
    note_told(finding=finding, user=other)
    with pytest.raises(AnsweredAlready):
        note_told(finding=finding, user=other)


def _pages(client, registration) -> list[str]:
    token = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
    base = f"/en/me/{registration.reference}/"
    return [token.sub("", client.get(base + page).text) for page in ("", "told/", "messages/", "papers/", "opened/")]


def _downloaded(registration) -> str:
    return everything_json(registration, registration.holder).decode().split('"reference"', 1)[1]


def test_r20_nothing_of_hers_changes_before_she_was_told():
    """Her pages and her download are the same byte for byte; told of one finding, the download holds that one."""
    holder, code = make_holder()
    registration = make_registration(holder)
    client = Client()
    client.post("/en/return/", {"code": code})
    before, downloaded = _pages(client, registration), _downloaded(registration)
    alive = make_finding(registration, Fate.CONFIRMED_ALIVE, source="a nurse who must stay unknown")
    make_finding(registration, Whereabouts.IN_CAMP)
    death = make_finding(registration, Fate.DEAD_DOCUMENTS)
    answer_finding(finding=death, is_confirmed=True, user=StaffFactory(supervisor=True))
    assert _pages(client, registration) == before and _downloaded(registration) == downloaded
    change_state(registration=registration, state=RegistrationState.PLEASE_CONTACT, actor=SYSTEM)
    note_told(finding=alive, user=StaffFactory(caseworker=True))
    after = _downloaded(registration)
    assert "confirmed_alive" in after
    assert not any(untold in after for untold in ("in_camp", str(Fate.DEAD_DOCUMENTS), "nurse"))
    assert "confirmed" not in "".join(_pages(client, registration))


FORM = {"finding": "fate:believed_alive", "basis": "witness", "confidence": "low", "source": "رسالة"}
FORM["source_date"] = "٢٠٢٥"


def test_a_caseworker_notes_one_on_the_file_and_a_supervisor_confirms(client):
    registration = make_registration()
    sign_in(client, StaffFactory(caseworker=True))
    new = f"/office/files/{registration.pk}/findings/new/"
    page = client.post(new, FORM | {"finding": "fate:confirmed_dead_documents"}, follow=True).text
    assert "Not known: presumed alive" in page and "Waits for a second person" in page and "رسالة" in page
    finding = Finding.objects.get()
    assert finding.source_date == "2025"
    answer = f"/office/findings/{finding.pk}/answer/"
    assert client.post(answer, {"confirm": "1"}).status_code == 403
    supervisor = sign_in(AnsweringClient(), StaffFactory(supervisor=True))
    assert registration.reference in supervisor.get("/office/findings/").text
    assert "<p><b>Dead, confirmed by documents</b></p>" in supervisor.post(answer, {"confirm": "1"}, follow=True).text
    assert "Somebody else has dealt" in supervisor.post(answer, follow=True).text
    told = f"/office/findings/{finding.pk}/told/"
    assert "Ask the family to speak with us first." in supervisor.post(told, follow=True).text
    assert "Another person tells the family." in client.post(told, follow=True).text


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"source_date": str(timezone.now().year + 2)}, "This date lies ahead."),
        ({"source_date": "gestern"}, "Please write a year"),
        ({"finding": "fate:gone"}, "Please fill this in."),
        ({"source": ""}, "Please fill this in."),
    ],
)
def test_a_fault_is_said_and_nothing_typed_is_lost(client, changes, says):
    registration = make_registration()
    sign_in(client, StaffFactory(caseworker=True))
    page = client.post(f"/office/files/{registration.pk}/findings/new/", FORM | changes)
    assert page.status_code == 422 and says in page.text and ("رسالة" in page.text or "source" in changes)
    assert not Finding.objects.exists()
