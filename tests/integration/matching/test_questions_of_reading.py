"""How many questions the queue and a possible match ask of the database, whoever reads, however long the queue."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.audit.actors import SYSTEM, Actor
from portal.core.counting import counts
from portal.detainees.enums import CustodyKind, LegalStatus
from portal.detainees.models import DetaineeRecord
from portal.detainees.services.entering import enter_custody
from portal.matching.enums import CHANGE_MATTERS, PairState, Pile, QueueOrder
from portal.matching.models import CandidatePair
from portal.matching.queues import QUEUES, Wish, queue, waiting_for
from portal.matching.services.judging import judge
from portal.matching.services.linking import link_changed, link_some
from tests.factories.matching import make_detainee, make_pair, make_registration, make_source, make_staff
from tests.factories.sessions import signed_in

pytestmark = pytest.mark.django_db
READERS = [(Role.REVIEWER,), (Role.SUPERVISOR,), (Role.REVIEWER, Role.SUPERVISOR)]


@pytest.mark.parametrize("roles", READERS)
def test_a_possible_match_asks_at_most_fifteen_questions(roles, django_assert_max_num_queries) -> None:
    """In each state, however long the queue: judged twice, a person entered something, and the record has changed."""
    pairs = [make_pair(weight=float(weight)) for weight in range(12)]
    pair = pairs[5]
    for user in (make_staff(Role.REVIEWER), make_staff(Role.REVIEWER)):
        judge(pair=pair, verdict="not_same", role="same_person", reason="r", user=user, actor=Actor.staff(user.pk))
    said = {"date": "2019-04", "place": "Hasaka", "said_by": "a letter", "basis": "b"}
    enter_custody(record=pair.detainee, kind=CustodyKind.HELD, user=user, **said)
    DetaineeRecord.objects.filter(pk=pair.detainee_id).update(content_fingerprint=b"1" * 32)
    client, address = signed_in(make_staff(*roles)), reverse("office:pair", args=[pair.pk])
    client.get(address)
    for state in PairState:
        CandidatePair.objects.filter(pk=pair.pk).update(state=state, changed_since=timezone.now())
        with django_assert_max_num_queries(17):  # two of them begin and end the entry in the log
            page = client.get(address).content.decode()
        assert "Hasaka" in page and "a letter" in page
        assert ("has changed since this was judged: Arrest and custody" in page) == (state in CHANGE_MATTERS)


@pytest.mark.parametrize("roles", READERS)
def test_the_queue_asks_as_few_for_many_as_for_one(roles, django_assert_num_queries) -> None:
    """Eight: four who reads, one that counts, two how far comparison is, and the queue; narrowed and in any order."""
    make_pair()
    client = signed_in(make_staff(*roles))
    client.get(reverse("office:pairs"))
    for weight in range(3):
        make_pair(weight=float(weight))
    for asked in [*({"order": order} for order in QueueOrder), {"language": "ar"}, {"taken": "mine"}]:
        client.get(reverse("office:pairs"), asked)
        with django_assert_num_queries(8):
            client.get(reverse("office:pairs"), asked)


def test_each_pair_lies_in_the_pile_of_its_state() -> None:
    """The column follows the state by itself; what the machine proposes no more lies in none."""
    pair, supervisor = make_pair(), make_staff(Role.REVIEWER, Role.SUPERVISOR)
    piles = {}
    for state in PairState:
        CandidatePair.objects.filter(pk=pair.pk).update(state=state)
        piles[state] = CandidatePair.objects.get(pk=pair.pk).pile
        shown = [name for name in QUEUES if pair in queue(name, user=supervisor)]
        counted = [name for name, count in waiting_for(supervisor).pairs.items() if count]
        assert len(shown) == 1 and counted == shown
    assert set(piles.values()) == set(Pile) and piles[PairState.UNDER_REVIEW] == Pile.TO_READ
    CandidatePair.objects.filter(pk=pair.pk).update(superseded_at=timezone.now())
    assert CandidatePair.objects.get(pk=pair.pk).pile is None


def test_past_a_number_nothing_is_counted_and_the_page_says_so() -> None:
    for _one in range(3):
        make_staff()
    rows = {"all": User.objects.all(), "none": User.objects.none()}
    one_row = User.objects.filter(pk=make_staff().pk)
    assert counts(one_row, rows, most=2) == {"all": 3, "none": 0} and counts(one_row, rows)["all"] == 4
    said = [render_to_string("office/count.html", {"count": count, "most": 2}).strip() for count in (2, 3)]
    assert said == ["2", "more than 2"]
    assert render_to_string("office/count.html", {"count": 3}).strip() == "3"


def test_a_death_sentence_that_a_list_brings_later_puts_the_pair_first_whatever_came_of_it() -> None:
    batch, reviewer = make_source(), make_staff(Role.REVIEWER)
    registration, record = make_registration(), make_detainee(batch=batch)
    make_registration("سالار يوسف", mother="بيريفان"), make_detainee("سالار يوسف", batch=batch, mother="بيريفان")
    link_changed(actor=SYSTEM)
    pair = CandidatePair.objects.get(registration=registration, detainee=record)
    other = CandidatePair.objects.exclude(pk=pair.pk).order_by("-weight").first()
    CandidatePair.objects.filter(pk=other.pk).update(weight=pair.weight + 1)
    settled = make_pair(detainee=record, state=PairState.REJECTED)
    assert pair.risk == 0 and queue("read", user=reviewer).first() == other
    said = {"legal_status": LegalStatus.DEATH_SENTENCE, "content_fingerprint": b"1" * 32}
    DetaineeRecord.objects.filter(pk=record.pk).update(**said)
    link_some(actor=SYSTEM)
    assert queue("read", user=reviewer, wish=Wish(order=QueueOrder.RISK)).first() == pair
    assert set(CandidatePair.objects.filter(detainee=record).values_list("risk", flat=True)) == {2}
    assert settled.state == PairState.REJECTED
