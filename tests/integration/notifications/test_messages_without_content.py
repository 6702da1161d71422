"""A message says that there is news and nothing else, reaches only a channel she called safe, and is tried again.

Sent by real SMTP to a server that keeps what it is given (R-46).
"""

import email.policy
import re
import unicodedata
from datetime import timedelta
from email import message_from_bytes

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from portal.confidential.keyring import destroy_data_key
from portal.core.languages import LANGUAGES
from portal.notifications import events
from portal.notifications.models import Delivery, DeliveryState, SafeChannel
from portal.notifications.senders import current_sender, news_text
from portal.notifications.services.delivery import MAX_ATTEMPTS, WAITS, attempt
from portal.notifications.services.inbox import add_entry
from portal.notifications.services.queue import requeue_stale
from portal.notifications.tasks import deliver_message
from tests.factories.followers import make_holder
from tests.integration.notifications.html import html_text

pytestmark = pytest.mark.django_db

# Words that would tell somebody who looks over her shoulder what this is about, in the four languages.
LISTED = [
    *("missing", "detain", "trial", "court", "proceeding", "registr", "survivor", "prison", "family", "case", "sanad"),
    *("مفقود", "محتجز", "محاكم", "محكمة", "دعوى", "قضية", "تسجيل", "ناجي", "سجن", "عائلة", "سند"),
    *("بێسەروشوێن", "دەستبەسەر", "دادگا", "دۆز", "تۆمار", "ڕزگاربوو", "زیندان", "خێزان", "سەنەد"),
    *("winda", "girtî", "dadgeh", "doz", "tomar", "rizgar", "girtîgeh", "malbat", "sened"),
]


def make_delivery(language: str = "ar", address: str = "reader@example.org") -> Delivery:
    holder = make_holder(language, address)
    add_entry(holder=holder, kind="proceeding.update", subject="a key", actor=SYSTEM)
    return Delivery.objects.get(channel__holder=holder)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_mail_says_only_that_there_is_news(sink, code):
    delivery = make_delivery(code)
    assert attempt(delivery_id=delivery.pk, attempts=0) is None
    ((sender, recipients, raw),) = sink.received
    message = message_from_bytes(raw, policy=email.policy.default)
    body = message.get_body(("plain",)).get_content()
    html = message.get_body(("html",)).get_content()
    assert recipients == ["reader@example.org"] and sender == "post@mail.example"
    # A long encoded subject begins on a line of its own, which the parser gives back as a space.
    assert message["Subject"].strip() == news_text(code) == body.strip()
    assert html_text(html) == [news_text(code)] * 2
    for word in LISTED:
        assert not any(word in part.lower() for part in (body, html, *message.values())), word
    assert not re.search(r"https?:|www\.|/|\d", body + "".join(html_text(html)))
    assert len(body.strip()) <= 70
    assert not any(unicodedata.category(sign) == "Cf" for sign in body)


def test_each_language_has_its_own_words(sink):
    assert len({news_text(code) for code in LANGUAGES}) == len(LANGUAGES)


def test_what_was_sent_is_noted_and_never_sent_twice(sink):
    delivery = make_delivery()
    attempt(delivery_id=delivery.pk, attempts=0)
    attempt(delivery_id=delivery.pk, attempts=0)
    attempt(delivery_id=delivery.pk, attempts=1)
    delivery.refresh_from_db()
    assert len(sink.received) == 1
    assert (delivery.state, delivery.attempts, delivery.problem) == (DeliveryState.SENT, 1, "")
    assert delivery.sent_at is not None
    assert Event.objects.filter(code=events.MESSAGE_SENT, subject_id=delivery.pk).count() == 1


def test_a_passing_problem_is_tried_again_later_and_later(sink):
    sink.answer = "451 try later"
    delivery = make_delivery()
    waits = [attempt(delivery_id=delivery.pk, attempts=number) for number in range(MAX_ATTEMPTS)]
    assert waits == [*WAITS, None] and sorted(WAITS) == list(WAITS)
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts, delivery.problem) == (DeliveryState.GIVEN_UP, 5, "refused")
    event = Event.objects.get(code=events.MESSAGE_GIVEN_UP)
    assert event.data == {"attempts": 5, "problem": "refused"}


def test_the_task_comes_back_at_its_time(sink):
    sink.answer = "451 try later"
    delivery = make_delivery()
    deliver_message.func(str(delivery.pk), "0")
    again = DBTaskResult.objects.get()
    assert again.args_kwargs["args"] == [str(delivery.pk), "1"]
    assert timedelta(seconds=30) < again.run_after - timezone.now() <= WAITS[0]
    sink.answer = "250 OK"
    deliver_message.func(*again.args_kwargs["args"])
    assert len(sink.received) == 1


def test_no_server_is_a_passing_problem(settings):
    settings.EMAIL_BACKEND = "portal.notifications.backends.OwnMailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.MAIL_SENDER = "127.0.0.1", 1, "smtp"
    delivery = make_delivery()
    assert attempt(delivery_id=delivery.pk, attempts=0) == WAITS[0]
    delivery.refresh_from_db()
    assert delivery.problem == "unreachable"


def test_an_unknown_address_is_given_up_at_once(sink):
    sink.answer = "550 no such user"
    delivery = make_delivery()
    assert attempt(delivery_id=delivery.pk, attempts=0) is None
    delivery.refresh_from_db()
    assert (delivery.state, delivery.problem) == (DeliveryState.GIVEN_UP, "refused")


@pytest.mark.parametrize("address", ["no address", "a@example.org\nBcc: b@example.org", "", "a@b@c"])
def test_what_is_no_address_sends_nothing(sink, address):
    holder = make_holder("ar", "x@example.org")
    channel = SafeChannel.objects.get(holder=holder)
    channel.value = address
    channel.save()
    add_entry(holder=holder, kind="proceeding.update", subject="a key", actor=SYSTEM)
    delivery = Delivery.objects.get()
    assert attempt(delivery_id=delivery.pk, attempts=0) is None
    delivery.refresh_from_db()
    assert (delivery.state, delivery.problem) == (DeliveryState.GIVEN_UP, "address")
    assert sink.received == []


def test_a_channel_that_has_ended_gets_nothing(sink):
    delivery = make_delivery()
    SafeChannel.objects.update(ended_at=timezone.now())
    assert attempt(delivery_id=delivery.pk, attempts=0) is None
    delivery.refresh_from_db()
    assert (delivery.state, delivery.problem) == (DeliveryState.GIVEN_UP, "channel_ended")
    add_entry(holder=delivery.entry.holder, kind="proceeding.update", subject="another", actor=SYSTEM)
    assert Delivery.objects.count() == 1 and sink.received == []


def test_an_erased_address_gets_nothing(sink):
    delivery = make_delivery()
    destroy_data_key(delivery.channel.key_id)
    assert attempt(delivery_id=delivery.pk, attempts=0) is None
    delivery.refresh_from_db()
    assert (delivery.state, delivery.problem) == (DeliveryState.GIVEN_UP, "unreadable")


def test_news_are_announced_once_when_the_transaction_is_through(django_capture_on_commit_callbacks):
    holder = make_holder("ku", "reader@example.org")
    for _time in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            add_entry(holder=holder, kind="proceeding.update", subject="a key", actor=SYSTEM)
    assert DBTaskResult.objects.count() == 1
    assert "example.org" not in str(DBTaskResult.objects.get().args_kwargs)


def test_a_forgotten_message_is_queued_again(django_capture_on_commit_callbacks):
    delivery = make_delivery()
    assert requeue_stale() == 0
    Delivery.objects.filter(pk=delivery.pk).update(next_at=timezone.now() - timedelta(hours=2))
    with django_capture_on_commit_callbacks(execute=True):
        assert requeue_stale() == 1
        assert requeue_stale() == 0, "queued once, not every quarter of an hour"
    assert DBTaskResult.objects.count() == 1


def test_where_no_mail_may_leave_it_is_said(settings):
    settings.MAIL_SENDER = "null"
    delivery = make_delivery()
    assert attempt(delivery_id=delivery.pk, attempts=0) is None
    delivery.refresh_from_db()
    assert (delivery.state, delivery.problem) == (DeliveryState.GIVEN_UP, "not_connected")


def test_an_unknown_sender_fails_loudly(settings):
    settings.MAIL_SENDER = "pigeon"
    with pytest.raises(ImproperlyConfigured, match="MAIL_SENDER"):
        current_sender()
