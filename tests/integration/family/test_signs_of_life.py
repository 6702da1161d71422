"""The sign of life comes in the rhythm she chose and says the same whether or not anything was found (R-20)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from portal.accounts.services.holders import replace_return_code
from portal.audit.actors import SYSTEM
from portal.family.signs_of_life import send_due_signs, words_of_sign
from portal.matching.models import CandidatePair, LinkRun
from portal.matching.services.linking import link_all
from portal.notifications.models import Delivery, InboxEntry, SignOfLife
from portal.notifications.services.channels import set_channel
from portal.notifications.services.wishes import set_wishes
from portal.operations.periodic import run_all
from portal.registry.services.consents import withdraw_consent
from portal.registry.services.registrations import change_state
from tests.factories.matching import make_detainee, make_registration

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 28)


def waiting(registration, every: str = "month", chosen_on: date = TODAY - timedelta(days=120)):
    """A registration whose owner chose a rhythm and a safe number, the sign due today."""
    holder = registration.holder
    set_channel(holder=holder, kind="sms", value="+963 900 000 044", note="", actor=SYSTEM)
    set_wishes(holder=holder, tellings={}, every=every, today=chosen_on, actor=SYSTEM)
    return registration


def signs(registration) -> list[str]:
    return list(InboxEntry.objects.filter(holder=registration.holder).values_list("subject", flat=True))


@pytest.mark.parametrize(("every", "days"), [("week", 7), ("month", 30), ("quarter", 91)])
def test_it_comes_on_its_day_and_once(every, days):
    registration = waiting(make_registration(), every, chosen_on=TODAY)
    assert send_due_signs(today=TODAY + timedelta(days=days - 1)) == 0
    due = TODAY + timedelta(days=days)
    assert [send_due_signs(today=due) for _run in range(2)] == [1, 0]
    assert SignOfLife.objects.get(holder=registration.holder).next_on == due + timedelta(days=days)
    assert Delivery.objects.count() == 1


def test_who_chose_never_or_nothing_gets_none():
    waiting(make_registration(), "never")
    make_registration()
    assert send_due_signs(today=TODAY) == 0 and not InboxEntry.objects.exists()


@pytest.mark.parametrize("state", ["paused_at_your_wish", "closed_at_your_wish"])
def test_who_rests_is_left_in_peace(state):
    registration = waiting(make_registration())
    change_state(registration=registration, state=state, actor=SYSTEM)
    assert send_due_signs(today=TODAY) == 0 and not InboxEntry.objects.exists()


def test_it_does_not_say_that_we_compare_what_she_does_not_let_us_compare():
    registration = waiting(make_registration())
    withdraw_consent(registration=registration, purpose="compare", actor=SYSTEM)
    send_due_signs(today=TODAY)
    assert [subject.split(" ")[1] for subject in signs(registration)] == ["kept"]


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("2026-11-28 2026-11-27", "We compare regularly, last on 27 November 2026."),
        ("2026-11-28 -", "We compare regularly. If people confirm something"),
        ("2026-11-28 kept", "We keep your registration. We do not compare it"),
        ("unreadable", "We compare regularly. If people confirm something"),
    ],
)
def test_its_words(subject, words):
    assert str(words_of_sign(subject)).startswith(words)


def test_a_twin_with_a_candidate_is_told_exactly_the_same():
    """R-20: entry, message, day and the page itself are alike, but for what names the registration."""
    found, twin = waiting(make_registration()), waiting(make_registration(name="Somebody Quite Other"))
    make_detainee()
    link_all(actor=SYSTEM)
    assert {pair.registration_id for pair in CandidatePair.objects.all()} == {found.pk}
    LinkRun.objects.update(finished_at=datetime(2026, 11, 27, 3, tzinfo=UTC))
    assert send_due_signs(today=TODAY) == 2
    assert signs(found) == signs(twin) == ["2026-11-28 2026-11-27"]
    rows = [SignOfLife.objects.get(holder=one.holder) for one in (found, twin)]
    assert rows[0].next_on == rows[1].next_on
    assert Delivery.objects.values("state", "channel__kind", "channel__wording").distinct().count() == 1
    news = [_news(registration) for registration in (found, twin)]
    assert news[0] == news[1] and "27 November 2026" in news[0][0]


def _news(registration) -> list[str]:
    client = Client()
    client.post("/en/return/", {"code": replace_return_code(holder=registration.holder, actor=SYSTEM)})
    page = client.get("/en/me/").context["page"]
    return [str(entry.text) for entry in page.news]


def test_the_periodic_work_sends_signs_and_puts_back_forgotten_messages():
    registration = waiting(make_registration())
    assert run_all()["signs_of_life"] == 1
    Delivery.objects.update(next_at=timezone.now() - timedelta(hours=2))
    assert run_all()["messages_put_back"] == 1
    assert len(signs(registration)) == 1
