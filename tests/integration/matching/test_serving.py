"""The worker's indexes: warm, in memory, right after every commit, and never in the way of another worker's work."""

from __future__ import annotations

import pytest

from portal.audit.actors import SYSTEM
from portal.detainees.models import DetaineeRecord
from portal.matching import records
from portal.matching.enums import Finding, PairState, SideKind
from portal.matching.models import CandidatePair, LinkedMark
from portal.matching.records import read_records
from portal.matching.services.linking import link_changed, link_some
from portal.matching.services.proposing import compare, write
from portal.matching.serving import Serving, serving
from portal.registry.enums import Answer, Purpose
from portal.registry.services.consents import answer_consent, withdraw_consent
from tests.factories.matching import make_detainee, make_registration, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(monkeypatch) -> list:
    """Keys of the records that were opened."""
    found: list = []
    real = records._record

    def noted(pk, *arguments):
        found.append(pk)
        return real(pk, *arguments)

    monkeypatch.setattr(records, "_record", noted)
    return found


def test_a_warm_worker_opens_only_what_changed(opened) -> None:
    batch = make_source()
    for _ in range(3):
        make_registration(), make_detainee(batch=batch)
    link_changed(actor=SYSTEM)
    opened.clear()
    registration = make_registration()
    link_some(actor=SYSTEM)
    assert set(opened) == {str(registration.pk)}
    assert CandidatePair.objects.live().filter(registration=registration).count() == 3
    opened.clear()
    detainee = make_detainee(batch=batch)
    link_some(actor=SYSTEM)
    assert str(detainee.pk) in opened and CandidatePair.objects.live().filter(detainee=detainee).count() == 4
    opened.clear()
    link_some(actor=SYSTEM)
    assert opened == []


def test_a_look_without_a_change_asks_little(django_assert_max_num_queries) -> None:
    make_registration(), make_detainee()
    link_changed(actor=SYSTEM)
    # One for each side, and one that asks which records are planted.
    with django_assert_max_num_queries(3):
        assert not any(serving().refresh().values())


def test_a_changed_record_is_linked_with_few_queries(django_assert_max_num_queries) -> None:
    batch = make_source()
    for _ in range(3):
        make_registration(), make_detainee(batch=batch)
    link_changed(actor=SYSTEM)
    make_registration()
    before = CandidatePair.objects.count()
    with django_assert_max_num_queries(53):
        link_some(actor=SYSTEM)
    assert CandidatePair.objects.count() > before


def test_both_directions_find_the_same_pairs_as_a_fresh_start() -> None:
    batch = make_source()
    make_registration(), make_detainee(batch=batch)
    link_changed(actor=SYSTEM)
    make_detainee("Azad Mihemed Silêman", mother="", batch=batch)
    link_changed(actor=SYSTEM)
    make_registration("ئازاد محەمەد سلێمان", mother="")
    link_changed(actor=SYSTEM)
    piecewise = set(CandidatePair.objects.live().values_list("registration_id", "detainee_id"))
    assert len(piecewise) == 4


def test_a_withdrawn_registration_leaves_the_index_and_comes_back_with_its_consent() -> None:
    registration = make_registration()
    link_changed(actor=SYSTEM)
    assert serving().count(SideKind.REGISTRATION) == 1
    withdraw_consent(registration=registration, purpose=Purpose.COMPARE, actor=SYSTEM)
    link_changed(actor=SYSTEM)
    assert serving().count(SideKind.REGISTRATION) == 0
    detainee = make_detainee()
    link_changed(actor=SYSTEM)
    assert not CandidatePair.objects.exists()
    answer_consent(registration=registration, purpose=Purpose.COMPARE, answer=Answer.YES, language="ar", actor=SYSTEM)
    link_changed(actor=SYSTEM)
    assert CandidatePair.objects.live().get().detainee_id == detainee.pk


def test_what_another_worker_wrote_of_records_this_one_has_not_seen_stays() -> None:
    registration = make_registration()
    mine, other = Serving(), Serving()
    mine.refresh()
    detainee = make_detainee()
    other.refresh()
    write(other, compare(other, [registration.pk]), todo="")
    assert CandidatePair.objects.live().get().detainee_id == detainee.pk
    write(mine, compare(mine, [registration.pk]), todo="")
    assert CandidatePair.objects.live().get().detainee_id == detainee.pk, "this worker does not know the record"


def test_a_record_whose_key_is_gone_stops_nothing() -> None:
    from portal.confidential.keyring import destroy_data_key

    make_registration(), make_detainee()
    lost = make_detainee()
    destroy_data_key(lost.key_id)
    link_changed(actor=SYSTEM)
    assert CandidatePair.objects.live().count() == 1
    assert [one.id for one in read_records(SideKind.DETAINEE, [lost.pk])] == []
    assert not any(serving().refresh().values()), "it is not asked for again and again"


@pytest.mark.parametrize("name", ["محمد", "M. A.", "غير معروف", "؟"])
def test_a_name_that_is_not_enough_is_said_to_be_so(name) -> None:
    make_detainee("محمد علي حسن", mother="")
    registration = make_registration(name, mother="")
    link_changed(actor=SYSTEM)
    mark = LinkedMark.objects.get(record_id=registration.pk)
    assert mark.finding == Finding.INSUFFICIENT
    assert not CandidatePair.objects.exists()


def test_a_broken_off_refresh_begins_anew(monkeypatch) -> None:
    make_registration(), make_detainee()
    one = Serving()

    def broken(*_arguments):
        raise RuntimeError("in the middle")

    with monkeypatch.context() as patch, pytest.raises(RuntimeError):
        patch.setattr(records, "_record", broken)
        one.refresh()
    one.refresh()
    assert len(compare(one, [DetaineeRecord.objects.get().pk])) == 0
    assert (one.count(SideKind.REGISTRATION), one.count(SideKind.DETAINEE)) == (1, 1)


def test_the_machine_never_moves_a_state() -> None:
    registration = make_registration()
    make_detainee()
    link_changed(actor=SYSTEM)
    for state in PairState:
        CandidatePair.objects.update(state=state)
        LinkedMark.objects.filter(record_id=registration.pk).delete()
        link_changed(actor=SYSTEM)
        assert CandidatePair.objects.get().state == state
