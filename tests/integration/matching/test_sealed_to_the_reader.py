"""What is sealed to a reader is nowhere: no queue, number, search or side path, and who asks for it leaves a trace."""

from __future__ import annotations

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.core import dates
from portal.detainees import events as detainee_events
from portal.matching.access import access_check, access_correction, access_duplicate, access_pair, access_talk
from portal.matching.enums import PairState
from portal.matching.models import CandidatePair, DuplicatePair
from portal.matching.queues import Wish, beside, duplicate_queue, following, queue
from portal.matching.search import search_people
from portal.matching.services.checking import close_check, open_check
from portal.matching.services.correcting import request_correction
from portal.matching.services.exporting import export_candidates
from portal.matching.services.exports import approve_export, request_export
from portal.matching.services.judging import take
from portal.registry.services.holding import hold
from tests.factories.entries import for_minors, listed, state
from tests.factories.matching import make_detainee, make_duplicate, make_pair
from tests.factories.staff import StaffFactory, sign_in
from tests.factories.telling import planned, tell

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
CHILD = {"birth_date": str(dates.today().year - 12)}


def refused(user, record) -> int:
    events = Event.objects.filter(code=detainee_events.RECORD_REFUSED, actor_id=user.pk, subject_id=record.pk)
    return events.count()


def signed_in(user) -> Client:
    client = Client()
    sign_in(client, user)
    return client


def test_no_queue_offers_what_is_sealed_to_the_reader() -> None:
    """R-13, R-14: the queue itself, the pairs beside one, the one that follows, and every number."""
    heavy, sealed, light = (
        make_pair(weight=9.0),
        make_pair(None, make_detainee(**CHILD), weight=8.0),
        make_pair(weight=7.0),
    )
    linked = make_detainee()
    make_duplicate(linked, sealed.detainee, state="same")
    of_the_same_person = make_pair(None, linked, weight=6.0)
    reviewer, named = StaffFactory(reviewer=True), for_minors()
    seen = queue("read", user=reviewer)
    assert list(seen) == [heavy, light] and seen.count() == 2
    assert list(queue("read", user=named)) == [heavy, sealed, light, of_the_same_person]
    assert beside(seen, heavy, Wish().order, 9) == [heavy, light] and following(seen, heavy, Wish().order) == light

    take(pair=heavy, user=named, actor=Actor.staff(named.pk))
    client = signed_in(reviewer)
    assert client.post(reverse("office:pairs-next"))["Location"] == reverse("office:pair", args=[light.pk])
    for user, found in ((reviewer, [2, 2]), (named, [4, 4])):
        client = signed_in(user)
        tabs = client.get(reverse("office:pairs")).context["tabs"]
        day = {str(item["label"]): item["count"] for item in client.get(reverse("office:day")).context["waiting"]}
        assert [tabs[0]["count"], day["Possible matches that wait for a first reading"]] == found


def test_duplicates_lead_on_to_what_the_reader_may_see() -> None:
    """R-13: after a judgement too."""
    sealed = make_duplicate(make_detainee(**CHILD), make_detainee(), weight=20.0)
    first, second = (make_duplicate(make_detainee(), make_detainee(), weight=weight) for weight in (9.0, 8.0))
    reviewer = StaffFactory(reviewer=True)
    assert list(duplicate_queue("open", user=reviewer)) == [first, second]
    assert list(duplicate_queue("open", user=for_minors())) == [sealed, first, second]
    said = {"verdict": "not_same", "reason": "two people"}
    answer = signed_in(reviewer).post(reverse("office:duplicate", args=[first.pk]), said)
    assert answer["Location"] == reverse("office:duplicate", args=[second.pk])


def test_who_asks_for_a_sealed_pair_finds_nothing_and_leaves_a_trace() -> None:
    """R-14, R-15: the uniform "not found"; the entry names the record that was refused."""
    young, reviewer = make_detainee(**CHILD), StaffFactory(reviewer=True)
    pair, duplicate = make_pair(None, young), make_duplicate(young, make_detainee())
    for access, key in ((access_pair, pair.pk), (access_duplicate, duplicate.pk)):
        with pytest.raises(Http404):
            access(key, user=reviewer)
        assert access(key, user=for_minors()).pk == key
    assert refused(reviewer, young) == 2
    client = signed_in(reviewer)
    pages = [
        client.get(reverse("office:pair", args=[key]))
        for key in (pair.pk, make_duplicate(make_detainee(), make_detainee()).pk)
    ]
    assert [page.status_code for page in pages] == [404, 404] and refused(reviewer, young) == 3


def test_a_talk_opens_for_its_teller_alone_where_the_record_is_sealed() -> None:
    """R-20, R-14: who tells sees what may be told and nothing of the record; lists of talks say the same."""
    talk = tell(planned())
    young = talk.disclosure.pair.detainee
    reviewer, named = StaffFactory(reviewer=True), for_minors(supervisor=True)
    correction = request_correction(disclosure=talk.disclosure, reason="x", user=reviewer, actor=SYSTEM)
    check = open_check(record_of=young, reason="x", report=None, user=named, actor=SYSTEM)
    state(young, "age", "under_18")
    steward = StaffFactory(data_steward=True)
    for access, key, user in (
        (access_talk, talk.pk, reviewer),
        (access_correction, correction.pk, reviewer),
        (access_check, check.pk, steward),
    ):
        with pytest.raises(Http404):
            access(key, user=user)
        assert access(key, user=named).pk == key
    assert (refused(reviewer, young), refused(steward, young)) == (2, 1)
    assert access_talk(talk.pk, user=talk.teller) == talk
    talks = {user: signed_in(user).get(reverse("office:talks")).context for user in (reviewer, named)}
    assert [len(talks[user]["corrections"]) for user in (reviewer, named)] == [0, 1]
    checks = [signed_in(user).get(reverse("office:record-checks")).context["checks"] for user in (steward, named)]
    assert [len(found) for found in checks] == [0, 1]
    form = {"source": young.source_id, "number": young.external_id, "reason": "wrong"}
    answer = signed_in(steward).post(reverse("office:record-checks-new"), form)
    assert answer.status_code == 422 and "no record of that number" in answer.text


def test_a_search_ranks_and_counts_only_who_is_there() -> None:
    """R-13: by name and by number; somebody sealed takes nobody's place."""
    young, grown = listed(external_id="77", **CHILD), listed(at="Another source", external_id="77")
    for user, found in ((StaffFactory(reviewer=True), {grown.pk}), (for_minors(), {young.pk, grown.pk})):
        for text in ("ڕێبوار نەبەز", "٧٧"):
            hits = search_people(text=text, user=user, purpose="comparing").hits
            assert {hit.id for hit in hits} == found


@pytest.mark.parametrize("what", ["withdrawn", "held", "wrong", "family held"])
def test_what_takes_part_no_more_is_not_read(what: str) -> None:
    """On either side, and for two records of one side."""
    pair = make_pair(state=PairState.VERIFIED)
    duplicate = make_duplicate(pair.detainee, make_detainee())
    supervisor = StaffFactory(supervisor=True)
    if what == "withdrawn":
        type(pair.detainee).objects.filter(pk=pair.detainee_id).update(withdrawn_at=timezone.now())
    elif what == "family held":
        hold(registration=pair.registration, actor=SYSTEM)
    else:
        check = open_check(record_of=pair.detainee, reason="x", report=None, user=supervisor, actor=SYSTEM)
        if what == "wrong":
            by = {"user": StaffFactory(supervisor=True), "actor": SYSTEM}
            close_check(check=check, outcome="withdrawn", answer="wrong", **by)
    assert not CandidatePair.objects.open_to_reading().exists()
    assert DuplicatePair.objects.open_to_reading().exists() == (what == "family held")
    assert list(queue("confirmed", user=supervisor)) == []
    with pytest.raises(Http404):
        access_pair(pair.pk, user=supervisor)
    assert (duplicate in duplicate_queue("open", user=supervisor)) == (what == "family held")


def test_an_export_leaves_out_who_is_sealed_to_the_one_who_asked() -> None:
    """R-13, R-22: in bulk too; without a request nobody sealed leaves at all."""
    make_pair(None, make_detainee(**CHILD)), make_pair()
    assert export_candidates(actor=SYSTEM).pairs == 1
    steward, named = StaffFactory(data_steward=True), for_minors(data_steward=True)
    for user, pairs in ((steward, 1), (named, 2)):
        request = request_export(purpose="measure", user=user, actor=SYSTEM)
        approve_export(request=request, user=StaffFactory(supervisor=True), actor=SYSTEM)
        assert export_candidates(actor=SYSTEM, request=request.pk).pairs == pairs
