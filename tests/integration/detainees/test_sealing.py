"""Who is sealed is stored, and stays what rows, statements and judgements say, whatever is done in whatever order."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

import pytest
from django.db import transaction
from django.http import Http404
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.confidential.keyring import destroy_data_key
from portal.core import dates
from portal.detainees import events, services
from portal.detainees.access import access_transfer, rows_open_to, unsealed_to
from portal.detainees.models import Batch, BatchRow, DetaineeRecord, Statement
from portal.detainees.policies import ImpossibleStep
from portal.detainees.services import sealing
from portal.detainees.services.entering import CorrectedAlready, enter_statement, take_back
from portal.detainees.standing import called_young, standing
from portal.matching.enums import DuplicateState
from portal.matching.models import DuplicatePair
from portal.matching.services.duplicates import judge_duplicate
from tests.factories.detainees import HEADER, checked, csv_bytes, imported, received, source
from tests.factories.entries import for_minors, listed, make_transfer, state
from tests.factories.matching import make_duplicate
from tests.factories.staff import StaffFactory, sign_in

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

YEAR = dates.today().year
YOUNG, GROWN, NO_DATE, SILENT = str(YEAR - 12), "1987", "a long time ago", ""
NUMBERS = ("L-1", "L-2", "L-3")
BIRTHS = st.sampled_from((YOUNG, GROWN, NO_DATE, SILENT))


def row(number: str, birth: str, name: str = "ڕێبوار نەبەز کەلاری") -> tuple[str, ...]:
    values = {"external_id": number, "full_name": name, "birth_date": birth}
    return tuple(values.get(column, "") for column in HEADER)


def worked_out() -> dict:
    """Who is sealed, from all rows, statements and links, in the plainest way: everybody linked to somebody young."""
    records = list(DetaineeRecord.objects.all())
    young, linked = set(called_young(records)), defaultdict(set)
    for pair in DuplicatePair.objects.filter(kind="detainee", state=DuplicateState.SAME):
        linked[pair.first.pk].add(pair.second.pk)
        linked[pair.second.pk].add(pair.first.pk)
    for _step in records:
        young |= {other for key in young for other in linked[key]}
    return {one.pk: one.pk in young for one in records}


class Sealing(RuleBasedStateMachine):
    """Lists of one source come in and are taken back, people state ages, and link records or unlink them."""

    looked = 0

    def __init__(self) -> None:
        super().__init__()
        self.steward, self.supervisor = StaffFactory(data_steward=True), for_minors(supervisor=True)
        imported(csv_bytes([row(number, GROWN) for number in NUMBERS]))
        records = DetaineeRecord.objects.order_by("pk")
        self.pairs = [make_duplicate(one, other).pk for one, other in combinations(records, 2)]

    @rule(births=st.dictionaries(st.sampled_from((*NUMBERS, "L-4")), BIRTHS, min_size=1))
    def a_list_comes_in(self, births: dict[str, str]) -> None:
        imported(csv_bytes([row(*cells) for cells in births.items()]))

    @rule(place=st.integers(0, 9))
    def a_list_is_taken_back(self, place: int) -> None:
        lists = list(Batch.objects.imported())
        if not lists:
            return
        batch = lists[place % len(lists)]
        services.ask_undo(batch=batch, reason="x", user=self.steward, actor=Actor.staff(self.steward.pk))
        services.approve_undo(batch=batch, user=self.supervisor, actor=Actor.staff(self.supervisor.pk))
        services.undo_batch(batch=batch, actor=SYSTEM)

    @rule(number=st.sampled_from(NUMBERS), value=st.sampled_from(("under_18", "adult")), corrects=st.booleans())
    def somebody_states_an_age(self, number: str, value: str, corrects: bool) -> None:
        record = DetaineeRecord.objects.get(external_id=number)
        older = Statement.objects.live().filter(record=record).first() if corrects else None
        said = {"about": "age", "degree": "claimed", "basis": str(self.looked), "said_by": "an aunt"}
        enter_statement(record=record, user=self.supervisor, corrects=older, value=value, **said)

    @rule(place=st.integers(0, 9))
    def a_statement_is_taken_back(self, place: int) -> None:
        live = list(Statement.objects.live().order_by("entered_at"))
        if live:
            take_back(entry=live[place % len(live)], basis="a mistake", user=self.supervisor)

    @rule(place=st.integers(0, 2), verdict=st.sampled_from(("same", "same", "not_same", "unsure")))
    def two_records_are_judged(self, place: int, verdict: str) -> None:
        pair = DuplicatePair.objects.get(pk=self.pairs[place])
        if DuplicatePair.objects.open_to_reading().filter(pk=pair.pk).exists():
            judge_duplicate(duplicate=pair, verdict=verdict, reason="r", user=self.supervisor, actor=SYSTEM)

    @rule()
    def the_periodic_work_runs(self) -> None:
        DetaineeRecord.objects.update(weighed_on=None)
        assert sealing.weigh_due() == 0, "nothing was wrong"

    @invariant()
    def what_is_stored_is_what_is_said(self) -> None:
        type(self).looked += 1
        assert dict(DetaineeRecord.objects.values_list("pk", "is_sealed")) == worked_out()


def test_the_stored_answer_is_right_after_any_sequence_of_services() -> None:
    """R-14: the seal is stored once and kept by the services that can change it."""

    class InOwnTransaction(Sealing):
        def __init__(self) -> None:
            self.block = transaction.atomic()
            self.block.__enter__()
            super().__init__()

        def teardown(self) -> None:
            transaction.set_rollback(True)
            self.block.__exit__(None, None, None)

    run_state_machine_as_test(
        InOwnTransaction,
        settings=settings(
            max_examples=10,
            stateful_step_count=8,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
    assert InOwnTransaction.looked > 20


def test_what_nobody_has_weighed_is_sealed_and_who_comes_of_age_is_open() -> None:
    """R-14: fail closed; the periodic work opens what time has opened, and time seals nobody."""
    young, grown, reviewer = listed(birth_date=YOUNG), listed(external_id="L-2"), StaffFactory(reviewer=True)
    DetaineeRecord.objects.filter(pk=grown.pk).update(is_sealed=True, weighed_on=None)
    assert not DetaineeRecord.objects.filter(unsealed_to(reviewer)).exists()
    assert sealing.weigh_due() == 1
    assert list(DetaineeRecord.objects.filter(unsealed_to(reviewer))) == [grown]
    with freeze_time(timezone.now().replace(year=YEAR + 7, day=1)):
        assert sealing.weigh_due() == 1 and not standing(young).is_sealed
        DetaineeRecord.objects.update(is_sealed=True)
        assert sealing.weigh_all() == 2


def test_what_does_not_open_is_sealed() -> None:
    """R-14: fail closed; the others of the same look are weighed."""
    lost, other = listed(), listed(external_id="L-2")
    destroy_data_key(lost.key_id)
    DetaineeRecord.objects.update(is_sealed=True, weighed_on=None)
    assert sealing.weigh_due() == 1
    assert list(DetaineeRecord.objects.filter(is_sealed=False)) == [other]


def test_a_word_that_is_no_date_unsays_no_date() -> None:
    listed(birth_date=YOUNG)
    assert standing(listed(birth_date=NO_DATE)).is_sealed
    assert not standing(listed(birth_date=GROWN)).is_sealed


def test_of_two_corrections_of_an_age_one_wins_and_the_seal_follows_it() -> None:
    record = listed()
    claim = state(record, "age", "under_18")
    take_back(entry=claim, basis="another person", user=for_minors())
    with pytest.raises(CorrectedAlready):
        state(record, "age", "under_18", corrects=claim, basis="late")
    assert not DetaineeRecord.objects.get().is_sealed


@pytest.mark.parametrize(
    "birth",
    [
        YOUNG,
        f"3/5/{YEAR - 9}",
        str(YEAR - 9).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
        f"{YEAR - 20}/{YEAR - 10}",
    ],
)
def test_rows_are_hidden_by_what_is_read_in_them_before_any_record_is_there(birth: str) -> None:
    """R-13: whatever digits and order a date is written in."""
    batch = checked(csv_bytes([row("L-1", birth), row("L-2", GROWN)]))
    assert [one.number for one in rows_open_to(StaffFactory(data_steward=True), batch, batch.rows.all())] == [3]
    assert len(rows_open_to(for_minors(data_steward=True), batch, batch.rows.all())) == 2


def test_a_row_of_a_new_list_is_hidden_where_the_record_of_its_number_is_sealed() -> None:
    """R-13: its own date says nothing, but the source has a record under the number that is sealed."""
    state(listed(), "age", "under_18")
    new = checked(csv_bytes([row("L-1", GROWN), row("L-2", SILENT)]))
    steward = StaffFactory(data_steward=True)
    assert [one.number for one in rows_open_to(steward, new, new.rows.all())] == [3]
    elsewhere = checked(csv_bytes([row("L-1", GROWN)]), of=source("Another committee"))
    assert len(rows_open_to(steward, elsewhere, elsewhere.rows.all())) == 1


def test_choosing_columns_shows_no_child(client) -> None:
    """R-13: the first rows of a file are a side path to the names in it."""
    batch = received(csv_bytes([row("L-1", YOUNG, "Navê Zarokekî"), row("L-2", GROWN, "Navê Mezinekî")]))
    sign_in(client, StaffFactory(data_steward=True))
    page = client.get(f"/office/lists/{batch.pk}/columns/").text
    assert "Navê Mezinekî" in page and "Navê Zarokekî" not in page


def test_what_a_new_list_says_again_stands_on_the_new_list() -> None:
    """Its reliability and its terms hold from now on; taken back, those of the older list do."""
    first = listed().last_batch
    record = listed()
    assert record.last_batch != first and BatchRow.objects.get(batch=record.last_batch).outcome == "unchanged"
    steward, supervisor = StaffFactory(data_steward=True), StaffFactory(supervisor=True)
    services.ask_undo(batch=record.last_batch, reason="x", user=steward, actor=SYSTEM)
    services.approve_undo(batch=record.last_batch, user=supervisor, actor=SYSTEM)
    services.undo_batch(batch=record.last_batch, actor=SYSTEM)
    record.refresh_from_db()
    assert record.last_batch == first and record.withdrawn_at is None
    with pytest.raises(ImpossibleStep):
        services.import_batch(batch=Batch.objects.exclude(pk=first.pk).get(), actor=SYSTEM)


def test_a_transfer_counts_and_lists_only_who_is_there_for_the_reader(client) -> None:
    """R-13: opening it is one entry in the log; digits of any script name a record."""
    listed(), listed(external_id="2", birth_date=YOUNG)
    transfer, named = make_transfer(), for_minors(data_steward=True)
    sign_in(client, named)
    client.post(f"/office/transfers/{transfer.pk}/", {"source": source().pk, "numbers": "L-1\n۲"})
    assert transfer.custody_entries.count() == 2
    seen = []
    for user in (named, StaffFactory(supervisor=True)):
        page = sign_in(Client(), user).get(f"/office/transfers/{transfer.pk}/")
        seen.append(page.context["page_obj"].paginator.count)
        assert Event.objects.filter(code=events.TRANSFER_VIEWED, actor_id=user.pk, subject_id=transfer.pk).exists()
    assert seen == [2, 1]
    with pytest.raises(Http404):
        access_transfer(transfer.pk, user=StaffFactory(reviewer=True), purpose="transfer")
