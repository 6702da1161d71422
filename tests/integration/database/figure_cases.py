"""One case for each constraint of figures: see constraint_cases."""

from __future__ import annotations

from django.db.models import F
from django.utils import timezone

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.figures.models import PublicFigures
from tests.factories.figures import make_public_figures
from tests.factories.staff import StaffFactory

from .constraint_cases import Case


def _person() -> User:
    return StaffFactory(role=Role.SUPERVISOR)


def _asked() -> PublicFigures:
    figures = make_public_figures()
    figures.asked_by, figures.asked_at = _person(), timezone.now()
    figures.save()
    return figures


_NOW = timezone.now
_APPROVED = {"approved_by": _person, "approved_at": _NOW}
_REFUSED = {"refused_by": _person, "refused_at": _NOW}
_WITHDRAWN = {"withdrawn_by": _person, "withdrawn_at": _NOW}

FIGURE_CASES: dict[str, Case] = {
    "figures_asked_who_and_when": Case(
        make_public_figures, {"asked_by": _person}, {"asked_by": _person, "asked_at": _NOW}
    ),
    "figures_approved_by_a_second_person": Case(_asked, {**_APPROVED, "approved_by": F("asked_by")}, _APPROVED),
    "figures_refused_by_a_second_person": Case(_asked, {**_REFUSED, "refused_by": F("asked_by")}, _REFUSED),
    "figures_withdrawn_once_public": Case(_asked, _WITHDRAWN, {**_APPROVED, **_WITHDRAWN}),
}
