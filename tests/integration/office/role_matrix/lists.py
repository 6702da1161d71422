"""Lists of detained persons."""

from portal.accounts.enums import Role
from tests.factories.detainees import checked, received

_STEWARD = {Role.DATA_STEWARD}
_READERS = {Role.DATA_STEWARD, Role.SUPERVISOR}


def _received() -> dict:
    return {"key": received().pk}


def _checked() -> dict:
    return {"key": checked().pk}


ROWS = {
    "office:lists": {"allowed": _READERS},
    "office:lists-upload": {"allowed": _STEWARD},
    "office:lists-detail": {"allowed": _READERS, "kwargs": _checked},
    "office:lists-columns": {"allowed": _STEWARD, "kwargs": _received},
    "office:lists-confirm": {"allowed": _STEWARD, "kwargs": _checked, "method": "post"},
    "office:lists-resume": {"allowed": _STEWARD, "kwargs": _checked, "method": "post"},
    "office:lists-cancel": {"allowed": _STEWARD, "kwargs": _checked, "method": "post"},
}
