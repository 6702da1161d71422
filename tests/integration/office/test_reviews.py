"""R-104: on the file stands who agreed and how; a supervisor says whether it counts, and the family's page follows."""

from __future__ import annotations

import pytest
from django.test import Client

from portal.accounts.enums import Role
from portal.registry.models import ConsentReview
from tests.factories.helping import make_helped
from tests.factories.visits import enter, signed_in

pytestmark = pytest.mark.django_db


def test_a_supervisor_finds_it_reads_who_agreed_and_lets_it_count_r104() -> None:
    registration = make_helped(authority="parent", speaker="Diya wê, Gulê", birth_year="2014")
    place = f"/office/files/{registration.pk}/"
    caseworker, supervisor = signed_in(Role.CASEWORKER), signed_in(Role.SUPERVISOR)
    assert registration.reference in supervisor.get("/office/files/?show=review").content.decode()
    page = caseworker.get(place)
    assert "Diya wê, Gulê" in page.content.decode() and not page.context["may_review"]
    assert supervisor.get(place).context["may_review"]
    assert caseworker.post(f"{place}review/", {"accept": "1"}).status_code == 403
    for _twice in range(2):
        assert supervisor.post(f"{place}review/", {"accept": "1"}).url == place
    review = ConsentReview.objects.get()
    assert review.is_accepted and not supervisor.get(place).context["may_review"]


@pytest.mark.parametrize(
    ("answer", "words"), [("accept", ""), ("refuse", "could not accept it"), ("", "first looks at")]
)
def test_her_page_says_what_waits_and_what_was_not_accepted(answer: str, words: str) -> None:
    client, registration = enter("en", applicant={"kind": "helper", "name": "Şêrîn"})
    if answer:
        staff: Client = signed_in(Role.SUPERVISOR)
        staff.post(f"/office/files/{registration.pk}/review/", {answer: "1"})
    page = client.get("/en/me/").content.decode()
    assert words in page
    assert ("who may agree here" in page) is bool(words)
