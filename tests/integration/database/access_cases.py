"""The constraints of teams, and of who opens which file."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import F

from tests.factories.teams import make_membership, make_team_of

from .constraint_cases import _NOW, Case, _person

ACCESS_CASES: dict[str, Case] = {
    "one_standing_team_of_a_name": Case(make_team_of, {}, {"ended_at": _NOW, "ended_by": _person}),
    "team_ended_who_and_when": Case(make_team_of, {"ended_at": _NOW}, {"ended_at": _NOW, "ended_by": _person}),
    "one_standing_membership_of_a_team": Case(make_membership, {}, {"ended_at": _NOW, "ended_by": _person}),
    "team_membership_by_somebody_else": Case(make_membership, {"added_by": F("user")}, {"added_by": _person}),
    "team_membership_ends_after_it_begins": Case(
        make_membership, {"until": F("added_at")}, {"until": F("added_at") + timedelta(days=1)}
    ),
    "team_membership_ended_who_and_when": Case(
        make_membership, {"ended_at": _NOW}, {"ended_at": _NOW, "ended_by": _person}
    ),
}
