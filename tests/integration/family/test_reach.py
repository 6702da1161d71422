"""How we may reach her: she sees it, changes it and ends it, and is told only what she wants to be told."""

import pytest
from django.test import Client

from portal.accounts.services.holders import create_holder
from portal.audit.actors import SYSTEM
from portal.notifications.kinds import SIGN_OF_LIFE, kinds
from portal.notifications.models import Delivery, EventWish, InboxEntry, SafeChannel, SignOfLife
from portal.notifications.services.channels import Care, care_of, set_channel
from portal.notifications.services.inbox import add_entry
from portal.registry.news import TALK_WISHED
from portal.registry.services.registrations import change_state
from tests.factories.registry import make_registration

from .conftest import LANGUAGES

pytestmark = pytest.mark.django_db

NUMBER = "+963 900 000 044"
SMS = {"value": NUMBER, "wording": "reminder", "hour_from": "18", "hour_to": "22", "days": ["5", "6"]}
SMS |= {"zone": "Asia/Damascus", "is_shared": "yes"}
# Every kind of news there is, whatever apps there are.
WISHES = {kind.code: "message" for kind in kinds() if kind.code != SIGN_OF_LIFE}
WISHES |= {"every": "month", "proceeding.update": "page"}


@pytest.fixture(autouse=True)
def _connected(settings) -> None:
    """A portal with a gateway for text messages; nothing is sent here."""
    settings.SMS_SENDER, settings.SMS_GATEWAY_URL = "http", "http://127.0.0.1:1/"


@pytest.fixture
def hers(client: Client):
    """Her open page: the browser, and whose it is."""
    holder, code = create_holder(language="en", actor=SYSTEM)
    client.post("/en/return/", {"code": code})
    return client, holder


def live(holder) -> dict[str, SafeChannel]:
    return {channel.kind: channel for channel in SafeChannel.objects.filter(holder=holder, ended_at__isnull=True)}


@pytest.mark.parametrize("code", LANGUAGES)
def test_she_sees_what_holds_in_her_language(hers, code):
    client, holder = hers
    assert client.post(f"/{code}/me/reach/sms/", SMS).status_code == 302
    page = client.get(f"/{code}/me/reach/").content.decode()
    hours = "١٨:٠٠" if code in ("ar", "ckb") else "18:00"
    assert NUMBER in page and hours in page
    assert care_of(live(holder)["sms"]) == Care("reminder", 18, 22, "56", "Asia/Damascus", True, None)


def test_arabic_digits_are_a_number_too(hers):
    client, holder = hers
    client.post("/ar/me/reach/sms/", {**SMS, "value": "+٩٦٣ ٩٠٠ ٠٠٠ ٠٤٤"})
    assert live(holder)["sms"].value == NUMBER


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"value": "0900 000 044"}, "value"),
        ({"value": ""}, "value"),
        ({"wording": "a text of mine"}, "wording"),
        ({"hour_to": ""}, "hour_to"),
        ({"hour_to": "18"}, "hour_to"),
        ({"hour_from": "99"}, "hour_from"),
        ({"zone": ""}, "zone"),
        ({"zone": "Moon/Crater"}, "zone"),
        ({"days": ["9"]}, "days"),
    ],
)
def test_a_slip_is_said_beside_the_field_and_nothing_is_lost(hers, code, change, field):
    client, holder = hers
    answer = client.post(f"/{code}/me/reach/sms/", {**SMS, **change})
    form = answer.context["form"]
    assert answer.status_code == 200 and set(form.errors) == {field}
    assert form["zone"].value() == {**SMS, **change}["zone"] and "error-summary" in answer.content.decode()
    assert live(holder) == {}


def test_a_call_has_her_own_words_and_no_sentence_of_ours(hers):
    """What we write is data: staff read it in their language, her own words stay hers."""
    client, holder = hers
    posted = {"value": NUMBER, "may_leave_message": "on", "note": "ask for my aunt first", "is_shared": "no"}
    assert client.post("/en/me/reach/phone/", posted).status_code == 302
    channel = live(holder)["phone"]
    assert channel.note == "ask for my aunt first" and care_of(channel) == Care(is_shared=False, may_leave_message=True)
    assert "wording" not in client.get("/en/me/reach/phone/").context["form"].fields


def test_ending_a_way_holds_at_once_and_leaves_the_others(hers):
    client, holder = hers
    client.post("/en/me/reach/sms/", SMS)
    client.post("/en/me/reach/email/", {"value": "a@example.org", "wording": "news"})
    client.post("/en/me/reach/sms/", {"end": "1"})
    assert set(live(holder)) == {"email"}


def test_what_this_portal_cannot_send_is_not_offered_but_can_be_ended(hers, settings):
    client, holder = hers
    client.post("/en/me/reach/sms/", SMS)
    settings.SMS_SENDER = "null"
    assert "/me/reach/sms/" in client.get("/en/me/reach/").content.decode()
    client.post("/en/me/reach/sms/", {"end": "1"})
    assert "/me/reach/sms/" not in client.get("/en/me/reach/").content.decode() and live(holder) == {}
    assert client.get("/en/me/reach/sms/").status_code == 404


def test_there_is_no_other_way(hers):
    client, _holder = hers
    assert client.get("/en/me/reach/pigeon/").status_code == 404


def test_somebody_elses_ways_are_not_hers(hers):
    client, _holder = hers
    other, _code = create_holder(language="en", actor=SYSTEM)
    set_channel(holder=other, kind="sms", value="+963 900 000 099", note="", actor=SYSTEM)
    page = client.get("/en/me/reach/")
    assert page.status_code == 200 and "+963 900 000 099" not in page.content.decode()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_message_that_did_not_arrive_is_said_to_her(hers, code):
    client, holder = hers
    client.post(f"/{code}/me/reach/sms/", SMS, follow=True)
    assert 'class="note' not in client.get(f"/{code}/me/reach/").content.decode()
    add_entry(holder=holder, kind="proceeding.update", subject="x", actor=SYSTEM)
    Delivery.objects.update(state="given_up", problem="refused")
    assert client.get(f"/{code}/me/reach/").content.decode().count('class="note') == 1


@pytest.mark.parametrize(("telling", "entries", "deliveries"), [("message", 1, 1), ("page", 1, 0), ("never", 0, 0)])
def test_she_is_told_only_what_she_wants_to_be_told(hers, telling, entries, deliveries):
    client, holder = hers
    client.post("/en/me/reach/sms/", SMS)
    assert client.post("/en/me/reach/told/", {**WISHES, "proceeding.update": telling}).status_code == 302
    add_entry(holder=holder, kind="proceeding.update", subject="x", actor=SYSTEM)
    assert (InboxEntry.objects.count(), Delivery.objects.count()) == (entries, deliveries)


def test_an_unread_wish_is_asked_again_and_nothing_changes(hers):
    client, _holder = hers
    answer = client.post("/en/me/reach/told/", {**WISHES, "proceeding.update": "shout"})
    assert set(answer.context["form"].errors) == {"proceeding.update"}
    assert not EventWish.objects.exists() and not SignOfLife.objects.exists()


def test_her_wishes_stand_on_the_page_again(hers):
    client, _holder = hers
    client.post("/en/me/reach/told/", WISHES)
    form = client.get("/en/me/reach/told/").context["form"]
    assert {name: form[name].value() for name in WISHES} == WISHES
    assert "Every month" in client.get("/en/me/reach/").content.decode()


def test_the_wish_to_speak_with_her_reaches_her_inbox(django_capture_on_commit_callbacks):
    """The one sentence for every reason to talk is told, and she can ask never to be told."""
    for never, expected in ((False, 1), (True, 0)):
        registration = make_registration()
        if never:
            EventWish.objects.create(holder=registration.holder, kind=TALK_WISHED, telling="never")
        change_state(registration=registration, state="please_contact", actor=SYSTEM)
        assert InboxEntry.objects.filter(holder=registration.holder, kind=TALK_WISHED).count() == expected
