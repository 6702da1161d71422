"""Counting a month: of everybody for the office, of those who agree for the public, once, and in the log."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError
from django.utils import timezone

from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.figures.models import PublicFigures
from portal.matching.counting import count_readings, count_stages
from portal.matching.models import CandidatePair, OfficeFigures
from portal.matching.services.figures import count_due
from portal.matching.services.judging import judge
from portal.places.models import Place
from portal.registry import counting
from portal.registry.counting import count_registrations, counted_cells
from portal.registry.enums import Answer, Purpose, Trust
from portal.registry.models import Registration
from portal.registry.services.consents import answer_consent, withdraw_consent
from portal.registry.services.messages import write_as_staff
from tests.factories.matching import AGREED, make_pair, make_registration, make_staff

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 2)
YES = {**AGREED, Purpose.STATISTICS.value: Answer.YES.value}


def sent_on(day: datetime, **content) -> Registration:
    registration = make_registration(**content)
    Registration.objects.filter(pk=registration.pk).update(started_at=day, submitted_at=day)
    return registration


def place(code: str) -> UUID:
    return Place.objects.get(code=code).pk


def days_ago(days: int) -> datetime:
    return datetime(2026, 11, 2, 9, tzinfo=UTC) - timedelta(days=days)


def test_each_registration_stands_in_one_cell_of_each_table(django_assert_max_num_queries) -> None:
    district = Place.objects.filter(kind="district", parent__code="SY-HA").first()
    sent_on(days_ago(400), place_id=district.pk, date="2014-07~")
    sent_on(days_ago(400), place_id=place("IQ"), date="2009")
    sent_on(days_ago(400), place_id=place("DE"), date="2014/2017")
    sent_on(days_ago(2), date="")
    with django_assert_max_num_queries(25):
        tally = count_registrations(today=TODAY).everybody
    assert tally.counts["place"] == {"SY-HA": 1, "IQ": 1, "other": 1, "unknown": 1}
    assert tally.counts["year"] == {"2014": 1, "before": 1, "unknown": 2}
    assert tally.counts["status"] == {"waiting": 4} and tally.counts["source"] == {"self": 4}
    assert tally.counts["answered"] == {"waiting": 3, "not_due": 1}
    cells = counted_cells(today=TODAY)
    assert all(set(found) <= set(cells[name]) for name, found in tally.counts.items())


def test_waiting_is_read_from_what_people_did_and_who_waits_is_not_left_out(clock) -> None:
    clock.move_to("2026-06-01T09:00:00+00:00")
    soon, late, never = (make_registration() for _ in range(3))
    staff = Actor.staff(make_staff(Role.CASEWORKER).pk)
    clock.move_to("2026-06-04T09:00:00+00:00")
    write_as_staff(registration=soon, words="وصل طلبكم", actor=staff)
    clock.move_to("2026-10-01T09:00:00+00:00")
    write_as_staff(registration=late, words="وصل طلبكم", actor=staff)
    tally = count_registrations(today=TODAY).everybody
    assert tally.counts["acknowledged"] == {"in_time": 1, "late": 1, "waiting": 1}
    assert tally.counts["answered"] == {"one_month": 1, "late": 1, "waiting": 1}
    assert sorted(tally.days["answered"]) == [3, 122]
    assert never.messages.count() == 0


def test_nobody_is_counted_for_the_public_without_a_yes_that_stands_r_100(monkeypatch) -> None:
    monkeypatch.setattr(counting, "_CHUNK", 2)
    agreeing, withdrawing, held, spam = (make_registration(consents=YES) for _ in range(4))
    make_registration()
    refusing = make_registration()
    answer_consent(registration=refusing, purpose=Purpose.STATISTICS, answer=Answer.NO, language="ar", actor=SYSTEM)
    withdraw_consent(registration=withdrawing, purpose=Purpose.STATISTICS, actor=SYSTEM)
    Registration.objects.filter(pk=held.pk).update(held_at=timezone.now())
    worker = make_staff(Role.SUPERVISOR)
    Registration.objects.filter(pk=spam.pk).update(trust=Trust.SPAM, trust_at=timezone.now(), trust_by=worker)
    counted = count_registrations(today=TODAY)
    assert counted.public.counts["source"] == {"self": 1}
    assert counted.everybody.counts["source"] == {"self": 5} and counted.registrations == 5
    assert agreeing.pk


def test_a_month_is_counted_once_and_only_told_counts_are_kept_r_11(clock) -> None:
    for _ in range(11):
        make_registration(consents=YES, place_id=place("SY-RA"))
    make_registration(place_id=place("SY-HA"))
    assert (count_due(actor=SYSTEM), count_due(actor=SYSTEM)) == (1, 0)
    office, public = OfficeFigures.objects.get(), PublicFigures.objects.get()
    for figures in (office, public):
        assert figures.tables["place"]["SY-RA"] == 10 and figures.tables["place"]["SY-HA"] == 0
        assert all(count % 10 == 0 for table in figures.tables.values() for count in table.values())
    assert office.agreement == {"pairs": 0} and set(office.stages.values()) == {0}
    event = Event.objects.get(code="figures.month.counted")
    assert event.data["registrations"] == 12 and len(event.data["sha256"]) == 64
    make_registration(consents=YES, place_id=place("SY-RA"))
    clock.move_to("2026-04-01T08:00:00+00:00")
    assert count_due(actor=SYSTEM) == 1
    with pytest.raises(IntegrityError):
        PublicFigures.objects.create(month=public.month, tables={})


def test_pairs_stand_where_they_have_come_and_readings_are_taken_two_by_two() -> None:
    first, second = make_staff(Role.REVIEWER), make_staff(Role.REVIEWER)
    make_pair()
    for verdicts in (("same", "same"), ("same", "not_same"), ("not_same",)):
        pair = make_pair()
        for user, verdict in zip((first, second), verdicts, strict=False):
            judge(
                pair=CandidatePair.objects.get(pk=pair.pk),
                verdict=verdict,
                role="same_person",
                user=user,
                actor=Actor.staff(user.pk),
                reason="x",
            )
    assert count_stages() == {"proposed": 1, "agreed": 1, "read": 2}
    assert count_readings() == {("same", "same"): 1, ("same", "not_same"): 1}
