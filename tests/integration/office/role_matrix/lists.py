"""Lists of detained persons."""

from portal.accounts.enums import Role
from tests.factories.detainees import checked, imported, received

_STEWARD = {Role.DATA_STEWARD}
_READERS = {Role.DATA_STEWARD, Role.SUPERVISOR}


def _received() -> dict:
    return {"key": received().pk}


def _checked() -> dict:
    return {"key": checked().pk}


def _imported() -> dict:
    return {"key": imported().pk}


ROWS = {
    "office:lists": {"allowed": _READERS},
    "office:lists-upload": {"allowed": _STEWARD},
    "office:lists-detail": {"allowed": _READERS, "kwargs": _checked},
    "office:lists-progress": {"allowed": _READERS, "kwargs": _checked},
    "office:lists-columns": {"allowed": _STEWARD, "kwargs": _received},
    "office:lists-words": {"allowed": _STEWARD, "kwargs": _checked},
    "office:lists-undo": {"allowed": _STEWARD, "kwargs": _imported},
    "office:lists-undo-approve": {"allowed": _READERS, "kwargs": _imported, "method": "post"},
    "office:lists-undo-refuse": {"allowed": _READERS, "kwargs": _imported, "method": "post"},
    "office:lists-confirm": {"allowed": _STEWARD, "kwargs": _checked, "method": "post"},
    "office:lists-resume": {"allowed": _STEWARD, "kwargs": _checked, "method": "post"},
    "office:lists-cancel": {"allowed": _STEWARD, "kwargs": _checked, "method": "post"},
}
