"""Text messages go out through an HTTP gateway, with one sentence that says nothing (R-46).

A real gateway on the loopback interface keeps what it is sent.
"""

import hashlib
import hmac
import json
import re

import pytest
from django.core.exceptions import ImproperlyConfigured

from portal.core.languages import LANGUAGES
from portal.notifications.checks import check_gateway_is_safe, check_sender_is_neutral
from portal.notifications.enums import Wording
from portal.notifications.kinds import SIGN_OF_LIFE, kinds
from portal.notifications.models import Delivery, DeliveryState
from portal.notifications.senders import current_sender, news_text
from portal.notifications.services.delivery import WAITS, attempt
from tests.factories.channels import give_news, make_channel
from tests.integration.notifications.test_messages_without_content import LISTED

pytestmark = pytest.mark.django_db
SECRET = "only-for-tests"


def sent_by(gateway, **channel):
    """What became of one message, after one attempt."""
    delivery = give_news(make_channel(**channel).holder)
    wait = attempt(delivery_id=delivery.pk, attempts=0)
    delivery.refresh_from_db()
    return delivery, wait


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("wording", Wording.values)
def test_the_gateway_gets_her_number_and_the_words_she_chose(gateway, code, wording):
    delivery, wait = sent_by(gateway, language=code, wording=wording)
    ((headers, content),) = gateway.received
    assert content == {"from": "Post", "to": "+963900000044", "text": news_text(code, wording=wording)}
    assert headers["Authorization"] == "Bearer a token" and headers["Idempotency-Key"] == str(delivery.pk)
    assert (wait, delivery.state, delivery.message_id) == (None, DeliveryState.SENT, "m-1")


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_sentence_that_is_ever_sent_is_short_and_says_nothing(code):
    """R-46: one text message of 70 UTF-16 units, without a name, a topic, a number or an address."""
    codes = [kind.code for kind in kinds()]
    assert {"proceeding.update", SIGN_OF_LIFE, "registration.talk_wished"} <= set(codes)
    sentences = {news_text(code, wording=wording, kind=kind) for wording in Wording for kind in codes}
    assert len(sentences) == len(Wording) + 1
    for sentence in sentences:
        assert len(sentence.encode("utf-16-le")) // 2 <= 70
        assert not re.search(r"https?:|www\.|/|\d|[\u200b-\u200f\u202a-\u202e\u2066-\u2069]", sentence)
        assert not any(word in sentence.lower() for word in LISTED)


def test_each_language_has_its_own_sentences():
    for wording in Wording:
        assert len({news_text(code, wording=wording) for code in LANGUAGES}) == len(LANGUAGES)


def test_a_sign_of_life_promises_no_news(gateway):
    delivery = give_news(make_channel(language="en").holder, kind=SIGN_OF_LIFE, subject="2026-01-01 -")
    attempt(delivery_id=delivery.pk, attempts=0)
    assert gateway.received[0][1]["text"] == "We are still here for you."


@pytest.mark.parametrize(
    ("status", "is_final", "problem"),
    [(400, True, "refused"), (404, True, "refused"), (429, False, "unreachable"), (503, False, "unreachable")],
)
def test_what_the_gateway_refuses_is_given_up_and_what_passes_is_tried_again(gateway, status, is_final, problem):
    gateway.status = status
    delivery, wait = sent_by(gateway)
    assert delivery.problem == problem
    assert (wait, delivery.state) == ((None, DeliveryState.GIVEN_UP) if is_final else (WAITS[0], DeliveryState.WAITING))


def test_no_redirect_carries_her_number_away(gateway):
    gateway.status, gateway.headers = 307, {"Location": gateway.url + "/elsewhere"}
    delivery, _wait = sent_by(gateway)
    assert len(gateway.received) == 1 and delivery.state == DeliveryState.WAITING


@pytest.mark.parametrize("body", [b"", b"[1]", b"<html>", b'{"id": 7}'])
def test_an_answer_without_an_id_is_an_answer_all_the_same(gateway, body):
    gateway.body = body
    delivery, _wait = sent_by(gateway)
    assert delivery.state == DeliveryState.SENT


def test_a_gateway_that_is_not_there_is_a_passing_problem(settings):
    settings.SMS_SENDER, settings.SMS_GATEWAY_URL = "http", "http://127.0.0.1:1/"
    delivery, wait = sent_by(None)
    assert (wait, delivery.problem) == (WAITS[0], "unreachable")


def test_what_is_no_number_is_given_up(gateway):
    delivery, _wait = sent_by(gateway, value="no number")
    assert (delivery.state, delivery.problem, gateway.received) == (DeliveryState.GIVEN_UP, "address", [])


def test_an_unknown_carrier_fails_loudly(settings):
    settings.SMS_SENDER = "pigeon"
    with pytest.raises(ImproperlyConfigured, match="SMS_SENDER"):
        current_sender("sms")


def test_a_start_warns_of_a_gateway_without_encryption_and_of_a_telling_sender(settings):
    settings.SMS_SENDER, settings.SMS_GATEWAY_URL = "http", "http://gateway.example/messages"
    assert [fault.id for fault in check_gateway_is_safe(None)] == ["notifications.E001"]
    settings.SMS_GATEWAY_URL = "https://gateway.example/messages"
    assert check_gateway_is_safe(None) == []
    settings.SMS_FROM = "Missing"
    assert [fault.id for fault in check_sender_is_neutral(None)] == ["notifications.W002"]


def _report(client, *, secret: str = SECRET, **content):
    body = json.dumps(content)
    signature = hmac.new(secret.encode(), body.encode(), hashlib.sha256).hexdigest()
    how = {"content_type": "application/json", "headers": {"X-Signature": signature}}
    return client.post("/sms/report/", body, **how).status_code


def test_what_the_gateway_reports_later_is_noted_once(client, gateway, settings):
    """Failed becomes the task that staff know; what arrived cannot fail, and mails are none of its business."""
    settings.SMS_REPORT_SECRET = SECRET
    for number in (1, 2):
        gateway.body = json.dumps({"id": f"m-{number}"}).encode()
        attempt(delivery_id=give_news(make_channel().holder).pk, attempts=0)
    mail = give_news(make_channel("email", "reader@example.org").holder)
    Delivery.objects.filter(pk=mail.pk).update(state=DeliveryState.SENT, message_id="m-3")
    for identity, status in (("m-1", "failed"), ("m-2", "delivered"), ("m-2", "failed"), ("m-3", "failed")):
        assert [_report(client, id=identity, status=status) for _twice in range(2)] == [204, 204]
    assert _report(client, id="m-9", status="failed") == _report(client, id=1, status=[]) == 204
    assert [one.message_id for one in Delivery.objects.undelivered()] == ["m-1"]
    assert [one.message_id for one in Delivery.objects.exclude(arrived_at=None)] == ["m-2"]


def test_a_report_without_the_gateways_signature_is_none(client, settings):
    """Also where no secret is set: then nothing is signed."""
    settings.SMS_REPORT_SECRET = ""
    assert _report(client, secret="", id="m-1", status="failed") == 404
    settings.SMS_REPORT_SECRET = SECRET
    assert _report(client, secret="another", id="m-1", status="failed") == 404
    assert client.post("/sms/report/", b"\xff", content_type="application/json").status_code == 404
