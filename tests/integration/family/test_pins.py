"""The PIN beside the code, and the second PIN that opens an empty page under threat (R-47)."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from portal.accounts.enums import Role
from portal.accounts.events import PAGE_FROZEN, PIN_WRONG
from portal.accounts.models import AccessHolder
from portal.accounts.services.holders import create_holder, replace_return_code, set_safe_word
from portal.accounts.services.pins import WRONG_PINS_AN_HOUR, set_pins, whose_page
from portal.accounts.services.recovery import approve_recovery, request_recovery
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.notifications.models import Delivery, InboxEntry
from portal.notifications.services.channels import set_channel
from portal.notifications.services.delivery import attempt
from portal.notifications.services.inbox import add_entry
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory, sign_in

from .conftest import LANGUAGES

pytestmark = pytest.mark.django_db

PIN, DURESS = "4711", "112233"


@pytest.fixture
def hers() -> tuple[AccessHolder, str]:
    """A holder with a registration, a safe word and both PINs, and her code."""
    holder = make_registration().holder
    set_safe_word(holder=holder, safe_word="pomegranate", actor=SYSTEM)
    set_pins(holder=holder, pin=PIN, duress_pin=DURESS, actor=SYSTEM)
    return holder, replace_return_code(holder=holder, actor=SYSTEM)


def opened(code: str, pin: str = "", language: str = "en") -> str:
    """What stands in the browser after giving a code and a PIN; marks that differ by chance are taken out."""
    answer = Client().post(f"/{language}/return/", {"code": code, "pin": pin}, follow=True)
    return re.sub(r'(value|nonce)="[^"]{20,}"', "", answer.content.decode()).replace(pin or "\0", "")


def test_code_and_pin_open_her_page(hers):
    holder, code = hers
    assert holder.registrations.get().reference in opened(code, PIN)
    assert holder.registrations.get().reference in opened(code, "٤٧١١", "ar")


@pytest.mark.parametrize("code_language", LANGUAGES)
def test_a_wrong_pin_a_missing_pin_and_a_wrong_code_are_answered_alike(hers, code_language):
    _holder, code = hers
    for pin in ("9999", ""):
        wrong = opened("1234123412341234", pin, code_language).replace("1234123412341234", "")
        assert opened(code, pin, code_language).replace(code, "") == wrong


def test_many_wrong_pins_close_the_way_for_an_hour_and_say_so_to_nobody(hers):
    holder, code = hers
    for number in range(WRONG_PINS_AN_HOUR):
        assert whose_page(code=code, pin=f"{number:04}") is None
    assert whose_page(code=code, pin=PIN) is None
    assert Event.objects.filter(code=PIN_WRONG, subject_id=holder.pk).count() == WRONG_PINS_AN_HOUR


def test_where_no_pin_was_chosen_none_is_needed_and_one_too_many_is_no_mistake():
    holder, code = create_holder(language="en", actor=SYSTEM)
    assert whose_page(code=code, pin="") == holder == whose_page(code=code, pin="1234")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_second_pin_opens_what_an_empty_page_really_looks_like(hers, language):
    """R-47: byte for byte the page of somebody who has nothing there, on every address of hers."""
    _holder, code = hers
    _empty, other = create_holder(language="ar", actor=SYSTEM)
    assert opened(code, DURESS, language) == opened(other, "", language)
    pages = []
    for given in ({"code": code, "pin": DURESS}, {"code": other}):
        client = Client()
        client.post(f"/{language}/return/", given)
        answers = [client.get(f"/{language}/me/{path}") for path in ("", "reach/", "reach/told/", "pin/", "pin/word/")]
        pages.append([re.sub(r'value="[^"]{20,}"', "", answer.content.decode()) for answer in answers])
    assert pages[0] == pages[1]


def test_afterwards_the_real_page_is_closed_and_her_other_windows_too(hers):
    holder, code = hers
    window = Client()
    window.post("/en/return/", {"code": code, "pin": PIN})
    assert window.get("/en/me/").status_code == 200
    opened(code, DURESS)
    assert window.get("/en/me/").status_code == 302
    reference = holder.registrations.get().reference
    assert reference not in opened(code, PIN) and opened(code, PIN) == opened(code, DURESS)
    assert Event.objects.filter(code=PAGE_FROZEN, subject_id=holder.pk).count() == 1


def test_nothing_is_sent_while_it_is_closed(hers, gateway_is_never_asked):
    holder, code = hers
    set_channel(holder=holder, kind="sms", value="+963 900 000 044", note="", actor=SYSTEM)
    add_entry(holder=holder, kind="proceeding.update", subject="before", actor=SYSTEM)
    opened(code, DURESS)
    holder.refresh_from_db()
    add_entry(holder=holder, kind="proceeding.update", subject="after", actor=SYSTEM)
    delivery = Delivery.objects.get()
    assert attempt(delivery_id=delivery.pk, attempts=0) is None
    assert not Delivery.objects.undelivered().exists() and InboxEntry.objects.count() == 2


@pytest.fixture
def gateway_is_never_asked(settings) -> None:
    """Where it is asked, the address is refused and the message would wait for another time."""
    settings.SMS_SENDER, settings.SMS_GATEWAY_URL = "http", "http://127.0.0.1:1/"


def test_staff_are_told_and_two_of_them_open_it_again(hers):
    holder, code = hers
    opened(code, DURESS)
    first, second = (StaffFactory(role=role) for role in (Role.CASEWORKER, Role.SUPERVISOR))
    office = sign_in(Client(), first)
    counts = {str(item["label"]): item["count"] for item in office.get(reverse("office:day")).context["waiting"]}
    assert counts["Pages closed to protect their owners"] == 1
    reference = holder.registrations.get().reference
    assert reference in office.get(reverse("office:recovery")).content.decode()
    recovery = request_recovery(holder=holder, spoken="pomegranate", actor=Actor.staff(first.pk))
    sign_in(Client(), second).post(reverse("office:recovery-approve", args=[recovery.pk]))
    new = replace_return_code(holder=holder, actor=SYSTEM)
    assert reference in opened(new) and "no longer works. Was it not you?" in opened(new)


def test_an_approved_recovery_ends_the_freeze_and_both_pins(hers):
    holder, code = hers
    opened(code, DURESS)
    first, second = StaffFactory(role=Role.CASEWORKER), StaffFactory(role=Role.SUPERVISOR)
    recovery = request_recovery(holder=holder, spoken="pomegranate", actor=Actor.staff(first.pk))
    new = approve_recovery(recovery=recovery, actor=Actor.staff(second.pk))
    assert whose_page(code=new, pin="") == holder and whose_page(code=code, pin=PIN) is None


@pytest.mark.parametrize(
    ("posted", "field"),
    [
        ({"pin": "12"}, "pin"),
        ({"pin": "123456789"}, "pin"),
        ({"pin": "12ab"}, "pin"),
        ({"duress_pin": "1234"}, "pin"),
        ({"pin": "1234", "duress_pin": "1234"}, "duress_pin"),
        ({"pin": "1234", "duress_pin": "99"}, "duress_pin"),
    ],
)
def test_a_slip_is_said_beside_the_field(client, hers, posted, field):
    _holder, code = hers
    client.post("/ku/return/", {"code": code, "pin": PIN})
    assert set(client.post("/ku/me/pin/", posted).context["form"].errors) == {field}


def test_the_second_pin_needs_a_safe_word_and_the_page_leads_to_it(client):
    holder, code = create_holder(language="en", actor=SYSTEM)
    client.post("/en/return/", {"code": code})
    both = {"pin": PIN, "duress_pin": DURESS}
    assert set(client.post("/en/me/pin/", both).context["form"].errors) == {"duress_pin"}
    assert client.post("/en/me/pin/word/", {"safe_word": "olive"}).status_code == 302
    assert client.post("/en/me/pin/", both).status_code == 302
    assert whose_page(code=code, pin=PIN) == holder and whose_page(code=code, pin="") is None
    page = client.get("/en/me/pin/").content.decode()
    assert PIN not in page and DURESS not in page
    client.post("/en/me/pin/", {"none": "1"})
    assert whose_page(code=code, pin="") == holder
