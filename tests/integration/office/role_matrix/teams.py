"""Teams: for supervisors and administrators. What a file is opened for, and emergencies."""

from portal.accounts.enums import Role
from tests.factories.registry import make_registration
from tests.factories.teams import HASAKAH, make_emergency, make_team_of

_CASE = {Role.CASEWORKER, Role.SUPERVISOR}
_KEEPERS = {Role.SUPERVISOR, Role.ADMINISTRATOR}


def _team() -> dict:
    return {"key": make_team_of(regions=(HASAKAH,)).pk}


def _file() -> dict:
    return {"key": make_registration().pk}


def _emergency() -> dict:
    return {"key": make_emergency().pk}


ROWS = {
    "office:files-why": {"allowed": _CASE, "kwargs": _file},
    "office:emergency": {"allowed": _CASE},
    "office:emergencies": {"allowed": {Role.SUPERVISOR}},
    "office:emergencies-detail": {"allowed": {Role.SUPERVISOR}, "kwargs": _emergency},
    "office:emergencies-looked": {"allowed": {Role.SUPERVISOR}, "kwargs": _emergency, "method": "post"},
    "office:teams": {"allowed": _KEEPERS},
    "office:teams-new": {"allowed": _KEEPERS},
    "office:team": {"allowed": _KEEPERS, "kwargs": _team},
    "office:team-change": {"allowed": _KEEPERS, "kwargs": _team},
    "office:team-members": {"allowed": _KEEPERS, "kwargs": _team, "method": "post"},
    "office:team-end": {"allowed": _KEEPERS, "kwargs": _team, "method": "post"},
}
