"""The screens of possible matches and the search, through the gate."""

from __future__ import annotations

import uuid

import pytest
from django.http import Http404
from django.urls import reverse

from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from portal.matching import events
from portal.matching.access import access_pair
from portal.matching.enums import PairState
from portal.matching.models import CandidatePair, Disclosure
from portal.registry.enums import Purpose, RegistrationState
from portal.registry.services.consents import withdraw_consent
from tests.factories.matching import make_pair, make_staff
from tests.factories.sessions import signed_in as client_of
from tests.factories.telling import confirmed

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer():
    return make_staff(Role.REVIEWER)


@pytest.fixture
def supervisor():
    return make_staff(Role.SUPERVISOR)


TELL = {"decision": "tell", "shares": ["listed"], "words": "There is a list.", "reason": "Both readings agree"}


def judgement(verdict: str = "same", reason: str = "Same mother, same year") -> dict[str, str]:
    return {"role": "same_person", "reason": reason, "verdict": verdict}


def test_a_pair_shows_both_sides_the_reasons_and_the_presumption_of_innocence(reviewer) -> None:
    pair = make_pair()
    page = client_of(reviewer).get(reverse("office:pair", args=[pair.pk])).content.decode()
    assert "آزاد محمد سليمان" in page and "ازاد محمد سلمان الحسكاوي" in page
    assert "presumed innocent" in page and "+5.2" in page and "Written the same" in page
    assert "Azad" in page and pair.registration.reference in page
    assert 'value="not_same"' in page


def test_a_view_is_one_event_and_names_both_sides_by_key_only(reviewer) -> None:
    pair = make_pair()
    before = Event.objects.count()
    client = client_of(reviewer)
    between = Event.objects.count()
    client.get(reverse("office:pair", args=[pair.pk]))
    assert Event.objects.count() == between + 1 and between >= before
    event = Event.objects.get(code=events.PAIR_VIEWED)
    assert (event.subject_id, event.purpose, event.actor_id) == (pair.pk, "clerical_review", reviewer.pk)
    assert event.data == {"registration": str(pair.registration_id), "detainee": str(pair.detainee_id)}


def test_unknown_ended_and_no_longer_allowed_pairs_are_equally_not_found(reviewer) -> None:
    ended, withdrawn = make_pair(), make_pair()
    CandidatePair.objects.filter(pk=ended.pk).update(superseded_at=ended.created_at)
    withdraw_consent(registration=withdrawn.registration, purpose=Purpose.COMPARE, actor=SYSTEM)
    for key in (uuid.uuid4(), ended.pk, withdrawn.pk):
        with pytest.raises(Http404) as raised:
            access_pair(key, user=reviewer)
        assert str(raised.value) == ""
    with pytest.raises(Http404):
        access_pair(make_pair().pk, user=make_staff(Role.CASEWORKER))
    assert not Event.objects.filter(code=events.PAIR_VIEWED).exists()


def test_a_pair_that_is_not_there_is_a_404_and_not_a_redirect(reviewer) -> None:
    client = client_of(reviewer)
    for name in ("pair", "pair-history", "pair-telling"):
        assert client.get(reverse(f"office:{name}", args=[uuid.uuid4()])).status_code == 404


def test_the_queue_holds_no_name_and_reads_nobody(reviewer) -> None:
    pair = make_pair()
    client = client_of(reviewer)
    page = client.get(reverse("office:pairs")).content.decode()
    assert pair.registration.reference in page and "آزاد" not in page
    assert not Event.objects.filter(code=events.PAIR_VIEWED).exists()


def test_two_people_judge_and_the_second_does_not_see_the_first(reviewer) -> None:
    pair, second = make_pair(), make_staff(Role.REVIEWER)
    address = reverse("office:pair", args=[pair.pk])
    answer = client_of(reviewer).post(address, judgement(reason="Zweitname passt"))
    assert answer.status_code == 302
    client = client_of(second)
    page = client.get(address).content.decode()
    assert "Second reading: the first judgement is hidden from you" in page
    assert "Zweitname passt" not in page + client.get(reverse("office:pair-history", args=[pair.pk])).content.decode()
    client.post(address, judgement())
    pair.refresh_from_db()
    assert pair.state == PairState.VERIFIED
    assert "Zweitname passt" in client.get(reverse("office:pair-history", args=[pair.pk])).content.decode()


def test_the_same_person_cannot_give_both_readings(reviewer) -> None:
    pair = make_pair()
    client, address = client_of(reviewer), reverse("office:pair", args=[pair.pk])
    client.post(address, judgement())
    answer = client.post(address, judgement())
    assert answer.status_code == 409 and "You have already judged this" in answer.content.decode()
    pair.refresh_from_db()
    assert pair.state == PairState.UNDER_REVIEW


@pytest.mark.parametrize(
    "data",
    [
        {},
        judgement(verdict="nonsense"),
        judgement(reason=""),
        judgement(reason="a\u202eb"),
        judgement(reason="x" * 5000),
        {**judgement(), "role": "9" * 30},
    ],
)
def test_an_incomplete_judgement_is_explained_and_nothing_is_written(reviewer, data) -> None:
    pair = make_pair()
    answer = client_of(reviewer).post(reverse("office:pair", args=[pair.pk]), data)
    assert answer.status_code == 422
    assert "There is a problem" in answer.content.decode()
    assert not pair.judgements.exists()


def test_telling_needs_a_second_person_and_then_her_page_says_the_one_sentence(reviewer, supervisor) -> None:
    pair = confirmed()
    address = reverse("office:pair-telling", args=[pair.pk])
    answer_address = reverse("office:pair-telling-answer", args=[pair.pk])
    reader, decider = client_of(reviewer), client_of(supervisor)
    assert reader.post(address, TELL).status_code == 302
    assert reader.post(answer_address, {"answer": "approve"}).status_code == 403
    assert "Approve" in decider.get(address).content.decode()
    decider.post(answer_address, {"answer": "approve"})
    pair.refresh_from_db()
    pair.registration.refresh_from_db()
    assert pair.state == PairState.DISCLOSED
    assert pair.registration.state == RegistrationState.PLEASE_CONTACT


def test_a_supervisor_cannot_answer_the_own_request(supervisor) -> None:
    pair = confirmed()
    client = client_of(supervisor)
    client.post(reverse("office:pair-telling", args=[pair.pk]), TELL)
    client.post(reverse("office:pair-telling-answer", args=[pair.pk]), {"answer": "approve"})
    pair.refresh_from_db()
    assert pair.state == PairState.VERIFIED
    assert Disclosure.objects.get().approved_at is None
    assert Event.objects.filter(code=events.ACT_REFUSED, actor_id=supervisor.pk, subject_id=pair.pk).count() == 1


def test_a_supervisor_reopens_a_settled_pair(supervisor) -> None:
    pair = make_pair(state=PairState.REJECTED)
    answer = client_of(supervisor).post(reverse("office:pair-reopen", args=[pair.pk]), {"reason": "The list changed"})
    assert answer.status_code == 302
    pair.refresh_from_db()
    assert (pair.state, pair.round) == (PairState.CANDIDATE, 2)


@pytest.mark.parametrize("name", ["pair-history", "pair-reopen", "pair-telling"])
def test_each_page_of_a_pair_opens_for_a_supervisor(supervisor, name) -> None:
    pair = make_pair(state=PairState.VERIFIED)
    assert client_of(supervisor).get(reverse(f"office:{name}", args=[pair.pk])).status_code == 200


@pytest.mark.parametrize("language", ["ar", "ckb", "ku", "en"])
def test_the_pair_opens_in_every_language_with_attributes_in_latin_digits(reviewer, language) -> None:
    pair = make_pair()
    client = client_of(reviewer)
    client.cookies["django_language"] = language
    reviewer.language = language
    reviewer.save()
    page = client.get(reverse("office:pair", args=[pair.pk])).content.decode()
    bars = [part.split('"')[0] for part in page.split(' width="')[1:]]
    assert bars and all(bar.replace(".", "").isascii() for bar in bars)
