"""The files of the families: for who answers them, not for who compares."""

from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM
from portal.notifications.models import Delivery
from portal.notifications.services.inbox import add_entry
from tests.factories.followers import make_holder
from tests.factories.registry import make_registration

_CASE = {Role.CASEWORKER, Role.SUPERVISOR}


def _file() -> dict:
    return {"key": make_registration().pk}


def _delivery() -> dict:
    holder = make_holder("ar", "reader@example.org")
    add_entry(holder=holder, kind="proceeding.update", subject="a key", actor=SYSTEM)
    return {"key": Delivery.objects.get(channel__holder=holder).pk}


ROWS = {
    "office:files": {"allowed": _CASE},
    "office:files-detail": {"allowed": _CASE, "kwargs": _file},
    "office:files-state": {"allowed": _CASE, "kwargs": _file, "method": "post", "data": {"state": "being_read"}},
    "office:files-word": {"allowed": _CASE, "kwargs": _file, "method": "post", "data": {"spoken": "x"}},
    "office:undelivered": {"allowed": _CASE},
    "office:undelivered-done": {"allowed": _CASE, "kwargs": _delivery, "method": "post"},
    "office:files-call": {"allowed": _CASE, "kwargs": _file, "method": "post"},
}
