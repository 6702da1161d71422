"""For each constraint on exports of registrations: a row, what breaks the rule, and what it allows."""

from __future__ import annotations

from django.db.models import F

from portal.referrals.models import ExtractRow
from portal.referrals.selecting import selection_of
from tests.factories.extracts import make_approved, make_extract

from .constraint_cases import _NOW, Case, _person, _soon


def _extract_row() -> ExtractRow:
    extract = make_extract()
    return ExtractRow.objects.create(extract=extract, registration=selection_of(extract).rows[0])


EXTRACT_CASES: dict[str, Case] = {
    "extract_needs_two_people": Case(
        make_extract,
        {"approved_by": F("requested_by"), "approved_at": _NOW},
        {"approved_by": _person, "approved_at": _NOW},
    ),
    "extract_second_is_a_third_person": Case(
        make_extract,
        {"approved_by": _person, "approved_at": _NOW, "second_by": F("requested_by"), "second_at": _NOW},
        {"approved_by": _person, "approved_at": _NOW, "second_by": _person, "second_at": _NOW},
    ),
    "extract_answered_who_and_when": Case(
        make_extract, {"refused_at": _NOW}, {"refused_at": _NOW, "refused_by": _person}
    ),
    "extract_lasts_once_all_approved": Case(
        make_extract,
        {"approved_by": _person, "approved_at": _NOW, "needs_two": True, "expires_at": _soon},
        {"approved_by": _person, "approved_at": _NOW, "expires_at": _soon},
    ),
    "extract_of_not_too_many": Case(make_extract, {"count": 501}, {"count": 500}),
    "extract_taken_within_its_time": Case(
        make_approved, {"taken_at": _NOW}, {"taken_at": _soon, "count": 1, "sha256": "0" * 64}
    ),
    "one_row_per_registration_in_a_copy": Case(
        _extract_row, {"mark": "BCDFGHJK"}, {"mark": "BCDFGHJM", "extract": make_extract}
    ),
}
