"""Recipients: for administrators. What is given to them: for who answers families."""

from portal.accounts.enums import Role
from tests.factories.recipients import agreed_about, make_recipient, make_transmission
from tests.factories.registry import make_registration

_ADMINISTRATOR = {Role.ADMINISTRATOR}
_CASE = {Role.CASEWORKER, Role.SUPERVISOR}


def _recipient() -> dict:
    return {"key": make_recipient().pk}


def _file() -> dict:
    return {"key": make_registration().pk}


def _agreed() -> dict:
    registration, recipient = make_registration(), make_recipient()
    agreed_about(registration, recipient, "person")
    return {"key": registration.pk, "recipient": recipient.pk}


def _waiting() -> dict:
    return {"key": make_transmission().pk}


ROWS = {
    "office:recipients": {"allowed": _ADMINISTRATOR},
    "office:recipients-new": {"allowed": _ADMINISTRATOR},
    "office:recipients-end": {"allowed": _ADMINISTRATOR, "kwargs": _recipient, "method": "post"},
    "office:recipients-confirm": {"allowed": _ADMINISTRATOR, "kwargs": _recipient, "method": "post"},
    "office:giving": {"allowed": _CASE, "kwargs": _file},
    "office:giving-send": {"allowed": _CASE, "kwargs": _agreed, "method": "post"},
    "office:given": {"allowed": _CASE},
    "office:given-hand-out": {"allowed": {Role.SUPERVISOR}, "kwargs": _waiting, "method": "post"},
    "office:given-refuse": {"allowed": {Role.SUPERVISOR}, "kwargs": _waiting, "method": "post"},
    "office:given-erased": {
        "allowed": _CASE,
        "kwargs": {"key": "00000000-0000-4000-8000-000000000000"},
        "method": "post",
    },
    "office:given-recalled": {"allowed": _CASE, "kwargs": _waiting, "method": "post"},
}
