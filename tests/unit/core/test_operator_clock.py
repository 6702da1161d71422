"""Days and moments are those of the operator, wherever the server stands."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django.db.models import Q
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from portal.core.dates import at_the_operator, begin_of, day_of
from portal.core.middleware import OperatorClockMiddleware
from portal.office.forms import AuditFilterForm

# In Baghdad it is the next day already.
LATE = datetime(2026, 3, 14, 22, 30, tzinfo=UTC)


def test_a_page_shows_moments_by_that_clock_and_leaves_none_behind() -> None:
    seen = []

    def answer(_request) -> HttpResponse:
        seen.append(timezone.localtime(LATE).isoformat())
        return HttpResponse()

    before = timezone.get_current_timezone_name()
    OperatorClockMiddleware(answer)(RequestFactory().get("/"))
    assert seen == ["2026-03-15T01:30:00+03:00"] == [at_the_operator(LATE).isoformat()]
    assert timezone.get_current_timezone_name() == before


def test_a_day_begins_there() -> None:
    assert day_of(LATE) == date(2026, 3, 15)
    assert begin_of(date(2026, 3, 15)) == datetime(2026, 3, 14, 21, tzinfo=UTC)


def test_the_log_is_narrowed_by_days_there() -> None:
    asked = AuditFilterForm({"since": "2026-03-15", "until": "2026-03-15"}).narrowed()
    assert asked == Q(at__gte=begin_of(date(2026, 3, 15))) & Q(at__lt=begin_of(date(2026, 3, 16)))
