"""A lost code without a safe word: what she knew, a day of waiting in which she can stop it, two people, one number."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from portal.accounts import events
from portal.accounts.models import CodeRecovery
from portal.accounts.services import recovery as services
from portal.accounts.services.holders import replace_return_code, set_safe_word
from portal.accounts.services.pins import set_pins, whose_page
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.notifications.models import Delivery, InboxEntry
from portal.notifications.services.channels import set_channel
from portal.registry.proofs import Question, is_enough, kept_facts
from portal.registry.services.recovery import NotEnough, request_assisted
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory, sign_in

pytestmark = pytest.mark.django_db

RIGHT = [Question.REACH, Question.PERSON, Question.LAST_NEWS]


def actor(**traits) -> Actor:
    return Actor.staff(StaffFactory(**traits).pk)


@pytest.fixture
def holder():
    """She has a registration and one safe channel, and no safe word."""
    holder = make_registration().holder
    set_channel(holder=holder, kind="email", value="reader@example.org", note="", actor=SYSTEM)
    return holder


def asked(holder) -> tuple[CodeRecovery, str]:
    return request_assisted(holder=holder, right=RIGHT, actor=actor(caseworker=True))


def test_what_relatives_know_is_not_enough_alone():
    assert is_enough(RIGHT) and not is_enough(RIGHT[:2])
    assert not is_enough([Question.PERSON, Question.BIRTH, Question.LAST_NEWS, Question.CALLER])


def test_a_day_passes_and_she_is_told_and_a_second_person_gives_the_code(holder, clock):
    old = replace_return_code(holder=holder, actor=SYSTEM)
    recovery, number = asked(holder)
    assert InboxEntry.objects.get(holder=holder).kind == "access.new_code_asked" and Delivery.objects.count() == 1
    supervisor = actor(supervisor=True)
    with pytest.raises(services.TooEarly):
        services.approve_recovery(recovery=recovery, number=number, actor=supervisor)
    clock.tick(timedelta(hours=24, minutes=1))
    with pytest.raises(PermissionDenied):
        services.approve_recovery(recovery=recovery, number=number, actor=Actor.staff(recovery.requested_by_id))
    new = services.approve_recovery(recovery=recovery, number=number, actor=supervisor)
    assert whose_page(code=new, pin="") == holder and whose_page(code=old, pin="") is None


def test_the_caller_is_known_again_by_the_number_and_three_wrong_ones_end_it(holder, clock):
    recovery, number = asked(holder)
    clock.tick(timedelta(hours=25))
    supervisor = actor(supervisor=True)
    for _attempt in range(services.WRONG_NUMBERS):
        with pytest.raises(services.WrongNumber):
            services.approve_recovery(recovery=recovery, number="x" + number, actor=supervisor)
    with pytest.raises(services.NotOpen):
        services.approve_recovery(recovery=recovery, number=number, actor=supervisor)


def test_who_has_a_word_and_forgot_it_waits_a_week_and_a_page_closed_under_threat_needs_the_word(holder, clock):
    set_safe_word(holder=holder, safe_word="pomegranate", actor=SYSTEM)
    recovery, _number = asked(holder)
    assert recovery.opens_at - recovery.requested_at == timedelta(days=7)
    services.refuse_recovery(recovery=recovery, actor=actor(supervisor=True))
    set_pins(holder=holder, pin="4711", duress_pin="112233", actor=SYSTEM)
    whose_page(code=replace_return_code(holder=holder, actor=SYSTEM), pin="112233")
    holder.refresh_from_db()
    with pytest.raises(services.OnlyByWord):
        asked(holder)


def test_after_three_callers_who_knew_too_little_nobody_may_ask_until_tomorrow(holder):
    for _attempt in range(services.WRONG_WORDS_A_DAY):
        with pytest.raises(NotEnough):
            request_assisted(holder=holder, right=[Question.PERSON], actor=actor(caseworker=True))
    with pytest.raises(services.TooManyWords):
        asked(holder)
    assert Event.objects.filter(code=events.RECOVERY_FACTS_WRONG, subject_id=holder.pk).count() == 3


def test_she_stops_it_on_her_page_and_staff_see_that(holder, client, clock):
    recovery, number = asked(holder)
    client.post("/en/return/", {"code": replace_return_code(holder=holder, actor=SYSTEM)})
    assert "Did you ask for a new code?" in client.get("/en/me/").text
    stopped = client.post("/en/me/ways/stop/", follow=True).text
    assert "It is stopped." in stopped and "Did you ask for a new code?" not in stopped
    clock.tick(timedelta(hours=25))
    with pytest.raises(services.NotOpen):
        services.approve_recovery(recovery=recovery, number=number, actor=actor(supervisor=True))
    office = sign_in(Client(), StaffFactory(caseworker=True))
    assert "Stopped by the owner of the page" in office.get(reverse("office:recovery")).text
    assert Event.objects.filter(code=events.RECOVERY_STOPPED, subject_id=holder.pk, actor_id=holder.pk).count() == 1


def test_staff_see_nothing_before_the_caller_said_it(holder, clock):
    registration = holder.registrations.get()
    kept = kept_facts(registration)
    assert {"reach", "sent", "person"} <= set(kept)
    office = sign_in(Client(), StaffFactory(caseworker=True))
    page = reverse("office:recovery-assisted")
    said = {"reference": registration.reference, "reach": "that address", "person": "his name", "wrote": "nothing"}
    empty = office.post(page, {"reference": registration.reference, "person": "his name"})
    assert empty.context["form"].errors and "reader@example.org" not in office.get(page).text + empty.text
    both = office.post(page, said).text
    assert "reader@example.org" in both and "that address" in both and not CodeRecovery.objects.exists()
    judged = said | {"judged": "1", "right_reach": "on", "right_person": "on", "right_wrote": "on"}
    office.post(page, judged)
    assert not CodeRecovery.objects.exists(), "what we know nothing of does not count"
    more = judged | {"sent": "in spring", "right_sent": "on"}
    number = re.search(r"\b\d{6}\b", office.post(page, more).context["number"]).group()
    assert CodeRecovery.objects.get().facts == ["person", "reach", "sent"]
    supervisor = sign_in(Client(), StaffFactory(supervisor=True))
    waiting = supervisor.get(reverse("office:recovery")).text
    assert "Without a safe word." in waiting and "Approve and show" not in waiting
    assert number not in waiting
