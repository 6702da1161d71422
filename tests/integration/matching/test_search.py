"""The search of staff finds across scripts, opens little, and logs no word of what was typed."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from portal.confidential.bulk import Ciphers
from portal.core.references import read_reference
from portal.matching import events
from portal.matching.enums import SearchPurpose, SideKind
from portal.matching.search import Hit, search_people
from portal.registry.enums import Purpose
from portal.registry.models import Registration
from portal.registry.services.consents import withdraw_consent
from tests.factories.matching import make_detainee, make_registration, make_staff
from tests.factories.sessions import signed_in as client_of

pytestmark = pytest.mark.django_db


def find(text: str, *, user, **beside) -> list[Hit]:
    return search_people(text=text, user=user, purpose=SearchPurpose.FAMILY_ASKS, **beside).hits


@pytest.mark.parametrize("text", ["آزاد محمد سليمان", "Azad Mihemed Silêman", "ئازاد محەمەد سلێمان", "azad mohammad"])
def test_a_name_is_found_in_any_script_on_both_sides(text) -> None:
    registration, detainee = make_registration(), make_detainee()
    make_registration("Şîrîn Xelef Elî", mother="")
    hits = find(text, user=make_staff(Role.REVIEWER))
    assert {hit.id for hit in hits} == {registration.pk, detainee.pk}


def test_a_reference_is_found_with_or_without_its_dashes() -> None:
    registration, user = make_registration(), make_staff(Role.CASEWORKER)
    for text in (registration.reference, registration.reference.replace("-", "").lower()):
        hit = find(text, user=user)[0]
        assert (hit.id, hit.name) == (registration.pk, "آزاد محمد سليمان")


def test_a_reference_without_any_digit_is_found_too() -> None:
    registration, user = make_registration(), make_staff(Role.CASEWORKER)
    Registration.objects.filter(pk=registration.pk).update(reference="SR-BCDF-GHJN")
    assert read_reference("sr bcdf ghjn") == "SR-BCDF-GHJN"
    assert [hit.id for hit in find("sr bcdf ghjn", user=user)] == [registration.pk]


def test_caseworkers_do_not_see_lists_of_detained_people() -> None:
    make_registration(), make_detainee()
    hits = find("آزاد محمد", user=make_staff(Role.CASEWORKER))
    assert {hit.kind for hit in hits} == {SideKind.REGISTRATION}


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.DATA_STEWARD, Role.ADMINISTRATOR, Role.ORGANIZATION_EDITOR])
def test_other_roles_do_not_search(role) -> None:
    with pytest.raises(PermissionDenied):
        find("آزاد", user=make_staff(role))


def test_one_event_per_search_with_purpose_and_without_the_words() -> None:
    registration, user = make_registration(), make_staff(Role.CASEWORKER)
    find("آزاد محمد", user=user)
    event = Event.objects.get(code=events.SEARCHED)
    assert (event.purpose, event.actor_id) == ("family_asks", user.pk)
    assert event.data == {"found": 1, "registration": [str(registration.pk)]}


def test_at_most_the_limit_is_opened_and_the_reader_is_told(settings, monkeypatch) -> None:
    settings.SEARCH_DECRYPT_LIMIT = 4
    for _ in range(6):
        make_registration(), make_detainee()
    opened: list = []
    open_keys = Ciphers.open
    monkeypatch.setattr(
        Ciphers, "open", lambda self, keys: open_keys(self, opened.extend(found := list(keys)) or found)
    )
    found = search_people(text="آزاد محمد سليمان", user=make_staff(Role.SUPERVISOR), purpose=SearchPurpose.TWICE)
    assert len(opened) == 4 and found.is_cut


def test_the_name_of_the_brief_is_found_across_scripts() -> None:
    registration = make_registration("محمد عبدالرحمن", mother="")
    make_registration("أحمد عبد الله", mother="")
    hits = find("Mihemed Ebdulrehman", user=make_staff(Role.CASEWORKER))
    assert [hit.id for hit in hits] == [registration.pk]


@pytest.mark.parametrize(
    ("text", "beside", "why"),
    [
        ("Abu Omar", {}, "The name with Abu or Umm sounds alike"),
        ("Gulistan", {}, "The mother’s name sounds alike"),
        ("Azad Gulistan", {}, "Every word stands in the name or in the mother’s name"),
        ("Azad", {"mother": "گوڵستان"}, "The mother’s name is the one you wrote"),
        ("Azad 1991", {}, "Born in these years"),
        ("Azad 1985-1992", {}, "Born in these years"),
        ("آزاد ٢٠١٩", {}, "Last news or custody in these years"),
        ("Azad Mihemed Qamishli", {}, "The place is the same"),
        ("Azad", {"place": "الحسكة"}, "The place is the same"),
        ("DET-9", {}, "The number is the same"),
    ],
)
def test_it_says_why_somebody_is_here(text, beside, why) -> None:
    detainee = make_detainee("ازاد محمد سلمان أبو عمر", external_id="DET-9")
    hit = find(text, user=make_staff(Role.REVIEWER), **beside)[0]
    assert hit.id == detainee.pk and why in [str(words) for words in hit.why]


def test_years_leave_out_who_cannot_be_meant_and_keep_who_says_nothing() -> None:
    make_detainee(birth_date="1960", event_date="2016")
    silent = make_detainee(birth_date="", event_date="")
    hits = find("ازاد", user=make_staff(Role.REVIEWER), first_year=1990, last_year=1995)
    assert [hit.id for hit in hits] == [silent.pk]


def test_who_only_compares_does_not_find_a_family_that_withdrew() -> None:
    """R-13: the search is no side door to a registration that takes no part in comparison."""
    registration = make_registration()
    withdraw_consent(registration=registration, purpose=Purpose.COMPARE, actor=SYSTEM)
    for text in ("آزاد محمد", registration.reference):
        assert find(text, user=make_staff(Role.REVIEWER)) == []
        assert [hit.id for hit in find(text, user=make_staff(Role.CASEWORKER))] == [registration.pk]


def test_a_purpose_is_asked_once_a_visit() -> None:
    client, address = client_of(make_staff(Role.CASEWORKER)), reverse("office:search")
    answer = client.post(address, {"q": "Azad"})
    assert answer.status_code == 422 and "Choose what you need it for." in answer.content.decode()
    assert 'value="Azad"' in answer.content.decode() and not Event.objects.filter(code=events.SEARCHED).exists()
    client.post(address, {"q": "Azad", "purpose": "twice"})
    assert '<option value="twice" selected>' in client.get(address).content.decode()
    with pytest.raises(ValueError, match="purpose"):
        search_people(text="Azad", user=make_staff(Role.CASEWORKER), purpose="curiosity")


@pytest.mark.parametrize(
    "text", ['"', "'", "", "%", "\\", "<script>", "\x00", "\u202e", "9" * 30, "' OR 1=1 --", "\ud800"]
)
def test_strange_words_are_harmless(text) -> None:
    make_registration()
    client = client_of(make_staff(Role.SUPERVISOR))
    answer = client.post(reverse("office:search"), {"q": text.encode("utf-8", "surrogatepass"), "purpose": "twice"})
    assert answer.status_code in (200, 422)
    assert "<script>" not in answer.content.decode().replace("<script src", "")


def test_the_results_say_why_they_are_here() -> None:
    registration = make_registration()
    client = client_of(make_staff(Role.CASEWORKER))
    page = client.post(reverse("office:search"), {"q": "Azad Mihemed", "purpose": "family_asks"}).content.decode()
    assert registration.reference in page and "آزاد محمد سليمان" in page
    assert "Every word that was typed stands in the name" in page
