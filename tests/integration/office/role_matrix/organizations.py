"""Partner organizations: for administrators."""

from portal.accounts.enums import Role
from tests.factories.organizations import make_organization

_ADMINISTRATOR = {Role.ADMINISTRATOR}


def _waiting() -> dict:
    return {"key": make_organization(is_verified=False).pk}


ROWS = {
    "office:organizations": {"allowed": _ADMINISTRATOR},
    "office:organizations-new": {"allowed": _ADMINISTRATOR},
    "office:organizations-verify": {"allowed": _ADMINISTRATOR, "kwargs": _waiting, "method": "post"},
}
