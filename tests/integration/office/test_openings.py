"""R-24, R-25: what a file is opened for, asked once an hour; and files of other teams in an emergency."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.test import Client
from django.utils import timezone

from portal.accounts.models import User
from portal.audit.models import Event
from portal.detainees.events import RECORD_VIEWED
from portal.matching.search import search_people
from portal.registry import events
from portal.registry.models import FileOpening, Message
from portal.registry.need import may_open
from tests.factories.casework import make_owned
from tests.factories.matching import make_detainee
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory, sign_in
from tests.factories.teams import HASAKAH, NINAWA, QAMISHLI, make_emergency, make_last_known, make_team_of
from tests.factories.trained import make_sealed, make_trained

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    """The question itself is looked at here."""
    return Client()


@pytest.fixture
def worker(client) -> User:
    """A caseworker of the team of Hasakah; another team has Nineveh."""
    user = make_trained()
    make_team_of(user, StaffFactory(supervisor=True), regions=(HASAKAH,))
    make_team_of(StaffFactory(caseworker=True), StaffFactory(supervisor=True), regions=(NINAWA,))
    sign_in(client, user)
    return user


def _purposes(file) -> list[str]:
    return list(Event.objects.filter(code=events.VIEWED, subject_id=file.pk).values_list("purpose", flat=True))


def test_it_is_asked_once_an_hour_and_leads_back_to_where_one_was_going(client, worker):
    file = make_last_known(QAMISHLI)
    path = f"/office/files/{file.pk}/messages/"
    asked = client.get(path)
    assert asked["Location"].startswith(f"/office/files/{file.pk}/why/?next=")
    page = client.get(asked["Location"])
    assert _purposes(file) == [] and page.context["onward"] == path
    said = {"why-next": path, "why-purpose": "colleague"}
    assert client.post(f"/office/files/{file.pk}/why/", said)["Location"] == path
    assert client.get(path).status_code == client.get(f"/office/files/{file.pk}/").status_code == 200
    assert _purposes(file) == ["colleague", "colleague"]
    FileOpening.objects.update(opened_at=timezone.now() - timedelta(hours=2), ends_at=timezone.now())
    assert client.get(path).status_code == 302


def test_it_is_asked_where_no_team_is_at_work_too(client):
    """R-24: in a small organization people know each other's neighbours best."""
    user = StaffFactory(caseworker=True)
    sign_in(client, user)
    file = make_registration()
    asked = client.get(f"/office/files/{file.pk}/")
    assert asked.status_code == 302 and _purposes(file) == []
    client.post(asked["Location"], {"why-purpose": "answering"})
    assert client.get(f"/office/files/{file.pk}/").status_code == 200 and _purposes(file) == ["answering"]


def test_records_are_opened_for_a_purpose_that_holds_for_a_sitting(client, clock):
    """R-24, R-25: one press for an hour of records; who has searched has said it."""
    user = StaffFactory(reviewer=True)
    sign_in(client, user)
    record = make_detainee()
    path = f"/office/records/{record.pk}/"
    asked = client.get(path)
    assert asked["Location"] == f"/office/records/why/?next={quote(path, safe='')}"
    assert client.get(asked["Location"]).context["onward"] == path
    assert client.post("/office/records/why/", {"purpose": "curious"}).status_code == 422
    assert client.post("/office/records/why/", {"purpose": "correcting", "next": path})["Location"] == path
    assert client.get(path).status_code == client.get(f"/office/records/{make_detainee().pk}/").status_code == 200
    clock.tick(timedelta(hours=1, seconds=1))
    sign_in(client, user)
    assert client.get(path).status_code == 302
    search_people(text="Azad", user=user, purpose="family_asks")
    assert client.get(path).status_code == 200
    said = Event.objects.filter(code=RECORD_VIEWED, subject_id=record.pk).order_by("at")
    assert list(said.values_list("purpose", flat=True)) == ["correcting", "family_asks"]


def test_who_has_the_file_is_not_asked(client, worker):
    file = make_last_known(QAMISHLI)
    make_owned(file, by=worker)
    assert client.get(f"/office/files/{file.pk}/").status_code == 200
    assert _purposes(file) == ["own_work"]


def test_something_else_is_said_in_words_and_nowhere_but_in_the_office(client, worker):
    file = make_last_known(QAMISHLI)
    path = f"/office/files/{file.pk}/why/"
    for said in ({"why-purpose": "other"}, {"why-purpose": "emergency"}, {}):
        assert client.post(path, said).status_code == 422
    answer = client.post(path, {"why-purpose": "other", "why-words": "A court asks", "why-next": "https://a.example/"})
    assert answer["Location"] == f"/office/files/{file.pk}/"
    assert FileOpening.objects.get().words == "A court asks"


def test_a_form_that_was_sent_is_kept_through_the_question(client, worker):
    file = make_last_known(QAMISHLI, by_mail=True)
    path = f"/office/files/{file.pk}/messages/"
    question = client.post(path, {"words": "We read what you wrote."})
    assert ("words", "We read what you wrote.") in question.context["kept"]
    kept = dict(question.context["kept"])
    said = {**kept, "why-sent": "1", "why-next": path, "why-purpose": "answering"}
    again = client.post(f"/office/files/{file.pk}/why/", said)
    assert (again.status_code, again["Location"]) == (307, path)
    client.post(path, said)
    assert Message.objects.get(registration=file).words == "We read what you wrote."


def test_an_emergency_opens_a_file_for_an_hour_and_little_else(client, worker):
    """R-24: with a reason, for an hour, each reading its own event; never a sealed note, and never for longer."""
    file = make_last_known(NINAWA, by_mail=True)
    sealed = make_sealed(file, "words", by=make_trained())
    path = f"/office/files/{file.pk}/"
    assert client.get(path).status_code == 404
    assert client.post("/office/emergency/", {"reference": file.reference}).status_code == 422
    said = {"reference": file.reference, "words": "The brother is threatened now"}
    assert client.post("/office/emergency/", said)["Location"] == path
    page = client.get(path).content.decode()
    assert "This file belongs to another team." in page and f"{path}note/" in page
    assert {step for step in ("take/", "task/", "close/", "state/", "sealed/", "link/") if path + step in page} == set()
    client.get(path)
    assert _purposes(file) == ["emergency", "emergency"]
    assert client.get(f"{path}note/").status_code == 200 and client.get(f"{path}giving/").status_code == 404
    channel = file.holder.channels.first()
    shown = client.post(f"{path}contact/{channel.pk}/", {"purpose": "contact_write"})
    assert shown.status_code == 200 and channel.value in shown.text
    closed = [("take/", {}), ("task/", {}), ("close/", {}), ("state/", {"state": "being_read"}), ("sealed/new/", {})]
    assert {name for name, data in closed if client.post(path + name, data).status_code != 404} == set()
    assert client.post(f"/office/sealed/{sealed.pk}/", {"purpose": "sealed_talk"}).status_code == 404
    assert not may_open(worker, file) and file.reference not in client.get("/office/files/?show=all").content.decode()
    opening = FileOpening.objects.get()
    FileOpening.objects.update(opened_at=opening.opened_at - timedelta(hours=1), ends_at=timezone.now())
    assert client.get(path).status_code == 404


def test_supervisors_and_auditors_see_it_at_once_and_another_person_looks_at_it():
    leader = StaffFactory(supervisor=True)
    opening = make_emergency(make_registration(), by=leader)
    path = f"/office/emergencies/{opening.pk}/"
    client = sign_in(Client(), leader)
    client.post(f"{path}looked/")
    assert FileOpening.objects.waiting().get() == opening
    assert Event.objects.filter(code=events.EMERGENCY_REFUSED, actor_id=leader.pk).count() == 1
    client = sign_in(Client(), StaffFactory(auditor=True))
    log = client.get("/office/audit/").content.decode()
    assert opening.registration.reference in log and opening.words not in log
    other = StaffFactory(supervisor=True)
    client = sign_in(Client(), other)
    waiting = {str(item["label"]): item["count"] for item in client.get("/office/").context["waiting"]}
    assert waiting["Files opened in an emergency that nobody else has looked at"] == 1
    assert opening.words in client.get(path).content.decode()
    assert Event.objects.filter(code=events.EMERGENCY_READ, actor_id=other.pk).count() == 1
    client.post(f"{path}looked/")
    assert FileOpening.objects.get().looked_by == other and not FileOpening.objects.waiting().exists()
    assert "Somebody else has dealt with this already." in client.post(f"{path}looked/", follow=True).content.decode()
