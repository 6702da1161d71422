"""A record keeps every claim: read anew from rows, entered beside them, corrected and never overwritten."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from portal.accounts.services.training import revoke_trained
from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from portal.core import dates
from portal.detainees import events
from portal.detainees.access import access_detainees, is_hidden_from
from portal.detainees.claims import side_by_side
from portal.detainees.custody import time_line
from portal.detainees.entered import entered_on, entries_of
from portal.detainees.models import CustodyEntry, DetaineeRecord, SourceAnswer, Statement
from portal.detainees.readings import claimed_by
from portal.detainees.services.entering import CorrectedAlready, enter_statement, take_back
from portal.detainees.services.transfers import NameTaken, add_records, add_transfer
from portal.detainees.sharing import sharing
from portal.detainees.standing import standing
from portal.matching.access import access_duplicate, access_pair
from portal.matching.persons import access_person, person_standing, same_person
from portal.matching.services.duplicates import judge_duplicate
from portal.places.models import Place
from tests.factories.detainees import source
from tests.factories.entries import answered, for_minors, happened, listed, make_transfer, state
from tests.factories.matching import make_detainee, make_duplicate, make_pair, make_source
from tests.factories.staff import StaffFactory

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def _fields(*records: DetaineeRecord) -> dict:
    claimed = claimed_by(records)
    return {str(field.label): field for field in side_by_side([claimed[one.pk] for one in records])}


def test_earlier_and_later_rows_of_a_source_stand_beside_each_other():
    """The second list changed the year and said nothing of the place: both stay readable."""
    listed(birth_date="1987", facility="Facility A")
    record = listed(birth_date="1991", facility="")
    fields = _fields(record)
    assert [(claim.value, claim.is_earlier) for claim in fields["Date of birth"].claims] == [
        ("1991", False),
        ("1987", True),
    ]
    assert [(claim.value, claim.is_earlier) for claim in fields["Place of detention"].claims] == [("Facility A", False)]
    assert not fields["Date of birth"].finding
    assert fields["Full name"].claims[0].reading and fields["Full name"].claims[0].grade == "F6"


def test_sources_that_differ_are_marked_and_none_is_preferred():
    one = listed(birth_date="1987", legal_status="charged", event_date="2014")
    other = listed(
        "Rêbwar Nebez", at="Another source", birth_date="1990", legal_status="released", event_date="2014-08"
    )
    fields = _fields(one, other)
    assert str(fields["Date of birth"].finding) == str(fields["Legal status"].finding)
    assert "contradict" in str(fields["Date of birth"].finding)
    assert str(fields["Date of arrest"].finding) == "Not equally exact"
    assert str(fields["Full name"].finding) == "Written differently"
    assert {claim.source for claim in fields["Date of birth"].claims} == {"Invented committee", "Another source"}


def test_the_place_we_know_stands_beside_the_place_as_written():
    record = listed(facility="Sicin 7")
    record.last_batch.meanings = {"facility": {"sicin 7": "SY-HA"}}
    record.last_batch.save()
    claim = _fields(record)["Place of detention"].claims[0]
    assert (claim.value, claim.reading) == ("Sicin 7", "Al-Hasakah · Syria")


def test_a_record_without_rows_speaks_for_itself():
    record = make_detainee(birth_date="1991")
    assert [claim.value for claim in _fields(record)["Date of birth"].claims] == ["1991"]


def test_an_impossible_order_is_kept_and_flagged_and_a_correction_leaves_the_older_row():
    record, user = listed(event_date="2019-03"), for_minors()
    wrong = happened(record, "release", "2018", user=user)
    line = time_line(claimed_by([record]).values(), [record])
    assert [(one.kind, bool(one.faults)) for one in line] == [("release", True), ("capture", False)]
    happened(record, "release", "2021", user=user, corrects=wrong, basis="misread")
    line = time_line(claimed_by([record]).values(), [record])
    assert [(one.kind, one.date, one.faults) for one in line] == [
        ("capture", "2019-03", ()),
        ("release", "2021", ()),
    ]
    assert CustodyEntry.objects.get(pk=wrong.pk).date == "2018" and CustodyEntry.objects.count() == 2
    with pytest.raises(CorrectedAlready):
        happened(record, "release", "2022", user=user, corrects=wrong, basis="misread")
    assert Event.objects.filter(code=events.CUSTODY_ENTERED, subject_id=record.pk).count() == 2


def test_what_is_entered_is_compared_alike_one_record_read_whole_or_many_at_once():
    """A worker reads many records, a page one: a difference would say of each pair that its record has changed."""
    record, user, place = listed(), for_minors(), Place.objects.get(code="SY-HA")
    happened(record, "held", "2020", user=user, place="near the mill", facility=place)
    wrong = happened(record, "court", "2018", user=user)
    happened(record, "court", "2021", user=user, corrects=wrong, basis="misread", place="", facility=place)
    happened(record, "release", "2022", user=user)
    state(record, "nationality", "SY"), state(record, "nationality", "IQ"), state(record, "status", "charged")
    whole = entries_of(DetaineeRecord.objects.get(pk=record.pk)).compared()
    assert whole == entered_on([record.pk])[str(record.pk)] and whole.nationalities == {"SY", "IQ"}
    assert whole.events == [("held", "2020", f"near the mill, {place.name_en}"), ("court", "2021", place.name_en)]


def test_the_same_sent_twice_is_one_row_and_a_row_of_another_record_is_refused():
    record, user = listed(), for_minors()
    first = happened(record, "court", "2020", user=user)
    assert happened(record, "court", "2020", user=user).pk == first.pk
    with pytest.raises(PermissionDenied):
        happened(listed(external_id="L-2"), "court", "2020", user=user, corrects=first, basis="x")
    with pytest.raises(ValueError, match="firmly"):
        state(record, "nationality", "SY", degree="decided")
    with pytest.raises(PermissionDenied):
        enter_statement(
            record=record, user=StaffFactory(caseworker=True), about="age", degree="claimed", value="adult", basis="x"
        )
    assert CustodyEntry.objects.count() == 1 and not Statement.objects.exists()


def test_one_claim_seals_until_it_is_taken_back_and_a_decision_does_not_outweigh_it():
    """R-14: the machine weighs nothing; people take back what no longer stands."""
    record, user = listed(), for_minors()
    assert not standing(record).is_sealed
    claim = state(record, "age", "under_18", user=user, said_on="2026")
    state(record, "age", "adult", user=user, degree="decided")
    assert standing(record).is_sealed and standing(record).may_be_minor
    take_back(entry=claim, basis="another person was meant", user=user)
    assert not standing(record).is_sealed
    old = state(record, "age", "under_18", user=user, said_on="2004")
    assert standing(record).is_sealed and not standing(record).may_be_minor and old.value == "under_18"


def test_a_later_silence_of_the_source_unsays_nothing():
    young = str(dates.today().year - 16)
    listed(birth_date=young, legal_status="death_sentence")
    record = listed(birth_date="", legal_status="unknown")
    assert standing(record).is_sealed and standing(record).has_death_sentence
    record = listed(birth_date="1987", legal_status="sentenced")
    assert not standing(record).is_sealed and not standing(record).has_death_sentence


@pytest.mark.parametrize(
    ("about", "value", "field"),
    [
        ("status", "death_sentence", "has_death_sentence"),
        ("death-sentence", "yes", "has_death_sentence"),
        ("unfair-trial", "yes", "has_unfair_trial"),
        ("status", "died", "has_died"),
    ],
)
def test_what_warns_before_anything_is_told(about, value, field):
    """R-106: from rows, each with its basis and who entered it."""
    record = listed()
    row = state(record, about, value)
    assert getattr(standing(record), field)
    take_back(entry=row, basis="a mistake", user=for_minors())
    assert not getattr(standing(record), field)
    assert not getattr(standing(listed(external_id="L-2")), field)


def test_a_death_in_custody_counts_whoever_entered_it():
    record = listed()
    happened(record, "death", "2020")
    assert standing(record).has_died


def test_a_sealed_record_is_there_for_people_with_the_grant_alone():
    """R-14, R-16: the uniform "not found", logged; a grant taken back ends at once."""
    record = listed(birth_date=str(dates.today().year - 12))
    reviewer, named = StaffFactory(reviewer=True), for_minors()
    with pytest.raises(Http404):
        access_detainees([record.pk], user=reviewer, purpose="record")
    assert Event.objects.filter(code=events.RECORD_REFUSED, actor_id=reviewer.pk, subject_id=record.pk).count() == 1
    assert access_detainees([record.pk], user=named, purpose="record") == [record]
    assert is_hidden_from(reviewer, record) and not is_hidden_from(named, record)
    revoke_trained(user=named, by=StaffFactory(supervisor=True), kind="minors")
    with pytest.raises(Http404):
        access_detainees([record.pk], user=named, purpose="record")
    with pytest.raises(PermissionDenied):
        happened(record, "court", "2020", user=named)


def test_linked_records_are_one_person_and_one_sealed_record_seals_them_all():
    """R-14: over two steps; a link that is taken back unlinks."""
    first, second = listed(), listed(at="Another source", birth_date=str(dates.today().year - 12))
    third = listed(at="A third", legal_status="died")
    links = [make_duplicate(first, third, state="same"), make_duplicate(third, second, state="same")]
    assert set(same_person(first)) == {first, second, third} and same_person(first)[0] == first
    assert standing(first).is_sealed and person_standing(first).has_died and not standing(first).has_died
    reviewer = StaffFactory(reviewer=True)
    with pytest.raises(Http404):
        access_person(first.pk, user=reviewer, purpose="record")
    unlink = {"verdict": "not_same", "reason": "two brothers", "user": for_minors()}
    judge_duplicate(duplicate=links[1], actor=SYSTEM, **unlink)
    assert access_person(first.pk, user=reviewer, purpose="record") == [first, third]
    read = Event.objects.filter(code=events.RECORD_VIEWED, actor_id=reviewer.pk)
    assert {event.subject_id for event in read} == {first.pk, third.pk}


def test_a_source_that_wishes_to_be_asked_allows_it_for_one_record_and_for_a_time():
    batch = make_source(sharing_terms="ask_source")
    record, other = make_detainee(batch=batch), make_detainee(batch=batch)
    today = dates.today()
    assert not sharing(record).may_tell
    answered(record, True, answered_on=today - timedelta(days=9), expires_on=today + timedelta(days=9))
    assert sharing(record).may_tell and not sharing(other).may_tell
    answered(record, False, answered_on=today, expires_on=today + timedelta(days=9))
    assert not sharing(record).may_tell
    SourceAnswer.objects.update(answered_on=date(2020, 1, 1), expires_on=date(2020, 2, 1))
    assert not sharing(record).may_tell


def test_a_refusal_stands_before_general_terms_and_an_answer_never_widens_them():
    today = dates.today()
    told = make_detainee(batch=make_source(sharing_terms="family_after_decision"))
    kept = make_detainee(batch=make_source(sharing_terms="case_team"))
    answered(kept, True, answered_on=today, expires_on=today + timedelta(days=9))
    assert sharing(told).may_tell and not sharing(kept).may_tell
    answered(told, False, answered_on=today, expires_on=today + timedelta(days=9))
    assert not sharing(told).may_tell


def test_a_transfer_takes_in_pasted_numbers_once_and_names_those_that_nobody_knows():
    record, young = listed(), listed(external_id="L-9", birth_date=str(dates.today().year - 12))
    transfer, steward = make_transfer(), StaffFactory(data_steward=True)
    fill = {"transfer": transfer, "source": source(), "numbers": ["L-1", "L-8", "L-9"], "user": steward}
    added = add_records(**fill)
    assert (added.added, added.known_before, added.unknown) == (1, (), ("L-8", "L-9"))
    assert add_records(**fill).known_before == ("L-1",)
    entry = CustodyEntry.objects.get()
    assert (entry.record, entry.kind, entry.date) == (record, "transfer", "2026-01-21/2026-02-12")
    assert add_records(**{**fill, "user": for_minors(data_steward=True)}).added == 1
    assert {one.record_id for one in transfer.custody_entries.all()} == {record.pk, young.pk}
    with pytest.raises(NameTaken):
        add_transfer(user=steward, label=transfer.label, source=source(), from_place="a", to_place="b", began="2026")
    with pytest.raises(PermissionDenied):
        add_records(**{**fill, "user": StaffFactory(reviewer=True)})


def test_a_pair_with_a_sealed_record_is_not_there_for_others():
    """R-14, R-13: the side paths check the same."""
    young = listed(birth_date=str(dates.today().year - 12))
    pair, reviewer = make_pair(detainee=young), StaffFactory(reviewer=True)
    duplicate = make_duplicate(young, make_detainee())
    for access, key in ((access_pair, pair.pk), (access_duplicate, duplicate.pk)):
        with pytest.raises(Http404):
            access(key, user=reviewer)
        assert access(key, user=for_minors()).pk == key
