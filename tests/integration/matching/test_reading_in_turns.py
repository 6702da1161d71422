"""Taking a pair, going back, going on: what a reviewer does between two judgements."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from portal.accounts.enums import Role
from portal.audit.actors import Actor
from portal.audit.models import Event
from portal.core.refusing import Refused
from portal.detainees.enums import LegalStatus
from portal.matching import events
from portal.matching.enums import Ground, PairState, QueueOrder, Taken
from portal.matching.models import CandidatePair
from portal.matching.queues import Wish, beside, following, queue
from portal.matching.services.judging import give_back, judge, take, take_back
from tests.factories.matching import make_detainee, make_pair, make_registration, make_staff
from tests.factories.sessions import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer():
    return make_staff(Role.REVIEWER)


def say(pair: CandidatePair, user, verdict: str = "same", **why) -> None:
    said = {"role": "same_person", **(why or {"reason": "r"})}
    judge(pair=pair, verdict=verdict, user=user, actor=Actor.staff(user.pk), **said)


def test_who_has_judged_goes_on_at_the_very_next_one_and_from_the_last_to_the_first(reviewer) -> None:
    """A judged pair leaves the queue; none of those behind it may be passed over."""
    pairs = [make_pair(weight=weight) for weight in (20.0, 15.0, 10.0)]
    for judged, expected in ((pairs[1], pairs[2]), (pairs[2], pairs[0])):
        say(judged, reviewer)
        assert following(queue("read", user=reviewer), judged, QueueOrder.WEIGHT) == expected


def as_actor(act, pair: CandidatePair, user) -> None:
    act(pair=pair, user=user, actor=Actor.staff(user.pk))


def normalised(answer) -> str:
    """A page without what differs at each request."""
    return re.sub(r'(csrfmiddlewaretoken" value|csrf-token" content)="[^"]+"', "", answer.content.decode())


def test_nothing_of_the_first_judgement_reaches_the_second_reader(reviewer) -> None:
    """Whatever the first reader said, the second gets the same pages, in the same order, for as many queries."""
    pair, first = make_pair(), make_staff(Role.REVIEWER)
    make_pair(weight=20.0), make_pair(weight=2.0)
    client = signed_in(reviewer)
    addresses = [
        reverse("office:pairs"),
        *(reverse(f"office:{name}", args=[pair.pk]) for name in ("pair", "pair-history")),
    ]
    for address in addresses:
        client.get(address)
    seen = []
    said = (
        ("same", {"role": "same_person", "reason": "first-said-this"}),
        ("not_same", {"role": "relative", "ground": Ground.OTHER_PARENT}),
        ("unsure", {"role": "named_as_responsible", "ground": Ground.TOO_LITTLE, "reason": "x" * 900}),
    )
    for verdict, why in said:
        with transaction.atomic():
            as_actor(take, pair, first)
            say(pair, first, verdict, **why)
            with CaptureQueriesContext(connection) as queries:
                pages = [normalised(client.get(address)) for address in addresses]
            seen.append((pages, len(queries)))
            transaction.set_rollback(True)
    assert seen[0] == seen[1] == seen[2]
    assert "Second reading: the first judgement is hidden from you" in seen[0][0][1]
    assert "first-said-this" not in "".join(seen[0][0])


def test_a_reason_by_key_is_enough_and_one_against_the_verdict_is_stopped(reviewer) -> None:
    pair, client = make_pair(), signed_in(reviewer)
    address, said = reverse("office:pair", args=[pair.pk]), {"role": "same_person", "reason": "", "verdict": "same"}
    answer = client.post(address, {**said, "ground": Ground.OTHER_PARENT})
    assert answer.status_code == 422 and "speaks against your judgement" in answer.content.decode()
    assert "Choose a reason, or write one." in client.post(address, said).content.decode()
    assert not pair.judgements.exists()
    client.post(address, {**said, "ground": Ground.NAMES_AND_BIRTH})
    assert pair.judgements.get().ground == Ground.NAMES_AND_BIRTH
    with pytest.raises(ValueError, match="reason"):
        say(make_pair(), reviewer, "same", ground=Ground.TOO_LITTLE)


def test_after_a_judgement_one_goes_on_at_ones_place(reviewer) -> None:
    heavy, middle, light = (make_pair(weight=weight) for weight in (9.0, 8.0, 7.0))
    client = signed_in(reviewer)
    said = {"role": "same_person", "reason": "r", "verdict": "unsure"}
    answer = client.post(reverse("office:pair", args=[middle.pk]), said)
    assert answer["Location"] == reverse("office:pair", args=[light.pk])
    assert client.post(answer["Location"], said)["Location"] == reverse("office:pair", args=[heavy.pk])
    assert client.post(reverse("office:pair", args=[heavy.pk]), said)["Location"] == reverse("office:pairs")


def test_a_queue_is_read_in_the_order_and_language_somebody_wishes(reviewer) -> None:
    condemned = make_detainee(legal_status=LegalStatus.DEATH_SENTENCE)
    first = make_pair(weight=5.0)
    grave = make_pair(make_registration(language="ku"), condemned, weight=3.0)
    heavy = make_pair(weight=9.0)
    orders = {order: [pair.pk for pair in queue("read", user=reviewer, wish=Wish(order=order))] for order in QueueOrder}
    assert orders[QueueOrder.WEIGHT] == [heavy.pk, first.pk, grave.pk]
    assert orders[QueueOrder.AGE] == [first.pk, grave.pk, heavy.pk]
    assert orders[QueueOrder.RISK] == [grave.pk, heavy.pk, first.pk]
    assert [pair.pk for pair in queue("read", user=reviewer, wish=Wish(language="ku"))] == [grave.pk]
    for order in QueueOrder:
        pairs = queue("read", user=reviewer, wish=Wish(order=order))
        assert [pair.pk for pair in beside(pairs, pairs[1], order, 9)] == orders[order]
        assert following(pairs, pairs[2], order) in pairs

    client = signed_in(reviewer)
    page = client.get(
        reverse("office:pairs"), {"order": "age", "language": "ku", "taken": "drop table"}
    ).content.decode()
    assert grave.registration.reference in page and first.registration.reference not in page
    assert first.registration.reference not in client.get(reverse("office:pairs")).content.decode()


def test_who_takes_first_reads_and_the_other_is_told(reviewer) -> None:
    pair, other = make_pair(), make_staff(Role.REVIEWER)
    as_actor(take, pair, reviewer)
    for act in (lambda: as_actor(take, pair, other), lambda: say(pair, other)):
        with pytest.raises(Refused, match="Somebody else"):
            act()
    as_actor(give_back, pair, other)
    assert list(queue("read", user=other, wish=Wish(taken=Taken.NOBODY))) == []
    assert list(queue("read", user=reviewer, wish=Wish(taken=Taken.MINE))) == [pair]
    page = signed_in(other).get(reverse("office:pair", args=[pair.pk])).content.decode()
    assert "Somebody else took this" in page and 'value="not_same"' not in page

    CandidatePair.objects.update(taken_at=timezone.now() - timedelta(hours=3))
    pair.refresh_from_db()
    as_actor(take, pair, other)
    say(pair, other)
    pair.refresh_from_db()
    assert (pair.taken_by, pair.taken_at) == (None, None)
    assert Event.objects.filter(code=events.TAKEN).count() == 2


def test_the_next_one_is_the_first_that_nobody_reads(reviewer) -> None:
    taken, free = make_pair(weight=9.0), make_pair(weight=8.0)
    as_actor(take, taken, make_staff(Role.REVIEWER))
    client = signed_in(reviewer)
    assert client.post(reverse("office:pairs-next"))["Location"] == reverse("office:pair", args=[free.pk])
    free.refresh_from_db()
    assert free.taken_by == reviewer
    client.post(reverse("office:pair-take", args=[free.pk]), {"give_back": "1"})
    free.refresh_from_db()
    assert free.taken_by is None
    CandidatePair.objects.filter(pk=free.pk).delete()
    assert client.post(reverse("office:pairs-next"))["Location"] == reverse("office:pairs")


def test_a_first_judgement_can_be_taken_back_until_the_second_is_given(reviewer) -> None:
    pair, other = make_pair(), make_staff(Role.REVIEWER)
    say(pair, reviewer, "same")
    with pytest.raises(Refused):
        as_actor(take_back, pair, other)
    signed_in(reviewer).post(reverse("office:pair-withdraw", args=[pair.pk]))
    pair.refresh_from_db()
    assert pair.state == PairState.CANDIDATE and pair.judgements.get().withdrawn_at
    assert list(queue("read", user=reviewer)) == [pair]

    say(pair, reviewer, "not_same")
    say(pair, other, "not_same")
    pair.refresh_from_db()
    assert pair.state == PairState.REJECTED
    with pytest.raises(Refused):
        as_actor(take_back, pair, reviewer)
    page = signed_in(other).get(reverse("office:pair-history", args=[pair.pk])).content.decode()
    assert page.count("First reading") == 2 and page.count("taken back") == 1
    assert Event.objects.filter(code=events.TAKEN_BACK).count() == 1


def test_the_page_names_roles_and_places(reviewer) -> None:
    page = signed_in(reviewer).get(reverse("office:pair", args=[make_pair().pk])).content.decode()
    assert "Look whether the relative is registered too" in page
    assert 'class="map"' in page and "الشدادي" in page.split('id="map-title"')[1]
