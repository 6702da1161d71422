"""The search of staff finds across scripts, opens little, and logs no word of what was typed."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from portal.accounts.enums import Role
from portal.audit.models import Event
from portal.matching import events
from portal.matching import search as searching
from portal.matching.enums import SideKind
from portal.matching.search import search_people
from tests.factories.matching import make_detainee, make_registration, make_staff
from tests.factories.sessions import signed_in as client_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("text", ["آزاد محمد سليمان", "Azad Mihemed Silêman", "ئازاد محەمەد سلێمان", "azad mohammad"])
def test_a_name_is_found_in_any_script_on_both_sides(text) -> None:
    registration, detainee = make_registration(), make_detainee()
    make_registration("Şîrîn Xelef Elî", mother="")
    hits = search_people(text=text, user=make_staff(Role.REVIEWER))
    assert {hit.id for hit in hits} == {registration.pk, detainee.pk}


def test_a_reference_is_found_with_or_without_its_dashes() -> None:
    registration, user = make_registration(), make_staff(Role.CASEWORKER)
    for text in (registration.reference, registration.reference.replace("-", "").lower()):
        hit = search_people(text=text, user=user)[0]
        assert (hit.id, hit.name) == (registration.pk, "آزاد محمد سليمان")


def test_caseworkers_do_not_see_lists_of_detained_people() -> None:
    make_registration(), make_detainee()
    hits = search_people(text="آزاد محمد", user=make_staff(Role.CASEWORKER))
    assert {hit.kind for hit in hits} == {SideKind.REGISTRATION}


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.DATA_STEWARD, Role.ADMINISTRATOR, Role.ORGANIZATION_EDITOR])
def test_other_roles_do_not_search(role) -> None:
    with pytest.raises(PermissionDenied):
        search_people(text="آزاد", user=make_staff(role))


def test_one_event_per_search_with_purpose_and_without_the_words() -> None:
    registration, user = make_registration(), make_staff(Role.CASEWORKER)
    search_people(text="آزاد محمد", user=user)
    event = Event.objects.get(code=events.SEARCHED)
    assert (event.purpose, event.actor_id) == ("search", user.pk)
    assert event.data == {"found": 1, "registration": [str(registration.pk)]}


def test_at_most_the_limit_is_opened(settings, monkeypatch) -> None:
    settings.SEARCH_DECRYPT_LIMIT = 4
    for _ in range(6):
        make_registration(), make_detainee()
    opened: list = []
    monkeypatch.setattr(searching, "open_data_keys", lambda keys: opened.extend(keys))
    search_people(text="آزاد محمد سليمان", user=make_staff(Role.SUPERVISOR))
    assert len(opened) == 4


@pytest.mark.parametrize(
    "text", ['"', "'", "", "%", "\\", "<script>", "\x00", "\u202e", "9" * 30, "' OR 1=1 --", "\ud800"]
)
def test_strange_words_are_harmless(text) -> None:
    make_registration()
    client = client_of(make_staff(Role.SUPERVISOR))
    answer = client.post(reverse("office:search"), {"q": text.encode("utf-8", "surrogatepass")})
    assert answer.status_code == 200
    assert "<script>" not in answer.content.decode().replace("<script src", "")


def test_the_results_say_why_they_are_here() -> None:
    registration = make_registration()
    client = client_of(make_staff(Role.CASEWORKER))
    page = client.post(reverse("office:search"), {"q": "Azad Mihemed"}).content.decode()
    assert registration.reference in page and "آزاد محمد سليمان" in page
    assert "Every word that was typed stands in the name" in page
