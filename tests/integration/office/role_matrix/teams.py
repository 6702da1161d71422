"""Teams: for supervisors and administrators."""

from portal.accounts.enums import Role
from tests.factories.teams import HASAKAH, make_team_of

_KEEPERS = {Role.SUPERVISOR, Role.ADMINISTRATOR}


def _team() -> dict:
    return {"key": make_team_of(regions=(HASAKAH,)).pk}


ROWS = {
    "office:teams": {"allowed": _KEEPERS},
    "office:teams-new": {"allowed": _KEEPERS},
    "office:team": {"allowed": _KEEPERS, "kwargs": _team},
    "office:team-change": {"allowed": _KEEPERS, "kwargs": _team},
    "office:team-members": {"allowed": _KEEPERS, "kwargs": _team, "method": "post"},
    "office:team-end": {"allowed": _KEEPERS, "kwargs": _team, "method": "post"},
}
