"""The files of the families: for who answers them, not for who compares."""

from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM
from portal.notifications.models import Delivery
from portal.notifications.services.inbox import add_entry
from tests.factories.evidence import make_checked
from tests.factories.followers import make_holder
from tests.factories.helping import make_helped
from tests.factories.registry import make_registration

_CASE = {Role.CASEWORKER, Role.SUPERVISOR}


def _file() -> dict:
    return {"key": make_registration().pk}


def _heard() -> dict:
    file = make_registration(stays={"rows": [{"number": 1, "words": "سجن في الصحراء"}], "last": 1})
    return {"key": file.pk, "heard": file.heard_places.get().pk}


def _contact() -> dict:
    file = make_registration(by_call=True)
    return {"key": file.pk, "channel": file.holder.channels.get().pk}


def _reviewed() -> dict:
    return {"key": make_helped(authority="parent", speaker="Her mother").pk}


def _evidence() -> dict:
    return {"key": make_checked().pk}


def _delivery() -> dict:
    holder = make_holder("ar", "reader@example.org")
    add_entry(holder=holder, kind="proceeding.update", subject="a key", actor=SYSTEM)
    return {"key": Delivery.objects.get(channel__holder=holder).pk}


ROWS = {
    "office:files": {"allowed": _CASE},
    "office:files-detail": {"allowed": _CASE, "kwargs": _file},
    "office:files-state": {"allowed": _CASE, "kwargs": _file, "method": "post", "data": {"state": "being_read"}},
    "office:files-word": {"allowed": _CASE, "kwargs": _file, "method": "post", "data": {"spoken": "x"}},
    "office:evidence-ask": {"allowed": _CASE, "kwargs": _evidence, "method": "post", "data": {"part": "copy"}},
    "office:evidence-readers": {"allowed": _CASE, "kwargs": _evidence},
    "office:files-evidence": {"allowed": _CASE, "kwargs": _file},
    # An address that has ended leads back to the files, and says so.
    "office:evidence-open": {"allowed": _CASE, "kwargs": {"token": "ended"}},
    "office:undelivered": {"allowed": _CASE},
    "office:undelivered-done": {"allowed": _CASE, "kwargs": _delivery, "method": "post"},
    "office:files-call": {"allowed": _CASE, "kwargs": _file, "method": "post"},
    "office:files-contact": {
        "allowed": _CASE,
        "kwargs": _contact,
        "method": "post",
        "data": {"purpose": "contact_call"},
    },
    "office:files-review": {
        "allowed": {Role.SUPERVISOR},
        "kwargs": _reviewed,
        "method": "post",
        "data": {"accept": "1"},
    },
    "office:files-hold": {"allowed": {Role.SUPERVISOR}, "kwargs": _file, "method": "post", "data": {"lift": "1"}},
    "office:files-heard-place": {"allowed": _CASE, "kwargs": _heard},
    "office:files-several": {"allowed": _CASE, "kwargs": {"show": "check"}, "method": "post"},
    "office:files-trust": {"allowed": _CASE, "kwargs": _file, "method": "post", "data": {"trust": "check_first"}},
    "office:files-erase-spam": {"allowed": _CASE, "kwargs": _file, "method": "post"},
    "office:files-messages": {"allowed": _CASE, "kwargs": _file},
}
