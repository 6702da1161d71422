"""What is established about a person: noted by who works with families, confirmed by a supervisor."""

from portal.accounts.enums import Role
from tests.factories.findings import make_finding
from tests.factories.registry import make_registration

_CASE = {Role.CASEWORKER, Role.SUPERVISOR}


def _file() -> dict:
    return {"key": make_registration().pk}


def _finding() -> dict:
    return {"key": make_finding(make_registration(), "remains_located").pk}


ROWS = {
    "office:findings-new": {"allowed": _CASE, "kwargs": _file},
    "office:findings": {"allowed": {Role.SUPERVISOR}},
    "office:findings-answer": {"allowed": {Role.SUPERVISOR}, "kwargs": _finding, "method": "post"},
    "office:findings-told": {"allowed": _CASE, "kwargs": _finding, "method": "post"},
}
