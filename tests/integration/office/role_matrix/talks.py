"""Who opens talks with families, what was told wrongly, and records that somebody calls wrong."""

from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM
from portal.matching.services.checking import open_check
from portal.matching.services.correcting import request_correction
from tests.factories.matching import make_detainee, make_staff
from tests.factories.telling import planned, tell

_READERS = {Role.REVIEWER, Role.SUPERVISOR}
_TALKS = {*_READERS, Role.CASEWORKER}
_CHECKERS = {Role.SUPERVISOR, Role.DATA_STEWARD}


def _talk() -> dict:
    return {"key": planned().pk}


def _correction() -> dict:
    disclosure, user = tell(planned()).disclosure, make_staff(Role.REVIEWER)
    return {"key": request_correction(disclosure=disclosure, reason="x", user=user, actor=SYSTEM).pk}


def _check() -> dict:
    user = make_staff(Role.SUPERVISOR)
    return {"key": open_check(record_of=make_detainee(), reason="x", report=None, user=user, actor=SYSTEM).pk}


ROWS = {
    "office:talks": {"allowed": _TALKS},
    # A caseworker opens her own talks only: for the others there is no such page.
    "office:talk": {"allowed": _READERS, "kwargs": _talk},
    "office:talk-answer": {"allowed": _READERS, "kwargs": _talk, "method": "post"},
    "office:talk-wrong": {"allowed": _READERS, "kwargs": _talk},
    "office:correction": {"allowed": _READERS, "kwargs": _correction},
    "office:correction-plan": {"allowed": _READERS, "kwargs": _correction},
    "office:record-checks": {"allowed": _CHECKERS},
    "office:record-checks-new": {"allowed": _CHECKERS},
    "office:record-check": {"allowed": _CHECKERS, "kwargs": _check},
}
