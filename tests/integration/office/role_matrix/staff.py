"""Signing in, the office shell, people, reports, lost codes and the log."""

from uuid import uuid4

from portal.accounts.enums import EDITOR_ROLES, HELPER_ROLES, OFFICE_ROLES, Role
from portal.audit.actors import Actor
from portal.support.official import add_official
from tests.factories.readings import make_frozen
from tests.factories.staff import StaffFactory
from tests.factories.support import ReportFactory, recovery

_CASE = {Role.CASEWORKER, Role.SUPERVISOR}
_ADMINISTRATOR = {Role.ADMINISTRATOR}

_ALERTS = {Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR}


def _alert() -> dict:
    return {"key": make_frozen().pk}


def _person() -> dict:
    return {"key": StaffFactory(role=Role.REVIEWER).pk}


def _report() -> dict:
    return {"key": ReportFactory().pk}


def _official() -> dict:
    user = StaffFactory(role=Role.ADMINISTRATOR)
    actor = Actor.staff(user.pk)
    return {"key": add_official(kind="site", value="https://a.example", user_id=user.pk, actor=actor).pk}


def _recovery() -> dict:
    return {"key": recovery().pk}


def _deed(**data) -> dict:
    return {"allowed": _ADMINISTRATOR, "method": "post", "kwargs": _person, "data": data}


ROWS = {
    "root": {"public": True},
    "digits": {"public": True},
    "plain": {"public": True},
    "account_login": {"public": True},
    "account_logout": {"public": True},
    "account_inactive": {"public": True},
    "staff_language": {"public": True, "method": "post"},
    "account_reauthenticate": {"own": True},
    "account_change_password": {"own": True},
    "usersessions_list": {"own": True},
    "mfa_index": {"own": True},
    # Signed in already: led on to the office.
    "mfa_authenticate": {"public": True},
    "mfa_reauthenticate": {"own": True},
    "mfa_activate_totp": {"own": True},
    "mfa_deactivate_totp": {"own": True},
    "mfa_view_recovery_codes": {"own": True},
    "mfa_generate_recovery_codes": {"own": True},
    # A helper is led on to her own list.
    "office:day": {"allowed": {*OFFICE_ROLES, *HELPER_ROLES}},
    "office:people": {"allowed": _ADMINISTRATOR},
    "office:people-new": {"allowed": _ADMINISTRATOR},
    "office:people-detail": {"allowed": _ADMINISTRATOR, "kwargs": _person},
    "office:people-roles": _deed(role="caseworker", deed="grant"),
    "office:people-sessions": _deed(),
    "office:people-second-factor": _deed(),
    "office:people-password": _deed(),
    "office:people-active": _deed(active="no"),
    "office:people-memberships": _deed(),
    "office:reports": {"allowed": _CASE},
    "office:reports-detail": {"allowed": _CASE, "kwargs": _report},
    "office:reports-hold": {"allowed": _CASE, "kwargs": _report, "method": "post"},
    "office:official": {"allowed": _ADMINISTRATOR},
    "office:official-remove": {"allowed": _ADMINISTRATOR, "kwargs": _official, "method": "post"},
    "office:reports-state": {"allowed": _CASE, "kwargs": _report, "method": "post", "data": {"state": "open"}},
    "office:recovery": {"allowed": _CASE},
    "office:recovery-new": {"allowed": _CASE},
    "office:recovery-assisted": {"allowed": _CASE},
    "office:recovery-approve": {"allowed": {Role.SUPERVISOR}, "kwargs": _recovery, "method": "post"},
    "office:recovery-refuse": {"allowed": _CASE, "kwargs": _recovery, "method": "post"},
    "office:audit": {"allowed": {Role.AUDITOR}},
    "office:planted": {"allowed": {Role.AUDITOR, Role.ADMINISTRATOR}},
    "office:planted-record": {"allowed": _ADMINISTRATOR},
    # Who did not plant it is told that there is nothing to take away.
    "office:planted-withdraw": {"allowed": _ADMINISTRATOR, "method": "post", "kwargs": {"key": uuid4()}},
    "office:mail": {"allowed": OFFICE_ROLES},
    "office:mail-code": {"allowed": OFFICE_ROLES},
    "office:audit-check": {"allowed": {Role.AUDITOR}, "method": "post"},
    "office:audit-anchor": {"allowed": {Role.AUDITOR}, "method": "post"},
    "office:alerts": {"allowed": _ALERTS},
    "office:alerts-answer": {"allowed": _ALERTS, "method": "post", "kwargs": _alert, "data": {"answer": "work"}},
    "support:help": {"public": True},
    "support:report": {"public": True, "kwargs": {"kind": "help"}},
    "support:thanks": {"public": True, "kwargs": {"kind": "help"}},
    "gate:cms": {
        "gate": True,
        "path": "/cms/",
        "allowed": {*EDITOR_ROLES, Role.ADMINISTRATOR},
    },
}
