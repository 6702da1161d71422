"""Who opens the screens of possible matches and the search."""

from __future__ import annotations

from django.utils import timezone

from portal.accounts.enums import Role
from tests.factories.matching import make_duplicate, make_pair, make_registration

READERS = {Role.REVIEWER, Role.SUPERVISOR}


def _pair() -> dict:
    return {"key": make_pair(state="verified").pk}


def _changed() -> dict:
    pair = make_pair(state="rejected", changed_since=timezone.now())
    return {"key": pair.pk}


def _duplicate() -> dict:
    return {"key": make_duplicate(make_registration(), make_registration()).pk}


ROWS = {
    "office:pairs-insufficient": {"allowed": {*READERS, Role.CASEWORKER}, "method": "get"},
    "office:pair-keep": {"allowed": {Role.SUPERVISOR}, "method": "post", "kwargs": _changed},
    "office:duplicates": {"allowed": READERS, "method": "get"},
    "office:duplicate": {"allowed": READERS, "method": "get", "kwargs": _duplicate},
    "office:pairs": {"allowed": READERS, "method": "get"},
    "office:pair": {"allowed": READERS, "method": "get", "kwargs": _pair},
    "office:pairs-next": {"allowed": READERS, "method": "post"},
    "office:pair-take": {"allowed": READERS, "method": "post", "kwargs": _pair},
    "office:pair-withdraw": {"allowed": {Role.REVIEWER}, "method": "post", "kwargs": _pair},
    "office:pair-history": {"allowed": READERS, "method": "get", "kwargs": _pair},
    "office:pair-incident": {"allowed": READERS, "method": "get", "kwargs": _pair},
    "office:pair-reopen": {"allowed": {Role.SUPERVISOR}, "method": "get", "kwargs": _pair},
    "office:pair-telling": {"allowed": READERS, "method": "get", "kwargs": _pair},
    "office:pair-telling-answer": {"allowed": {Role.SUPERVISOR}, "method": "post", "kwargs": _pair},
    "office:pair-telling-asked": {"allowed": READERS, "method": "get", "kwargs": _pair},
    "office:pair-telling-plan": {"allowed": READERS, "method": "get", "kwargs": _pair},
    "office:search": {"allowed": {Role.CASEWORKER, Role.REVIEWER, Role.SUPERVISOR}, "method": "get"},
}
