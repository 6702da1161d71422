"""A run proposes, updates and ends pairs; it never touches what people have said."""

from __future__ import annotations

import pytest
from django_tasks_db.models import DBTaskResult

from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from portal.detainees.models import DetaineeRecord
from portal.matching import events
from portal.matching.enums import PairState, RunScope, SideKind
from portal.matching.models import CandidatePair, LinkedMark, LinkRun
from portal.matching.records import read_records
from portal.matching.services.linking import end_pairs_without_consent, link_all, link_changed
from portal.matching.services.proposing import BEST_PER_REGISTRATION, LEAST_PROBABILITY
from portal.matching.tasks import link_changes
from portal.registry.content import NameContent, RegistrationContent
from portal.registry.enums import Answer, Purpose, RegistrationState
from portal.registry.models import Registration
from portal.registry.services.consents import answer_consent, withdraw_consent
from portal.registry.services.registrations import change_state, replace_content
from tests.factories.matching import AGREED, make_detainee, make_pair, make_registration, make_source

pytestmark = pytest.mark.django_db


def pairs() -> set[tuple]:
    return set(CandidatePair.objects.live().values_list("registration_id", "detainee_id"))


def test_a_pair_is_proposed_with_reasons_kept_sealed() -> None:
    registration, detainee = make_registration(), make_detainee()
    run = link_all(actor=SYSTEM)
    pair = CandidatePair.objects.get()
    assert (pair.registration_id, pair.detainee_id, pair.state) == (registration.pk, detainee.pk, PairState.CANDIDATE)
    assert pair.weight > 0
    assert any(reason["level_code"].startswith("name.given.") for reason in pair.reasons)
    assert (run.registrations, run.detainees, run.candidates, run.scope) == (1, 1, 1, RunScope.EVERYTHING)
    assert (run.done, run.total) == (1, 1)
    assert pair.model_version and len(pair.model_sha256) == 64 and pair.key_id == registration.key_id
    stored = bytes(CandidatePair.objects.values_list("reasons", flat=True).get())
    assert "آزاد".encode() not in stored and b"name.given" not in stored


def test_only_registrations_with_consent_and_a_compared_state_take_part() -> None:
    make_detainee()
    make_registration(consents={**AGREED, Purpose.COMPARE.value: Answer.NO.value})
    make_registration(consents={**AGREED, Purpose.COMPARE.value: Answer.ASK.value})
    make_registration(consents={})
    paused = make_registration()
    change_state(registration=paused, state=RegistrationState.PAUSED, actor=SYSTEM)
    run = link_all(actor=SYSTEM)
    assert (run.registrations, run.candidates) == (0, 0)


def test_one_audit_event_per_run_with_counts_and_no_name() -> None:
    make_registration(), make_detainee()
    link_all(actor=SYSTEM)
    event = Event.objects.get(code=events.LINKED)
    assert event.data["new"] == 1 and event.data["live"] == 1 and len(event.data["manifest"]) == 64
    assert "آزاد" not in str(event.data)


def test_a_run_reads_both_sides_with_few_queries(django_assert_max_num_queries) -> None:
    batch = make_source()
    for _ in range(4):
        make_registration()
        make_detainee(batch=batch)
    ids = {
        SideKind.REGISTRATION: list(Registration.objects.values_list("pk", flat=True)),
        SideKind.DETAINEE: list(DetaineeRecord.objects.values_list("pk", flat=True)),
    }
    for kind, keys in ids.items():
        # One of them asks which records are planted.
        with django_assert_max_num_queries(6):
            assert len(list(read_records(kind, keys))) == 4


def test_what_changed_gives_the_same_pairs_as_everything() -> None:
    make_registration(), make_detainee()
    link_changed(actor=SYSTEM)
    make_registration("Şîrîn Xelef Elî", sex="female", mother=""), make_detainee("شيرين خلف علي", sex="female")
    link_changed(actor=SYSTEM)
    piecewise = pairs()
    link_all(actor=SYSTEM)
    assert pairs() == piecewise and len(piecewise) >= 2


def test_nothing_changed_compares_nothing_and_still_beats_the_heart() -> None:
    make_registration(), make_detainee()
    link_all(actor=SYSTEM)
    before = CandidatePair.objects.get().updated_at
    run = link_changed(actor=SYSTEM)
    assert run.finished_at is not None and run.candidates == 1
    assert CandidatePair.objects.get().updated_at == before
    assert LinkRun.objects.count() == 2


def test_an_untouched_pair_that_is_no_longer_proposed_ends_and_a_touched_one_stays() -> None:
    registration = make_registration()
    untouched = make_pair(registration, make_detainee("يوسف إلياس كوركيس", mother="", birth_date="1950", sex="female"))
    touched = make_pair(
        registration,
        make_detainee("Nesrîn Hacî Dawûd", mother="", birth_date="1940", sex="female"),
        state=PairState.REJECTED,
    )
    for _ in range(12):
        make_detainee()
    link_all(actor=SYSTEM)
    untouched.refresh_from_db()
    touched.refresh_from_db()
    assert untouched.superseded_at is not None
    assert touched.superseded_at is None and touched.state == PairState.REJECTED


def test_changed_content_changes_the_weight() -> None:
    registration = make_registration()
    make_detainee()
    link_all(actor=SYSTEM)
    before = CandidatePair.objects.get().weight
    content = RegistrationContent(names=(NameContent(full="آزاد محمد سليمان", mother="كلستان"),), birth_date="1994")
    replace_content(registration=registration, content=content, actor=SYSTEM)
    link_changed(actor=SYSTEM)
    assert CandidatePair.objects.get().weight < before


def test_withdrawn_consent_ends_pairs_at_once_and_touched_ones_come_back_with_it() -> None:
    registration, detainee = make_registration(), make_detainee()
    link_all(actor=SYSTEM)
    CandidatePair.objects.update(state=PairState.VERIFIED)
    withdraw_consent(registration=registration, purpose=Purpose.COMPARE, actor=SYSTEM)
    assert not CandidatePair.objects.open_to_reading().exists(), "even before the worker has run"
    assert end_pairs_without_consent(actor=SYSTEM) == 1
    assert pairs() == set()
    answer_consent(registration=registration, purpose=Purpose.COMPARE, answer=Answer.YES, language="ar", actor=SYSTEM)
    link_changed(actor=SYSTEM)
    assert pairs() == {(registration.pk, detainee.pk)}
    assert CandidatePair.objects.get().state == PairState.VERIFIED


def test_a_registration_that_left_leaves_no_mark() -> None:
    registration = make_registration()
    make_detainee()
    link_all(actor=SYSTEM)
    assert LinkedMark.objects.count() == 2
    withdraw_consent(registration=registration, purpose=Purpose.COMPARE, actor=SYSTEM)
    link_changed(actor=SYSTEM)
    assert LinkedMark.objects.count() == 1


def test_at_most_ten_for_a_registration_and_nothing_that_is_not_worth_reading() -> None:
    registration, batch = make_registration(), make_source()
    for _ in range(12):
        make_detainee(batch=batch)
        make_detainee("يوسف إلياس كوركيس", mother="", sex="female", birth_date="1950", batch=batch)
    link_all(actor=SYSTEM)
    live = CandidatePair.objects.live().filter(registration=registration)
    assert live.count() == BEST_PER_REGISTRATION
    assert min(live.values_list("probability", flat=True)) >= LEAST_PROBABILITY


def test_many_changes_ask_the_worker_once_and_only_on_commit(django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        registration = make_registration()
        make_detainee()
        assert not DBTaskResult.objects.exists()
    assert DBTaskResult.objects.count() == 1
    assert str(registration.pk) not in str(DBTaskResult.objects.get().args_kwargs)
    link_changes.func()
    assert CandidatePair.objects.live().count() == 1
