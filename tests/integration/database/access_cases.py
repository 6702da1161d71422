"""The constraints of teams, and of who opens which file."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import F

from portal.accounts.models import RoleGrant
from tests.factories.teams import make_emergency, make_membership, make_team_of

from .constraint_cases import _NOW, Case, _person

ACCESS_CASES: dict[str, Case] = {
    "role_grant_ends_after_it_begins": Case(
        lambda: RoleGrant.objects.get(user=_person()),
        {"expires_at": F("granted_at")},
        {"expires_at": F("granted_at") + timedelta(days=1)},
    ),
    "opening_ends_after_it_begins": Case(
        make_emergency, {"ends_at": F("opened_at")}, {"ends_at": F("opened_at") + timedelta(hours=1)}
    ),
    "opening_looked_at_who_and_when": Case(
        make_emergency, {"looked_at": _NOW}, {"looked_at": _NOW, "looked_by": _person}
    ),
    "opening_looked_at_by_somebody_else": Case(
        make_emergency, {"looked_at": _NOW, "looked_by": F("user")}, {"looked_at": _NOW, "looked_by": _person}
    ),
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
