"""Requests to hand out possible matches: who asks, who answers, who sees them."""

from portal.accounts.enums import Role
from tests.factories.exports import asked

_ASK = {Role.SUPERVISOR, Role.DATA_STEWARD}
_ANSWER = {Role.SUPERVISOR, Role.ADMINISTRATOR}


def _asked() -> dict:
    return {"key": asked().pk}


ROWS = {
    "office:exports": {"allowed": _ASK | _ANSWER},
    "office:exports-new": {"allowed": _ASK},
    "office:exports-approve": {"allowed": _ANSWER, "kwargs": _asked, "method": "post"},
    "office:exports-refuse": {"allowed": _ANSWER, "kwargs": _asked, "method": "post"},
}
