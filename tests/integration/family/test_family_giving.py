"""Her page asks about one recipient at a time, by its name and with its risks, and takes a yes back in two taps."""

import pytest

from portal.audit.actors import SYSTEM
from portal.organizations.services import end_recipient
from portal.registry.consent import allows
from portal.registry.enums import DataClass, Purpose
from portal.registry.models import NamedAuthority
from tests.factories.recipients import agreed_about, asked_about, make_recipient
from tests.factories.registry import make_registration

from .test_family_page import enter

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
WAITS = "We have a question for you."


def address(registration, recipient) -> str:
    return f"/en/me/{registration.reference}/give/{recipient.pk}/"


def test_nothing_is_asked_before_a_recipient_is_there_then_one_question_at_a_time_r_100():
    client, registration = enter()
    court, lawyer = make_recipient("court"), make_recipient("lawyer")
    assert WAITS not in client.get("/en/me/").text
    asked_about(registration, court)
    asked_about(registration, lawyer)
    page = client.get("/en/me/").text
    assert page.count(WAITS) == 1 and address(registration, court) in page
    assert address(registration, lawyer) not in page
    assert client.get(address(registration, lawyer)).status_code == 404
    client.post(address(registration, court), {"classes": ["person"]})
    page = client.get("/en/me/").text
    assert page.count(WAITS) == 1 and address(registration, lawyer) in page


def test_the_question_names_the_recipient_and_its_risks_and_nothing_is_ticked_r_106():
    client, registration = enter()
    court = make_recipient("court", imposes_death_penalty=True, has_risk=True)
    asked_about(registration, court)
    page = client.get(address(registration, court)).text
    for sentence in (court.name_en, court.risk_en, "This court can impose the death penalty."):
        assert sentence in page
    assert "checked" not in page and "Withdraw consent" not in page
    assert "did their people take" not in page


def test_no_tick_is_a_no_and_ticks_are_a_yes_to_just_these():
    client, registration = enter()
    court = make_recipient("court")
    asked_about(registration, court)
    answer = client.post(address(registration, court), {}, follow=True).text
    assert "We give nothing to this recipient." in answer
    assert not allows(registration, Purpose.COURT, court, DataClass.PERSON)
    client.post(address(registration, court), {"classes": ["person", "last_news"]})
    agreed = [code for code in DataClass if allows(registration, Purpose.COURT, court, code)]
    assert agreed == [DataClass.PERSON, DataClass.LAST_NEWS]


def test_only_what_was_asked_can_be_agreed():
    client, registration = enter()
    court = make_recipient("court")
    asked_about(registration, court, ("person",))
    wrong = client.post(address(registration, court), {"classes": ["person", "reach"]})
    assert wrong.status_code == 200 and wrong.context["form"].errors
    assert not allows(registration, Purpose.COURT, court, DataClass.PERSON)


def test_two_taps_take_it_back_at_once_r_101():
    client, registration = enter()
    court = make_recipient("court")
    agreed_about(registration, court, "person")
    page = client.get("/en/me/").text
    assert address(registration, court) in page
    page = client.get(address(registration, court)).text
    assert 'name="withdraw"' in page
    page = client.post(address(registration, court), {"withdraw": "1"}, follow=True).text
    assert "It takes effect at once." in page
    assert not allows(registration, Purpose.COURT, court, DataClass.PERSON)
    assert "Withdrawn" in client.get("/en/me/").text


def test_sharing_with_those_she_fears_stays_off_and_warns_r_106():
    client, registration = enter()
    court = make_recipient("court", authority="iraq")
    asked_about(registration, court)
    assert "did their people take" in client.get(address(registration, court)).text
    answer = client.post(address(registration, court), {"named": "yes", "classes": ["person"]}, follow=True).text
    assert "We give nothing to this recipient." in answer
    assert not allows(registration, Purpose.COURT, court, DataClass.PERSON)
    assert "We give them nothing, whatever you tick." in client.get(address(registration, court)).text
    client.post(address(registration, court), {"named": "no", "classes": ["person"]})
    assert allows(registration, Purpose.COURT, court, DataClass.PERSON)
    assert not NamedAuthority.objects.filter(ended_at__isnull=True).exists()


def test_a_recipient_she_was_never_asked_about_is_not_found_and_nobody_elses_is():
    client, registration = enter()
    court, other = make_recipient("court"), make_registration()
    agreed_about(other, court, "person")
    assert client.get(address(registration, court)).status_code == 404
    assert client.get(address(other, court)).status_code == 404


def test_what_she_answered_stays_to_be_seen_though_the_recipient_ended():
    client, registration = enter()
    court = make_recipient("court")
    agreed_about(registration, court, "person")
    end_recipient(recipient=court, actor=SYSTEM)
    assert court.name_en in client.get("/en/me/").text
    assert client.get(address(registration, court)).status_code == 200
