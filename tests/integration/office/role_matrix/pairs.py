"""Who opens the screens of possible matches and the search."""

from __future__ import annotations

from portal.accounts.enums import Role
from tests.factories.matching import make_pair

READERS = {Role.REVIEWER, Role.SUPERVISOR}


def _pair() -> dict:
    return {"key": make_pair(state="verified").pk}


ROWS = {
    "office:pairs": {"allowed": READERS, "method": "get"},
    "office:pair": {"allowed": READERS, "method": "get", "kwargs": _pair},
    "office:pair-history": {"allowed": READERS, "method": "get", "kwargs": _pair},
    "office:pair-reopen": {"allowed": {Role.SUPERVISOR}, "method": "get", "kwargs": _pair},
    "office:pair-telling": {"allowed": READERS, "method": "get", "kwargs": _pair},
    "office:pair-telling-answer": {"allowed": {Role.SUPERVISOR}, "method": "post", "kwargs": _pair},
    "office:search": {"allowed": {Role.CASEWORKER, Role.REVIEWER, Role.SUPERVISOR}, "method": "get"},
}
