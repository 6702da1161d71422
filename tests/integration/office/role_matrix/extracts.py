"""Exports of registrations: for who answers families or keeps lists; answered by supervisors."""

from django.db.models import Model

from portal.accounts.enums import Role
from tests.factories.extracts import make_approved, make_extract

_ASK = {Role.CASEWORKER, Role.SUPERVISOR, Role.DATA_STEWARD}
# Whoever did not ask is told of none, and takes none.
_ANSWER = {Role.SUPERVISOR}


def _key(row: Model) -> dict:
    return {"key": row.pk}


ROWS = {
    "office:extracts": {"allowed": _ASK},
    "office:extracts-new": {"allowed": _ASK},
    "office:extracts-detail": {"allowed": _ANSWER, "kwargs": lambda: _key(make_extract())},
    "office:extracts-approve": {"allowed": _ANSWER, "kwargs": lambda: _key(make_extract()), "method": "post"},
    "office:extracts-refuse": {
        "allowed": _ANSWER,
        "kwargs": lambda: _key(make_extract()),
        "method": "post",
        "data": {"reason": "r"},
    },
    "office:extracts-take": {"allowed": set(), "kwargs": lambda: _key(make_approved()), "method": "post"},
}
