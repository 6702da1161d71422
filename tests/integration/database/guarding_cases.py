"""The constraints of alerts about reading, of mails to the office, and of who keeps the registry."""

from __future__ import annotations

from django.db.models import F
from django.utils import timezone

from tests.factories.organizations import make_organization
from tests.factories.readings import make_frozen
from tests.factories.staff import StaffFactory
from tests.factories.staff_mail import make_staff_mail

from .constraint_cases import Case

_NOW = timezone.now()


def _person():
    return StaffFactory(supervisor=True)


GUARDING_CASES: dict[str, Case] = {
    "one_standing_freeze_per_person": Case(make_frozen, {}, {"about": _person}),
    "alert_answered_by_somebody_else": Case(
        make_frozen,
        {"answered_by": F("about"), "answered_at": _NOW, "answer": "work"},
        {"answered_by": _person, "answered_at": _NOW, "answer": "work"},
    ),
    "alert_answered_who_and_when": Case(
        make_frozen,
        {"answered_at": _NOW, "answer": "work"},
        {"answered_at": _NOW, "answered_by": _person, "answer": "work"},
    ),
    "alert_answered_with_a_reason": Case(
        make_frozen,
        {"answered_at": _NOW, "answered_by": _person},
        {"answered_at": _NOW, "answered_by": _person, "answer": "error"},
    ),
    "alert_names_what_was_planted": Case(make_frozen, {"kind": "planted"}, {"kind": "many"}),
    "one_staff_mail_per_kind_and_hour": Case(make_staff_mail, {}, {"kind": "frozen"}),
    "one_organization_keeps_the_registry": Case(
        lambda: make_organization(slug="keeper", keeps_the_registry=True),
        {"slug": "another-keeper"},
        {"slug": "no-keeper", "keeps_the_registry": False},
    ),
}
