"""A lost code: two people, one safe word, one new code (R-06, R-21 in spirit)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from freezegun import freeze_time

from portal.accounts import events
from portal.accounts.models import CodeRecovery
from portal.accounts.services import recovery as services
from portal.accounts.services.holders import create_holder, find_holder_by_code
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.registry.content import NameContent, RegistrationContent
from portal.registry.services.registrations import register
from tests.factories.staff import StaffFactory, sign_in
from tests.factories.support import WORD, holder_with_word

pytestmark = pytest.mark.django_db


def staff(**traits) -> Actor:
    return Actor.staff(StaffFactory(**traits).pk)


def registration_of(holder):
    content = RegistrationContent(names=(NameContent(full="آزاد محمد سليمان"),))
    return register(content=content, holder=holder, actor=Actor.holder(holder.pk))


@pytest.mark.parametrize(
    ("kept", "said"),
    [("زيتونة", "زيتونة"), ("زيتونة", " زیتونه "), ("Gulê", "gulê"), ("Gulê", "Gulê"), ("أمل", "امل")],
)
def test_a_word_is_known_in_another_spelling(kept, said):
    assert services.is_safe_word(holder_with_word(kept)[0], said)


@pytest.mark.parametrize("said", ["", " ", "زيت", "olive"])
def test_another_word_is_not_the_safe_word(said):
    assert not services.is_safe_word(holder_with_word()[0], said)


def test_without_a_safe_word_nothing_is_the_word():
    holder, _code = create_holder(language="ar", actor=SYSTEM)
    assert not services.is_safe_word(holder, "")
    with pytest.raises(services.NoSafeWord):
        services.request_recovery(holder=holder, spoken="", actor=staff(caseworker=True))


def test_two_people_give_a_new_code_and_the_old_one_dies():
    holder, old = holder_with_word()
    asked = services.request_recovery(holder=holder, spoken=WORD, actor=staff(caseworker=True))
    assert find_holder_by_code(old) == holder
    new = services.approve_recovery(recovery=asked, actor=staff(supervisor=True))
    assert find_holder_by_code(new) == holder
    assert find_holder_by_code(old) is None
    codes = set(Event.objects.filter(subject_id=holder.pk).values_list("code", flat=True))
    assert {events.RECOVERY_REQUESTED, events.RECOVERY_APPROVED, events.CODE_REVOKED} <= codes
    assert new not in str(list(Event.objects.values_list("data", flat=True)))


def test_nobody_approves_what_they_asked_for():
    holder, old = holder_with_word()
    supervisor = staff(supervisor=True)
    asked = services.request_recovery(holder=holder, spoken=WORD, actor=supervisor)
    with pytest.raises(PermissionDenied):
        services.approve_recovery(recovery=asked, actor=supervisor)
    with pytest.raises(PermissionDenied):
        services.approve_recovery(recovery=asked, actor=SYSTEM)
    with pytest.raises(IntegrityError), transaction.atomic():
        CodeRecovery.objects.filter(pk=asked.pk).update(approved_by=supervisor.id, approved_at=asked.requested_at)
    assert find_holder_by_code(old) == holder


def test_an_approval_works_once_and_within_a_day():
    holder, _old = holder_with_word()
    with freeze_time("2026-03-14T08:00:00+00:00") as clock:
        asked = services.request_recovery(holder=holder, spoken=WORD, actor=staff(caseworker=True))
        with pytest.raises(services.AlreadyAsked):
            services.request_recovery(holder=holder, spoken=WORD, actor=staff(caseworker=True))
        clock.tick(timedelta(hours=25))
        with pytest.raises(services.NotOpen):
            services.approve_recovery(recovery=asked, actor=staff(supervisor=True))
        again = services.request_recovery(holder=holder, spoken=WORD, actor=staff(caseworker=True))
        services.approve_recovery(recovery=again, actor=staff(supervisor=True))
        with pytest.raises(services.NotOpen):
            services.approve_recovery(recovery=again, actor=staff(supervisor=True))


def test_three_wrong_words_stop_guessing_for_a_day():
    holder, _old = holder_with_word()
    with freeze_time("2026-03-14T08:00:00+00:00") as clock:
        for _attempt in range(services.WRONG_WORDS_A_DAY):
            with pytest.raises(services.WrongSafeWord):
                services.request_recovery(holder=holder, spoken="olive", actor=staff(caseworker=True))
        with pytest.raises(services.TooManyWords):
            services.request_recovery(holder=holder, spoken=WORD, actor=staff(caseworker=True))
        clock.tick(timedelta(hours=25))
        services.request_recovery(holder=holder, spoken=WORD, actor=staff(caseworker=True))


def test_refusing_keeps_the_old_code():
    holder, old = holder_with_word()
    asked = services.request_recovery(holder=holder, spoken=WORD, actor=staff(caseworker=True))
    services.refuse_recovery(recovery=asked, actor=staff(supervisor=True))
    assert find_holder_by_code(old) == holder
    with pytest.raises(services.NotOpen):
        services.approve_recovery(recovery=asked, actor=staff(supervisor=True))


def test_the_screens_never_show_the_word_and_show_the_code_once():
    holder, old = holder_with_word()
    registration = registration_of(holder)
    caseworker = sign_in(Client(), StaffFactory(caseworker=True))
    wrong = caseworker.post("/office/recovery/new/", {"reference": registration.reference, "spoken": "olive"})
    assert "do not belong together" in wrong.content.decode()
    assert WORD not in wrong.content.decode()
    unknown = caseworker.post("/office/recovery/new/", {"reference": "SR-2222-2222", "spoken": "olive"})
    assert unknown.status_code == 200
    asked = caseworker.post("/office/recovery/new/", {"reference": registration.reference, "spoken": WORD})
    assert asked["Location"] == "/office/recovery/"
    key = CodeRecovery.objects.get(holder=holder).pk
    assert caseworker.post(f"/office/recovery/{key}/approve/").status_code == 403
    supervisor = sign_in(Client(), StaffFactory(supervisor=True))
    assert registration.reference in supervisor.get("/office/recovery/").content.decode()
    shown = supervisor.post(f"/office/recovery/{key}/approve/")
    new = next(code for code in [shown.context["code"]]).replace(" ", "")
    assert find_holder_by_code(new) == holder and find_holder_by_code(old) is None
    assert supervisor.post(f"/office/recovery/{key}/approve/").status_code == 302
    assert shown["Cache-Control"] == "no-store"


def test_approving_asks_for_a_fresh_proof(client):
    holder, old = holder_with_word()
    asked = services.request_recovery(holder=holder, spoken=WORD, actor=staff(caseworker=True))
    with freeze_time(asked.requested_at) as clock:
        sign_in(client, StaffFactory(supervisor=True))
        clock.tick(timedelta(minutes=6))
        answer = client.post(f"/office/recovery/{asked.pk}/approve/")
    assert answer["Location"].startswith("/staff/2fa/reauthenticate/")
    assert find_holder_by_code(old) == holder
