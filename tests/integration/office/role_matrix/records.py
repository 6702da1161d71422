"""Detainee records and transfers. A sealed record is tried in tests/integration/office/test_record_screens.py."""

from portal.accounts.enums import Role
from tests.factories.entries import make_transfer
from tests.factories.matching import make_detainee

_READERS = {Role.REVIEWER, Role.SUPERVISOR, Role.DATA_STEWARD}
_LISTS = {Role.DATA_STEWARD, Role.SUPERVISOR}


def _record() -> dict:
    return {"key": make_detainee().pk}


def _about() -> dict:
    return {"key": make_detainee().pk, "about": "age"}


def _transfer() -> dict:
    return {"key": make_transfer().pk}


ROWS = {
    "office:records-why": {"allowed": _READERS},
    "office:record": {"allowed": _READERS, "kwargs": _record},
    "office:record-custody": {"allowed": _READERS, "kwargs": _record},
    "office:record-statement": {"allowed": _READERS, "kwargs": _about},
    "office:record-answer": {"allowed": _LISTS, "kwargs": _record},
    "office:transfers": {"allowed": _LISTS},
    "office:transfers-new": {"allowed": _LISTS},
    "office:transfer": {"allowed": _LISTS, "kwargs": _transfer},
}
