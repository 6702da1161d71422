"""A message that did not arrive becomes a task for a person, also when it comes back after it was taken."""

import io
from email.message import EmailMessage

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from portal.accounts.enums import Role
from portal.audit.models import Event
from portal.notifications import events
from portal.notifications.bounces import returned_message_id
from portal.notifications.enums import ENDED, PROBLEMS
from portal.notifications.models import Delivery, DeliveryState
from portal.notifications.services.delivery import attempt
from portal.notifications.services.failures import note_return
from tests.factories.channels import give_news, make_channel
from tests.factories.staff import StaffFactory, sign_in

pytestmark = pytest.mark.django_db


def report(message_id: str, *, action: str = "failed", headers_only: bool = False) -> bytes:
    """What a mail server writes to the sender (RFC 3464)."""
    returned = "text/rfc822-headers" if headers_only else "message/rfc822"
    return f"""\
Subject: Undelivered
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

This mail could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; a@example.org
Action: {action}
Status: 5.1.1

--b
Content-Type: {returned}

Message-ID: {message_id}
Subject: x

--b--
""".encode()


@pytest.fixture
def sent(sink) -> Delivery:
    delivery = give_news(make_channel("email", "reader@example.org").holder)
    attempt(delivery_id=delivery.pk, attempts=0)
    delivery.refresh_from_db()
    assert delivery.state == DeliveryState.SENT and delivery.message_id
    return delivery


@pytest.mark.parametrize("headers_only", [False, True])
def test_a_mail_that_comes_back_is_noted_once(sent, headers_only, monkeypatch, capsys):
    for answer in ("noted", "nothing to do"):
        raw = report(sent.message_id, headers_only=headers_only)
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
        call_command("take_bounce")
        assert capsys.readouterr().out.strip() == answer
    sent.refresh_from_db()
    assert (sent.state, sent.problem) == (DeliveryState.GIVEN_UP, "bounced")
    assert Event.objects.filter(code=events.MESSAGE_GIVEN_UP, subject_id=sent.pk).count() == 1
    assert list(Delivery.objects.undelivered()) == [sent]


def test_a_delay_or_another_mail_is_no_failure(sent):
    assert returned_message_id(report(sent.message_id, action="delayed")) == ""
    plain = EmailMessage()
    plain["Message-ID"] = sent.message_id
    assert returned_message_id(plain.as_bytes()) == "" == returned_message_id(b"\xff\x00 no mail")
    assert not note_return(message_id="") and not note_return(message_id="<somebody@else>")


def test_every_reason_has_words_and_an_ended_channel_is_no_task(sent):
    Delivery.objects.update(state=DeliveryState.GIVEN_UP, problem=ENDED)
    assert not Delivery.objects.undelivered().exists() and ENDED not in PROBLEMS


def test_staff_see_it_without_the_address_and_close_it(sent):
    note_return(message_id=sent.message_id)
    worker = sign_in(Client(), StaffFactory(role=Role.CASEWORKER))
    day = worker.get(reverse("office:day"))
    count = {item["url"]: item["count"] for item in day.context["waiting"]}
    assert count[reverse("office:undelivered")] == 1
    page = worker.get(reverse("office:undelivered")).content.decode()
    assert str(PROBLEMS["bounced"]) in page and "reader@example.org" not in page
    for _twice in range(2):
        worker.post(reverse("office:undelivered-done", args=[sent.pk]))
    assert not Delivery.objects.undelivered().exists()
    assert Event.objects.filter(code=events.FAILURE_HANDLED, subject_id=sent.pk).count() == 1
