"""Days of the service clock, counted where the operator is."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from freezegun import freeze_time

from portal.core.dates import day_of, today
from portal.office.due import when
from portal.registry.clock import acknowledge_by, answer_by


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        ("2026-01-15", "2026-04-15"),
        ("2025-11-30", "2026-02-28"),
        ("2027-11-30", "2028-02-29"),
        ("2026-12-31", "2027-03-31"),
    ],
)
def test_three_months_end_on_the_same_day_or_on_the_last_of_the_month(sent, answer):
    assert answer_by(date.fromisoformat(sent)) == date.fromisoformat(answer)


def test_seven_days():
    assert acknowledge_by(date(2026, 2, 26)) == date(2026, 3, 5)


def test_a_day_begins_where_the_operator_is(settings):
    late_in_the_evening = datetime(2026, 3, 1, 22, 30, tzinfo=UTC)
    settings.OPERATOR_TIME_ZONE = "Asia/Baghdad"
    assert day_of(late_in_the_evening) == date(2026, 3, 2)
    settings.OPERATOR_TIME_ZONE = "Europe/Lisbon"
    assert day_of(late_in_the_evening) == date(2026, 3, 1)


@freeze_time("2026-03-10 12:00:00")
@pytest.mark.parametrize(
    ("due", "words", "kind"),
    [
        ("2026-03-07", "3 days late", "stop"),
        ("2026-03-09", "1 day late", "stop"),
        ("2026-03-10", "today", "wait"),
        ("2026-03-11", "tomorrow", "wait"),
        ("2026-03-14", "in 4 days", ""),
    ],
)
def test_what_is_late_says_so_in_words(due, words, kind):
    assert when(date.fromisoformat(due)) == (words, kind)


@freeze_time("2026-03-10 22:30:00")
def test_whoever_waits_is_late_from_the_operator_s_midnight_on():
    assert today() == date(2026, 3, 11)
    assert when(date(2026, 3, 10)) == ("1 day late", "stop")
