"""Administrators keep the recipients; a caseworker asks one family about one of them."""

import pytest
from django.test import Client

from portal.audit.models import Event
from portal.organizations import events
from portal.organizations.models import Recipient
from portal.registry.consent import allows
from portal.registry.models import ConsentQuestion
from portal.registry.services.giving import CannotBeAsked
from tests.factories.recipients import agreed_about, asked_about, make_recipient
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory, sign_in

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

COURT = {
    "kind": "court",
    "country": "IQ",
    "imposes_death_penalty": "on",
    "authority": "iraq",
    "name_ar": "محكمة النهرين",
    "name_ckb": "دادگای دوو ڕووبار",
    "name_ku": "Dadgeha Du Çeman",
    "name_en": "Court of Two Rivers",
}


def test_a_recipient_is_added_with_its_names_and_ended(client):
    sign_in(client, StaffFactory(administrator=True))
    answer = client.post("/office/recipients/new/", COURT, follow=True).text
    assert "Court of Two Rivers" in answer and "Courts there can impose the death penalty." in answer
    court = Recipient.objects.get()
    assert (court.name_ckb, court.country, court.authority, court.imposes_death_penalty) == (
        "دادگای دوو ڕووبار",
        "IQ",
        "iraq",
        True,
    )
    for _twice in range(2):
        assert "Given nothing any more" in client.post(f"/office/recipients/{court.pk}/end/", follow=True).text
    assert Event.objects.filter(code=events.RECIPIENT_ENDED, subject_id=court.pk).count() == 1


def test_nobody_is_asked_about_a_recipient_before_a_second_person_confirmed_it_r_21(client):
    first, caseworker = StaffFactory(administrator=True), StaffFactory(caseworker=True)
    sign_in(client, first)
    client.post("/office/recipients/new/", COURT)
    court, registration = Recipient.objects.get(), make_registration()
    assert (
        "Another person has to confirm it." in client.post(f"/office/recipients/{court.pk}/confirm/", follow=True).text
    )
    with pytest.raises(CannotBeAsked):
        asked_about(registration, court)
    office = Client()
    sign_in(office, caseworker)
    assert COURT["name_en"] not in office.get(f"/office/files/{registration.pk}/giving/").text
    second = Client()
    sign_in(second, StaffFactory(administrator=True))
    for _twice in range(2):
        second.post(f"/office/recipients/{court.pk}/confirm/")
    assert Event.objects.filter(code=events.RECIPIENT_CONFIRMED, subject_id=court.pk).count() == 1
    agreed_about(registration, court, "person")
    assert allows(registration, court.kind, court, "person")
    Recipient.objects.update(confirmed_at=None, confirmed_by=None)
    assert not allows(registration, court.kind, court, "person")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name_ku": ""}, "name_ku"),
        ({"risk_en": "It may call you."}, "risk_ar"),
        ({"kind": "security"}, "kind"),
        ({"country": "ZZ"}, "country"),
        ({"authority": "nobody"}, "authority"),
        ({"name_en": "x\u202ey"}, "name_en"),
    ],
)
def test_what_is_wrong_with_a_recipient_is_said_beside_its_field(client, changes, field):
    sign_in(client, StaffFactory(administrator=True))
    answer = client.post("/office/recipients/new/", {**COURT, **changes})
    assert field in answer.context["form"].errors
    assert not Recipient.objects.exists()


def test_the_same_name_twice_is_refused(client):
    sign_in(client, StaffFactory(administrator=True))
    client.post("/office/recipients/new/", COURT)
    assert client.post("/office/recipients/new/", COURT).context["form"].errors
    assert Recipient.objects.count() == 1


def test_a_caseworker_asks_and_sees_what_the_family_answered(client):
    sign_in(client, StaffFactory(caseworker=True))
    registration, court = make_registration(), make_recipient("court", imposes_death_penalty=True)
    address = f"/office/files/{registration.pk}/giving/"
    assert address in client.get(f"/office/files/{registration.pk}/").text
    assert client.post(address, {"recipient": court.pk}).context["form"].errors.keys() == {"classes"}
    asked = {"recipient": court.pk, "classes": ["person", "last_news"]}
    assert "Waits for the family" in client.post(address, asked, follow=True).text
    assert ConsentQuestion.objects.get().data_classes == ["person", "last_news"]
    agreed_about(registration, court, "person")
    page = client.get(address).text
    assert "Waits for the family" not in page and page.count("Yes<") == 1 and page.count("No<") == 5


def test_a_family_without_a_page_cannot_be_asked(client):
    sign_in(client, StaffFactory(caseworker=True))
    registration, court = make_registration(), make_recipient()
    registration.state = "closed_at_your_wish"
    registration.save()
    asked = {"recipient": court.pk, "classes": ["person"]}
    page = client.post(f"/office/files/{registration.pk}/giving/", asked, follow=True).text
    assert "This family cannot be asked" in page and not ConsentQuestion.objects.exists()


def test_an_ended_recipient_can_be_chosen_no_more_and_its_question_is_gone(client):
    sign_in(client, StaffFactory(caseworker=True))
    registration, court = make_registration(), make_recipient()
    asked_about(registration, court)
    address = f"/office/files/{registration.pk}/giving/"
    assert court.name_en in client.get(address).text
    Recipient.objects.update(is_active=False)
    assert court.name_en not in client.get(address).text
