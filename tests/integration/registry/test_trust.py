"""What waits to be checked first: nothing is compared or given, people decide, nothing goes by itself (R-39, R-50)."""

from datetime import timedelta

import pytest

from portal.accounts.enums import Role
from portal.audit.actors import Actor
from portal.audit.models import Event
from portal.matching.records import comparable_registrations
from portal.registry import events
from portal.registry.casework import QUEUES, nobody_has_read, to_check_first
from portal.registry.enums import TRUST_STEPS, Answer, Purpose, RegistrationState, Trust, TrustReason
from portal.registry.models import ConsentReview, Registration, TrainedWish
from portal.registry.services.casework import NotReleased, move_file
from portal.registry.services.drafts import due_drafts, save_answers
from portal.registry.services.holds import place_hold
from portal.registry.services.messages import write_as_family
from portal.registry.services.submission import submit_draft
from portal.registry.services.trust import NoSuchStep, NotDue, Standing, change_trust, due_spam, erase_spam
from tests.factories.helping import make_helped
from tests.factories.registry import make_draft, make_registration
from tests.factories.staff import StaffFactory

pytestmark = pytest.mark.django_db


def _doubtful() -> Registration:
    draft = make_draft(consent=dict.fromkeys(("contact", "compare", "trials"), Answer.YES.value))
    standing = Standing.doubtful(TrustReason.HURRY)
    return submit_draft(draft=draft, actor=Actor.holder(draft.holder_id), standing=standing)


def _change(registration: Registration, trust: str, user) -> None:
    change_trust(registration=registration, trust=trust, user=user, actor=Actor.staff(user.pk))


@pytest.fixture
def worker():
    return StaffFactory(role=Role.CASEWORKER)


def test_every_state_has_its_steps_and_none_is_final():
    assert set(TRUST_STEPS) == set(Trust)
    assert all(steps and steps <= set(Trust) for steps in TRUST_STEPS.values())


def test_every_step_of_the_table_can_be_taken_and_no_other(worker):
    for before in Trust:
        for after in Trust:
            made = make_registration()
            mark = {"trust_at": made.submitted_at, "trust_by": worker, "trust_reason": TrustReason.STAFF}
            Registration.objects.filter(pk=made.pk).update(trust=before, **mark)
            if after in TRUST_STEPS[before] or after == before:
                _change(made, after, worker)
                assert Registration.objects.get(pk=made.pk).trust == after
            else:
                with pytest.raises(NoSuchStep):
                    _change(made, after, worker)


def test_what_is_to_be_checked_takes_no_part_until_it_is_released(worker, django_capture_on_commit_callbacks):
    """R-50: with every consent given it is neither compared nor given; released, it goes its way at once."""
    registration = _doubtful()
    assert not registration.takes_part and not comparable_registrations().exists()
    assert Purpose.COMPARE in {line.purpose for line in registration.consents.all()}
    with django_capture_on_commit_callbacks(execute=True):
        _change(registration, Trust.RELEASED, worker)
    assert comparable_registrations().get() == registration
    assert Event.objects.filter(code=events.TRUST_CHANGED, actor_id=worker.pk, data={"trust": "released"}).exists()


def test_real_ones_stand_in_the_queues_and_the_others_in_one_of_their_own():
    """R-51: triage shows real ones first."""
    real, doubtful = make_registration(), _doubtful()
    assert [one.pk for one in nobody_has_read()] == [real.pk]
    assert [one.pk for one in to_check_first()] == [doubtful.pk]
    names = list(QUEUES)
    assert names.index("new") < names.index("check") < names.index("spam")
    write_as_family(registration=doubtful, words="Are you there?", actor=Actor.holder(doubtful.holder_id))
    later = _doubtful()
    assert [one.pk for one in to_check_first()] == [doubtful.pk, later.pk]
    assert not QUEUES["wrote"][1]().exists()


def test_it_is_moved_on_only_after_it_was_released(worker):
    registration = _doubtful()
    move = {"registration": registration, "is_family_wish": False, "actor": Actor.staff(worker.pk)}
    with pytest.raises(NotReleased):
        move_file(state=RegistrationState.BEING_READ, **move)
    _change(registration, Trust.RELEASED, worker)
    move_file(state=RegistrationState.BEING_READ, **move)


def test_spam_is_due_after_thirty_days_and_another_person_erases_it(worker, clock):
    """R-39: never deleted by itself; not before its time, not by who marked it, not against an order to keep it."""
    other = StaffFactory(role=Role.SUPERVISOR)
    spam, kept = _doubtful(), _doubtful()
    for one in (spam, kept):
        _change(one, Trust.SPAM, worker)
    place_hold(registration=kept, reason="Court", actor=Actor.staff(other.pk))
    clock.tick(timedelta(days=29))
    assert not due_spam().exists()
    clock.tick(timedelta(days=1))
    assert due_spam().get() == spam
    for user, one in ((worker, spam), (other, kept)):
        with pytest.raises(NotDue):
            erase_spam(registration=one, user=user, actor=Actor.staff(user.pk))
    erase_spam(registration=spam, user=other, actor=Actor.staff(other.pk))
    assert list(Registration.objects.values_list("pk", flat=True)) == [kept.pk]


def test_whoever_comes_back_and_writes_is_looked_at_again(worker):
    """R-39: a family that was taken for spam is not erased while it waits for an answer."""
    registration = _doubtful()
    _change(registration, Trust.SPAM, worker)
    write_as_family(registration=registration, words="I am real.", actor=Actor.holder(registration.holder_id))
    registration.refresh_from_db()
    assert (registration.trust, registration.trust_reason) == (Trust.CHECK_FIRST, TrustReason.CAME_BACK)


def test_beyond_the_budget_of_the_day_it_is_checked_first(settings, clock):
    """R-50, R-51: a budget of sendings without a proof; a proof needs none, and the next day there is room again."""
    settings.UNPROVEN_PER_DAY = 1
    seen = []
    for trust in (Trust.UNPROVEN, Trust.UNPROVEN, Trust.PROVEN):
        seen.append(_sent(trust))
    clock.tick(timedelta(days=1))
    seen.append(_sent(Trust.UNPROVEN))
    assert [Trust(one.trust) for one in seen] == [Trust.UNPROVEN, Trust.CHECK_FIRST, Trust.PROVEN, Trust.UNPROVEN]
    assert seen[1].trust_reason == TrustReason.CROWD


def _sent(trust: Trust) -> Registration:
    draft = make_draft()
    return submit_draft(draft=draft, actor=Actor.holder(draft.holder_id), standing=Standing(trust))


def test_a_flood_of_beginnings_lapses_after_a_day_and_nothing_that_somebody_wrote(settings, clock):
    """R-39, R-51: seven days for every draft with more than the first choice in it, whatever else comes."""
    settings.DRAFTS_PER_DAY = 1
    bare = [make_draft() for _ in range(2)]
    clock.tick(timedelta(minutes=1))
    actor = Actor.holder(bare[1].holder_id)
    save_answers(draft=bare[1], answers={"name": {"full": "آزاد"}}, language="ar", actor=actor)
    clock.tick(timedelta(days=1, minutes=1))
    assert list(due_drafts()) == [bare[0]]
    settings.DRAFTS_PER_DAY = 2
    assert not due_drafts().exists()


def test_a_flood_fills_no_other_list_of_people_who_wait():
    """R-51: wishes for a trained person and consents to be looked at, of registrations that are to be checked first."""
    wished = make_registration(trained={"answer": "yes"})
    review = make_helped(authority="parent", speaker="A mother").consent_review
    assert TrainedWish.objects.waiting().get().registration == wished
    assert ConsentReview.objects.waiting().get() == review
    Registration.objects.update(trust=Trust.CHECK_FIRST, trust_reason=TrustReason.HURRY)
    assert not TrainedWish.objects.waiting() and not ConsentReview.objects.waiting()
