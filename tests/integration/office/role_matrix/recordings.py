"""Spoken questions: put in by administrators, heard by everybody."""

from portal.accounts.enums import Role
from tests.factories.recordings import make_recording

_KEEPERS = {Role.ADMINISTRATOR}

ROWS = {
    "office:recordings": {"allowed": _KEEPERS},
    "office:recordings-slot": {"allowed": _KEEPERS, "kwargs": {"question": "when", "language": "ku"}},
    "office:recordings-remove": {
        "allowed": _KEEPERS,
        "kwargs": lambda: {"key": make_recording().pk},
        "method": "post",
    },
    "recordings:heard": {"public": True, "kwargs": {"name": "nothing.mp3"}},
}
