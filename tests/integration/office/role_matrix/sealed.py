"""What only trained people read: a role alone opens none of it; see test_sealed_screens for who is named as trained."""

from portal.accounts.enums import Role
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory
from tests.factories.trained import make_sealed, make_trained

_NOBODY: set[str] = set()


def _file() -> dict:
    return {"key": make_registration().pk}


def _note() -> dict:
    return {"key": make_sealed(make_registration(), "words", by=make_trained()).pk}


def _wish() -> dict:
    return {"key": make_registration(trained={"answer": "yes"}).trained_wishes.get().pk}


def _colleague() -> dict:
    return {"key": StaffFactory(caseworker=True).pk}


ROWS = {
    "office:files-sealed": {"allowed": _NOBODY, "kwargs": _file},
    "office:files-sealed-new": {"allowed": _NOBODY, "kwargs": _file},
    "office:sealed-open": {"allowed": _NOBODY, "kwargs": _note, "method": "post", "data": {"purpose": "sealed_talk"}},
    "office:sealed-wishes": {"allowed": _NOBODY},
    "office:sealed-wish-done": {"allowed": _NOBODY, "kwargs": _wish, "method": "post"},
    "office:trained": {"allowed": {Role.SUPERVISOR}},
    "office:trained-minors": {"allowed": {Role.SUPERVISOR}},
    "office:trained-change": {"allowed": {Role.SUPERVISOR}, "kwargs": _colleague, "method": "post"},
}
