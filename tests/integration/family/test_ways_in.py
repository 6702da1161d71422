"""Further ways into her page: a name with a phrase, an app, a passkey; and a new code (R-01, R-04, R-05, R-06)."""

import json
import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from portal.accounts.events import WAY_ADDED, WAY_REMOVED
from portal.accounts.models import AccessHolder, Passkey, SignInName
from portal.accounts.services.holders import replace_return_code, set_safe_word
from portal.accounts.services.pins import release, set_pins
from portal.accounts.services.sign_in_names import set_sign_in_name, whose_name
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.family.exporting import everything_json
from portal.family.throttling import PER_NAME
from portal.notifications.models import InboxEntry
from portal.registry.services.erasure import erase
from tests.factories.devices import Device
from tests.factories.registry import make_registration

from .conftest import LANGUAGES

pytestmark = pytest.mark.django_db

NAME, PHRASE, PIN, DURESS = "xezal@example.org", "four olive trees there", "4711", "112233"
TYPED = {"name": NAME, "phrase": PHRASE, "again": PHRASE}


@pytest.fixture
def hers() -> tuple[AccessHolder, str]:
    """A holder with a registration, and her code."""
    holder = make_registration().holder
    return holder, replace_return_code(holder=holder, actor=SYSTEM)


@pytest.fixture
def her_browser(hers) -> Client:
    """A browser in which she has just opened her page; over TLS, as passkeys need."""
    browser = Client()
    browser.defaults.update({"wsgi.url_scheme": "https", "HTTP_REFERER": "https://testserver/"})
    browser.post("/en/return/", {"code": hers[1]})
    return browser


def named(holder: AccessHolder, app_secret: str = "") -> AccessHolder:
    set_sign_in_name(holder=holder, name=NAME, phrase=PHRASE, app_secret=app_secret, actor=Actor.holder(holder.pk))
    return holder


def by_name(language: str = "en", **typed: str) -> tuple[Client, str]:
    """Give a name and a phrase; return the browser, and what stands in it without what differs by chance."""
    browser = Client()
    answer = browser.post(f"/{language}/return/name/", {"name": NAME, "phrase": PHRASE} | typed, follow=True)
    return browser, re.sub(r' value="[^"]*"', "", answer.content.decode())


def by_passkey(device: Device, **typed: str) -> Client:
    browser = Client()
    browser.defaults["wsgi.url_scheme"] = "https"
    asked = browser.get("/en/return/").context["passkey"]
    answer = {"state": asked.state, "answer": device.get(asked.options)}
    browser.last = browser.post("/en/return/passkey/", answer | typed)
    return browser


def is_open(browser: Client, holder: AccessHolder) -> bool:
    return browser.session.get("holder") == str(holder.pk)


def with_passkey(browser: Client) -> Device:
    device = Device()
    asked = browser.get("/en/me/ways/passkey/").context["passkey"]
    given = {"state": asked.state, "answer": device.create(asked.options)}
    assert browser.post("/en/me/ways/passkey/", given).url == "/en/me/ways/"
    return device


def app_code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1]))


def test_a_name_and_a_phrase_open_her_page_under_a_new_key_and_the_code_goes_on(hers, her_browser):
    """R-05; and nothing of it can be read in the database, nor is anybody a user of the staff's pages."""
    holder, code = hers
    assert her_browser.post("/en/me/ways/name/", TYPED).url == "/en/me/ways/"
    browser = Client()
    browser.post("/en/follow/none/")
    browser.get("/en/return/")
    before = browser.session.session_key
    browser.post("/en/return/name/", {"name": "Xezal@Example.org ", "phrase": "FOUR olive  trees there"})
    assert is_open(browser, holder) and browser.session.session_key != before
    row = SignInName.objects.filter(holder=holder).values("name", "digest").get()
    assert NAME.encode() not in bytes(row["name"]) and not get_user_model().objects.exists()
    assert browser.get(reverse("office:day")).url.startswith("/staff/login/")
    assert Client().post("/en/return/", {"code": code}).url == "/en/me/"
    assert InboxEntry.objects.get(holder=holder).kind == "access.way_added"
    assert Event.objects.filter(code=WAY_ADDED, subject_id=holder.pk, data={"way": "name"}).count() == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_name_a_wrong_phrase_a_missing_app_code_and_a_wrong_pin_are_answered_alike_r_01(hers, language):
    named(hers[0], app_secret="A" * 32)
    set_pins(holder=hers[0], pin=PIN, duress_pin="", actor=SYSTEM)
    answers = {
        by_name(language, **typed)[1]
        for typed in (
            {"name": "nobody"},
            {"phrase": "some other phrase"},
            {"app_code": "", "pin": PIN},
            {"app_code": app_code("A" * 32), "pin": "9999"},
        )
    }
    assert len(answers) == 1


def test_wrong_phrases_are_limited_by_name_and_address_and_another_address_still_gets_in_r_04(hers):
    holder = named(hers[0])
    for _attempt in range(PER_NAME):
        by_name(phrase="not this one at all")
    assert "too many attempts" in by_name()[1]
    elsewhere = Client(REMOTE_ADDR="192.0.2.44")
    elsewhere.post("/en/return/name/", {"name": NAME, "phrase": PHRASE})
    assert is_open(elsewhere, holder)


def test_the_pin_and_the_second_pin_hold_for_every_way(hers, her_browser):
    """R-47: under threat the empty page opens, however she comes in."""
    holder, _code = hers
    device = with_passkey(her_browser)
    named(holder)
    set_safe_word(holder=holder, safe_word="pomegranate", actor=SYSTEM)
    set_pins(holder=holder, pin=PIN, duress_pin=DURESS, actor=SYSTEM)
    assert is_open(by_name(pin=PIN)[0], holder) and is_open(by_passkey(device, pin=PIN), holder)
    assert not is_open(by_name()[0], holder) and not is_open(by_passkey(device), holder)
    assert is_open(by_passkey(device, pin=DURESS), holder.decoy)
    assert is_open(by_name(pin=PIN)[0], holder.decoy)


def test_a_code_from_the_app_opens_once(her_browser, hers):
    secret = her_browser.get("/en/me/ways/name/").context["secret"]
    wrong = her_browser.post("/en/me/ways/name/", TYPED | {"app_secret": secret, "app_code": "000000"})
    assert set(wrong.context["form"].errors) == {"app_code"} and wrong.context["secret"] == secret
    code = app_code(secret)
    her_browser.post("/en/me/ways/name/", TYPED | {"app_secret": secret, "app_code": code[:3] + " " + code[3:]})
    assert whose_name(name=NAME, phrase=PHRASE, app_code="", pin="") is None
    assert is_open(by_name(app_code=code)[0], hers[0])
    assert whose_name(name=NAME, phrase=PHRASE, app_code=code, pin="") is None


def test_a_passkey_opens_her_page_and_no_other_and_an_answer_holds_once(hers, her_browser):
    device = with_passkey(her_browser)
    opened = by_passkey(device)
    assert is_open(opened, hers[0]) and Passkey.objects.get().last_used_at
    for other in (
        Device(),
        Device(number=device.number),
        Device(number=device.number, site="elsewhere.example"),
    ):
        assert not is_open(by_passkey(other), hers[0])
    device.recognises = False
    assert not is_open(by_passkey(device), hers[0])
    device.recognises = True
    browser = Client()
    browser.defaults["wsgi.url_scheme"] = "https"
    asked = browser.get("/en/return/").context["passkey"]
    given = {"state": asked.state, "answer": device.get(asked.options)}
    assert browser.post("/en/return/passkey/", given).status_code == 302
    again = Client()
    again.defaults["wsgi.url_scheme"] = "https"
    assert again.post("/en/return/passkey/", given).status_code == 200


@pytest.mark.parametrize("answer", ["", "x", "[]", "{}", '{"rawId": 7}', '{"rawId": "AA", "response": {}}', "[" * 9000])
def test_what_is_no_answer_opens_nothing_and_keeps_nothing(her_browser, answer):
    asked = her_browser.get("/en/me/ways/passkey/").context["passkey"]
    kept = her_browser.post("/en/me/ways/passkey/", {"state": asked.state, "answer": answer})
    opened = Client().post("/en/return/passkey/", {"state": "x", "answer": answer})
    assert kept.status_code == opened.status_code == 200 and not Passkey.objects.exists()
    assert "did not work on this device" in kept.text and "does not open a page" in opened.text


def test_what_the_device_lists_says_nothing(her_browser):
    """R-42: the address of the site and two neutral words, the same for everybody."""
    options = json.loads(her_browser.get("/en/me/ways/passkey/").context["passkey"].options)["publicKey"]
    assert options["rp"]["name"] == "testserver" and options["user"]["name"] == "My page"


def test_who_finds_her_page_open_adds_no_way_and_needs_no_proof_to_take_one_away(hers, her_browser, clock):
    """R-06: five minutes after opening, she is asked once more; then she is where she wanted to go."""
    holder, code = named(hers[0]), hers[1]
    her_browser.post("/en/return/", {"code": code})
    session = her_browser.session
    session["holder_opened"] -= 301
    session.save()
    assert her_browser.post("/en/me/ways/", {"remove": "name"}).url == "/en/me/ways/"
    assert not SignInName.objects.exists()
    assert her_browser.get("/en/me/ways/name/").url == "/en/return/"
    assert not is_open(her_browser, holder)
    assert her_browser.post("/en/return/", {"code": code}).url == "/en/me/ways/"
    assert Event.objects.filter(code=WAY_REMOVED, subject_id=holder.pk).count() == 1


def test_the_list_says_nothing_of_what_is_set(hers, her_browser):
    """R-47: an empty page that opened under threat shows the same."""
    before = re.sub(r' value="[^"]*"', "", her_browser.get("/en/me/ways/").text)
    named(hers[0])
    with_passkey(her_browser)
    her_browser.get("/en/me/")
    assert re.sub(r' value="[^"]*"', "", her_browser.get("/en/me/ways/").text) == before


def test_a_new_code_ends_the_old_one(hers, her_browser):
    holder, code = hers
    page = her_browser.post("/en/me/ways/code/")
    new = page.context["code"].replace(" ", "")
    assert Client().post("/en/return/", {"code": code}).status_code == 200
    assert Client().post("/en/return/", {"code": new}).status_code == 302
    assert InboxEntry.objects.get(holder=holder).kind == "access.new_code"


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "\u0640"}, "name"),
        ({"phrase": "short", "again": "short"}, "phrase"),
        ({"phrase": "passwordpassword"[:8] * 2, "again": "x" * 12}, "again"),
        ({"again": "another phrase here"}, "again"),
        ({"phrase": NAME, "again": NAME}, "phrase"),
        ({"app_code": "123456", "app_secret": "no key"}, "app_code"),
    ],
)
def test_a_slip_is_said_beside_the_field(her_browser, typed, field):
    assert field in her_browser.post("/ku/me/ways/name/", TYPED | typed).context["form"].errors


def test_two_people_may_have_one_name_and_not_the_phrase_too(hers):
    named(hers[0])
    other = make_registration().holder
    browser = Client()
    browser.post("/en/return/", {"code": replace_return_code(holder=other, actor=SYSTEM)})
    assert set(browser.post("/en/me/ways/name/", TYPED).context["form"].errors) == {"phrase"}
    mine = TYPED | {"phrase": "seven white pigeons", "again": "seven white pigeons"}
    assert browser.post("/en/me/ways/name/", mine).status_code == 302
    assert whose_name(name=NAME, phrase=PHRASE, app_code="", pin="") == hers[0]


def test_choosing_is_no_way_to_guess_a_phrase_r_04(hers):
    named(hers[0])
    browser = Client()
    browser.post("/en/return/", {"code": replace_return_code(holder=make_registration().holder, actor=SYSTEM)})
    for number in range(PER_NAME):
        guess = f"guess number {number} of many"
        browser.post("/en/me/ways/name/", TYPED | {"phrase": guess, "again": guess})
    assert set(browser.post("/en/me/ways/name/", TYPED).context["form"].errors) == {"name"}


def test_her_page_says_when_a_code_was_given_and_a_way_added(hers, her_browser):
    named(hers[0])
    page = her_browser.get(f"/en/me/{hers[0].registrations.get().reference}/opened/").text
    assert "A new code was given" in page and "A way into your page was added" in page


def test_they_stand_in_the_download_and_go_with_her(hers, her_browser):
    """R-38, R-34."""
    holder, _code = hers
    with_passkey(her_browser)
    named(holder, app_secret="B" * 32)
    registration = holder.registrations.get()
    told = json.loads(everything_json(registration, holder))
    kept = told["accounts.signinname"][0]
    assert kept["name"] == NAME and kept["digest"] is True and len(told["accounts.passkey"]) == 1
    assert "B" * 32 not in json.dumps(told)
    erase(registration=registration, actor=Actor.holder(holder.pk))
    assert not SignInName.objects.exists() and not Passkey.objects.exists()


def test_a_recovered_page_keeps_no_way_that_somebody_else_may_have_added(hers, her_browser):
    with_passkey(her_browser)
    release(holder=named(hers[0]))
    assert not SignInName.objects.exists() and not Passkey.objects.exists()
