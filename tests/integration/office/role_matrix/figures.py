"""Figures: who reads them, and who lets them become public."""

from portal.accounts.enums import Role
from tests.factories.figures import make_office_figures, make_public_figures

_READ = {Role.SUPERVISOR, Role.DATA_STEWARD}


def _month() -> dict:
    return {"key": make_office_figures().pk}


def _file() -> dict:
    return {**_month(), "form": "csv"}


def _act() -> dict:
    return {"key": make_public_figures().pk, "act": "ask"}


ROWS = {
    "office:figures": {"allowed": _READ},
    "office:figures-public": {"allowed": _READ},
    "office:figures-month": {"allowed": _READ, "kwargs": _month},
    "office:figures-take": {"allowed": _READ, "kwargs": _file},
    "office:figures-publish": {"allowed": {Role.SUPERVISOR}, "kwargs": _act, "method": "post"},
}
