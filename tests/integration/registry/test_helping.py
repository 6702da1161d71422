"""What a helper heard is the proof of each answer; a child's and another's answers wait for a supervisor (R-104)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from freezegun import freeze_time

from portal.accounts.enums import Role
from portal.accounts.services.holders import find_holder_by_code
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.notifications.models import InboxEntry
from portal.registry.consent import allows
from portal.registry.enums import FilledBy, GivenBy, Purpose
from portal.registry.models import ConsentLine, ConsentReview, Draft, Registration, Testimony
from portal.registry.services.consents import answer_consent
from portal.registry.services.drafts import discard_due_drafts
from portal.registry.services.endings import tell_due_endings
from portal.registry.services.erasure import erase
from portal.registry.services.helping import confirm_heard, hand_over_code, withdraw_heard
from portal.registry.services.reviews import AlreadyReviewed, review_consent
from tests.factories.helping import make_helped, make_helper, make_testimony
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory

pytestmark = pytest.mark.django_db


def _may(registration: Registration) -> dict[str, bool]:
    return {purpose.value: allows(registration, purpose) for purpose in (Purpose.CONTACT, Purpose.COMPARE)}


def test_each_answer_names_the_testimony_as_its_proof_r100() -> None:
    testimony = make_testimony()
    registration = make_helped(testimony)
    assert registration.filled_by == FilledBy.HELPER and registration.organization == testimony.organization
    lines = ConsentLine.objects.filter(registration=registration)
    assert {(line.given_by, line.testimony) for line in lines} == {(GivenBy.TESTIMONY, testimony)}
    assert _may(registration) == {"contact": True, "compare": True}
    received = Event.objects.get(code="registry.registration.received", subject_id=registration.pk)
    assert received.actor_id == testimony.recorded_by_id


def test_a_testimony_is_never_changed() -> None:
    testimony = make_testimony()
    testimony.person_name = "Somebody else"
    with pytest.raises(TypeError):
        testimony.save()
    assert Testimony.objects.get(pk=testimony.pk).person_name == "خزال"


def test_only_a_live_caseworker_of_a_verified_organization_begins() -> None:
    helper = make_helper()
    helper.memberships.update(ended_at=timezone.now())
    with pytest.raises(PermissionDenied):
        make_testimony(helper)
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    ("authority", "reason"), [("parent", "minor"), ("guardian", "minor"), ("oral_mandate", "proxy")]
)
def test_a_proxys_answers_wait_for_a_supervisor_r104(authority: str, reason: str) -> None:
    registration = make_helped(authority=authority, speaker="Her mother", birth_year="2015")
    assert _may(registration) == {"contact": True, "compare": False}
    assert ConsentReview.objects.waiting().get().reason == reason
    review_consent(registration=registration, is_accepted=True, user=StaffFactory(role=Role.SUPERVISOR))
    assert _may(registration) == {"contact": True, "compare": True}
    assert not ConsentReview.objects.waiting().exists()


def test_what_a_supervisor_refuses_never_counts_r104() -> None:
    registration = make_helped(authority="oral_mandate", speaker="A neighbour")
    supervisor = StaffFactory(role=Role.SUPERVISOR)
    review_consent(registration=registration, is_accepted=False, user=supervisor)
    with pytest.raises(AlreadyReviewed):
        review_consent(registration=registration, is_accepted=True, user=supervisor)
    # Also not where whoever holds the code answers anew: it may be the same person.
    answer_consent(registration=registration, purpose="compare", answer="yes", language="ku", actor=SYSTEM)
    assert _may(registration) == {"contact": True, "compare": False}


def test_only_a_supervisor_who_did_not_record_it_says_so_r104() -> None:
    helper = make_helper()
    registration = make_helped(make_testimony(helper, authority="parent", speaker="Her mother"))
    helper.role_grants.create(role=Role.SUPERVISOR)
    for user in (helper, StaffFactory(role=Role.CASEWORKER)):
        with pytest.raises(PermissionDenied):
            review_consent(registration=registration, is_accepted=True, user=user)


def test_a_child_who_registers_herself_waits_too_until_she_is_of_age_r104() -> None:
    with freeze_time("2026-03-01"):
        registration = make_registration(survivor=True, parts={"given": "Xezal", "birth_date": "2010"})
        assert _may(registration) == {"contact": True, "compare": False}
        review_consent(registration=registration, is_accepted=True, user=StaffFactory(role=Role.SUPERVISOR))
        assert _may(registration) == {"contact": True, "compare": True}
    with freeze_time("2028-01-01"):  # the earliest day on which she may be eighteen
        assert _may(registration) == {"contact": False, "compare": False}
        answer_consent(registration=registration, purpose="compare", answer="yes", language="ku", actor=SYSTEM)
        assert _may(registration) == {"contact": False, "compare": True}


def test_who_helps_a_family_without_a_testimony_waits_too_r104() -> None:
    registration = make_registration(applicant={"kind": "helper", "name": "Şêrîn"})
    assert _may(registration) == {"contact": True, "compare": False}
    assert ConsentReview.objects.waiting().get().reason == "proxy"


def test_at_eighteen_she_is_told_once_and_asked_again_r104() -> None:
    with freeze_time("2026-03-01"):
        registration = make_helped(authority="parent", speaker="Her mother", birth_year="2009")
    due = datetime(2027, 1, 1, tzinfo=UTC)
    assert tell_due_endings(now=due - timedelta(seconds=1), actor=SYSTEM) == 0
    assert tell_due_endings(now=due, actor=SYSTEM) == 1
    assert tell_due_endings(now=due + timedelta(days=1), actor=SYSTEM) == 0
    assert InboxEntry.objects.get(holder=registration.holder).kind == "registry.asked_again"


def test_the_first_code_is_known_to_nobody_and_the_last_one_shown_opens() -> None:
    testimony = make_testimony()
    assert hand_over_code(testimony=testimony, actor=SYSTEM) is None  # nothing is sent yet
    registration = make_helped(testimony)
    testimony.draft.refresh_from_db()
    first, second = (hand_over_code(testimony=testimony, actor=SYSTEM) for _ in range(2))
    assert first and second and find_holder_by_code(first) is None
    assert find_holder_by_code(second) == registration.holder
    with freeze_time(timezone.now() + timedelta(minutes=16)):
        assert hand_over_code(testimony=testimony, actor=SYSTEM) is None


def test_she_confirms_or_takes_back_what_was_heard_r101() -> None:
    confirmed, withdrawn = make_helped(), make_helped()
    confirm_heard(registration=confirmed, language="ku", actor=Actor.holder(confirmed.holder_id))
    live = ConsentLine.objects.in_force().filter(registration=confirmed)
    assert {(line.purpose, line.answer, line.given_by) for line in live} == {
        ("contact", "yes", "self"),
        ("compare", "yes", "self"),
        ("trials", "ask", "self"),
    }
    withdraw_heard(registration=withdrawn, actor=Actor.holder(withdrawn.holder_id))
    assert _may(withdrawn) == {"contact": False, "compare": False}


def test_it_goes_with_the_draft_and_with_the_registration() -> None:
    make_testimony()
    with freeze_time(timezone.now() + timedelta(days=8)):
        assert discard_due_drafts(actor=SYSTEM) == 1
    assert not Testimony.objects.exists()
    registration = make_helped(authority="parent", speaker="Her mother")
    erase(registration=registration, actor=SYSTEM)
    assert not Testimony.objects.exists() and not ConsentReview.objects.exists() and not ConsentLine.objects.exists()
