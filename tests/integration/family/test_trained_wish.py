"""A trained person asks, if she agrees: one answer, a task for trained people, and nothing anybody else sees."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from portal.audit.actors import Actor
from portal.audit.models import Event
from portal.core.languages import LANGUAGES
from portal.family.papers import paper_of
from portal.registry import events
from portal.registry.answers import TRAINED
from portal.registry.models import PaperKind, TrainedWish
from portal.registry.services.amendments import amend
from tests.answers import posted
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory, sign_in
from tests.factories.trained import make_trained

from .conftest import send, walk

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

WISH = "Families who wish that a trained person asks"


@pytest.mark.parametrize("answer", ["yes", "later", "no", "unsaid", ""])
def test_only_a_yes_becomes_a_task_and_the_page_may_be_skipped(client, answer):
    fields = {"answer": answer} if answer else {"skip": "1"}
    walk(client, "en", posted=posted(trained=fields))
    send(client, "en")
    assert TrainedWish.objects.open().count() == (answer == "yes")
    assert Event.objects.filter(code=events.TRAINED_WISHED).count() == (answer == "yes")


def test_the_page_asks_nothing_more_and_names_no_subject(client):
    """No place to write into on the open form, and no word of violence."""
    walk(client, "en", upto=7)
    page = client.get("/en/register/16/").text
    assert "<textarea" not in page and 'type="text"' not in page and page.count('type="radio"') == 4
    assert "violence" not in page.lower() and "sexual" not in page.lower() and "checked" not in page
    assert "Please answer this question." in client.post("/en/register/16/", {}).text


def test_she_changes_it_on_her_page_and_the_task_ends_or_begins(client):
    walk(client, "en", posted=posted(trained={"answer": "yes"}))
    reference = send(client, "en").context["registration"].reference
    first = TrainedWish.objects.get()
    amend = f"/en/me/{reference}/told/trained/"
    client.post(amend, {"answer": "no"})
    assert not TrainedWish.objects.open().exists()
    client.post(amend, {"answer": "yes"})
    client.post(amend, {"answer": "yes"})
    assert TrainedWish.objects.open().get() != first
    assert "Yes, please" in client.get(f"/en/me/{reference}/told/").text


def test_a_paper_for_others_does_not_say_it():
    registration = make_registration(trained={"answer": "yes"})
    paper = paper_of(
        registration, kind=PaperKind.SUMMARY, code="x", issued_on=registration.submitted_at.date(),
        language=LANGUAGES["en"], address="https://portal.example",
    )  # fmt: skip
    assert "trained" not in paper and "آزاد" in paper


@pytest.mark.parametrize("role", ["caseworker", "supervisor", "auditor"])
def test_nobody_without_the_training_sees_a_wish(client, role):
    """R-14: neither on the day's page nor on the file."""
    registration = make_registration(trained={"answer": "yes"})
    sign_in(client, StaffFactory(**{role: True}))
    pages = [client.get(path) for path in ("/office/", f"/office/files/{registration.pk}/", "/office/sealed/")]
    assert not [page for page in pages if "rained person" in page.text or "Yes, please" in page.text]
    assert pages[2].status_code in {403, 404}


def test_an_answer_given_anew_leaves_no_trace_on_the_file_for_who_is_not_trained(client):
    """R-14: the file of a family that says yes on its page is that of before, byte for byte."""
    registration = make_registration()
    sign_in(client, StaffFactory(caseworker=True))

    def shown() -> str:
        page = client.get(f"/office/files/{registration.pk}/").text
        return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)

    before = shown()
    actor = Actor.holder(registration.holder_id)
    amend(registration=registration, question=TRAINED, answers={"answer": "yes"}, actor=actor)
    assert TrainedWish.objects.waiting().exists() and shown() == before


def test_a_trained_person_sees_who_waits_and_says_when_they_have_spoken(client):
    refusing = make_registration(trained={"answer": "yes"}, refusing=True)
    first = make_registration(trained={"answer": "yes"})
    sign_in(client, make_trained())
    assert WISH in client.get("/office/").text
    page = client.get("/office/sealed/").text
    assert page.index(refusing.reference) < page.index(first.reference)
    assert page.count("The family has not agreed to be contacted.") == 1 and "آزاد" not in page
    assert "the family wishes that a trained person asks" in client.get(f"/office/files/{first.pk}/").text
    done = f"/office/sealed/wishes/{first.trained_wishes.get().pk}/done/"
    assert "Saved" in client.post(done, follow=True).text
    again = client.post(done, follow=True).text
    assert "Somebody else has dealt with this already." in again and first.reference not in again


def test_who_is_not_trained_ends_no_task():
    wish = make_registration(trained={"answer": "yes"}).trained_wishes.get()
    client = sign_in(Client(), StaffFactory(supervisor=True))
    assert client.post(f"/office/sealed/wishes/{wish.pk}/done/").status_code == 404
    assert TrainedWish.objects.waiting().get() == wish
