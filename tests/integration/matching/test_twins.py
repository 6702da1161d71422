"""R-20: until telling is approved, nothing that a family's pages read differs from a twin's without pairs."""

from __future__ import annotations

import pytest
from django.apps import apps

from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.matching.access import access_pair
from portal.matching.enums import Asked
from portal.matching.models import CandidatePair
from portal.matching.services.disclosure import refuse_disclosure
from portal.matching.services.judging import judge
from portal.matching.services.linking import link_all
from tests.factories.matching import make_detainee, make_registration, make_staff
from tests.factories.telling import asked as found_person_says
from tests.factories.telling import request

pytestmark = pytest.mark.django_db

# Floors 2 to 6 but for matching itself: everything a family's page is composed of.
READ_BY_HER_PAGE = (
    "accounts",
    "registry",
    "notifications",
    "following",
    "referrals",
    "support",
    "organizations",
    "proceedings",
)


def everything_of(holder, registration) -> dict[str, list]:
    """Every stored row of the apps her page reads, but for staff accounts, ciphertext included."""
    rows = {}
    for label in READ_BY_HER_PAGE:
        for model in apps.get_app_config(label).get_models():
            if model._meta.label not in ("accounts.User", "accounts.RoleGrant"):
                rows[model._meta.label] = sorted(map(repr, model._default_manager.values_list()))
    subjects = Event.objects.filter(subject_id__in=[holder.pk, registration.pk]).order_by("pk")
    rows["audit"] = list(subjects.values_list("pk", "code", "purpose"))
    return rows


def test_candidates_judgements_and_requests_change_nothing_she_could_read() -> None:
    registration = make_registration()
    reader, second, supervisor = (make_staff(Role.REVIEWER), make_staff(Role.REVIEWER), make_staff(Role.SUPERVISOR))
    make_detainee()
    before = everything_of(registration.holder, registration)

    link_all(actor=SYSTEM)
    pair = CandidatePair.objects.get()
    for user in (reader, second):
        access_pair(pair.pk, user=user)
        judge(pair=pair, verdict="same", role="same_person", reason="r", user=user, actor=Actor.staff(user.pk))
    for outcome in (Asked.REFUSES, Asked.UNSAFE, Asked.UNREACHED, Asked.AGREES):
        found_person_says(pair, outcome, reader)
    wanted = request(pair, reader)
    refuse_disclosure(disclosure=wanted, user=supervisor, actor=Actor.staff(supervisor.pk))

    assert everything_of(registration.holder, registration) == before
