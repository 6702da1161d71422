"""What people called not the same comes up again only where a record changed; and then it is asked, not done."""

from __future__ import annotations

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.core.refusing import Refused
from portal.matching import events
from portal.matching.enums import PairState, Verdict
from portal.matching.history import what_changed
from portal.matching.models import CandidatePair, LinkedMark
from portal.matching.queues import queue
from portal.matching.services.judging import judge, keep, reopen
from portal.matching.services.linking import link_all, link_changed
from portal.registry.content import NameContent, RegistrationContent
from portal.registry.services.registrations import replace_content
from tests.factories.matching import make_detainee, make_registration, make_staff
from tests.factories.sessions import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def supervisor():
    return make_staff(Role.SUPERVISOR)


def judged(verdict: Verdict = Verdict.NOT_SAME) -> CandidatePair:
    """A proposal that two people settled."""
    make_registration(), make_detainee()
    link_all(actor=SYSTEM)
    pair = CandidatePair.objects.get()
    for _ in range(2):
        user = make_staff(Role.REVIEWER)
        judge(pair=pair, verdict=verdict, role="same_person", reason="r", user=user, actor=Actor.staff(user.pk))
    return pair


def correct(pair: CandidatePair, year: str = "1992") -> None:
    """The family corrects the year of birth, and the worker compares."""
    content = RegistrationContent(
        names=(NameContent(full="آزاد محمد سليمان", mother="كلستان"),), sex="male", birth_date=year
    )
    replace_content(registration=pair.registration, content=content, actor=SYSTEM)
    link_changed(actor=SYSTEM)
    pair.refresh_from_db()


def again() -> None:
    LinkedMark.objects.all().delete()
    link_changed(actor=SYSTEM)


def test_nothing_is_asked_again_while_nothing_changed(supervisor) -> None:
    pair = judged()
    again()
    pair.refresh_from_db()
    assert (pair.state, pair.round, pair.changed_since) == (PairState.REJECTED, 1, None)
    assert not queue("changed", user=supervisor).exists()


@pytest.mark.parametrize("verdict", [Verdict.NOT_SAME, Verdict.UNSURE])
def test_a_changed_record_is_put_before_a_supervisor_and_moves_nothing(supervisor, verdict) -> None:
    pair = judged(verdict)
    state = pair.state
    correct(pair)
    assert (pair.state, pair.round) == (state, 1) and pair.changed_since
    assert list(queue("changed", user=supervisor)) == [pair]
    assert what_changed(pair) == [
        "The registration has changed since this was judged: Birth, Birth place, Nationality, Last news, "
        "Place of the last news."
    ]


def test_the_words_name_only_what_changed_on_either_side(supervisor) -> None:
    """Where nothing but the year is another, nothing but the year is named; and no value is kept to say so."""
    pair = judged()
    pair.refresh_from_db()
    values = pair.judged_values
    assert set(values) == {"registration", "detainee"}
    assert all(re.fullmatch("[0-9a-f]{24}", kept) for side in values.values() for kept in side.values())
    detainee = pair.detainee
    detainee.facility, detainee.content_fingerprint = "Basra", b"another"
    detainee.save()
    pair.changed_since = pair.created_at
    assert what_changed(pair) == ["The detainee record has changed since this was judged: Held in."]
    pair.judged_values = {}
    assert what_changed(pair) == ["The detainee record has changed since this was judged."]


def test_a_confirmed_pair_is_left_in_peace() -> None:
    pair = judged(Verdict.SAME)
    correct(pair)
    assert pair.changed_since is None and pair.state == PairState.VERIFIED


def test_opened_again_two_people_read_it_in_a_new_round(supervisor) -> None:
    pair = judged()
    correct(pair)
    reopen(pair=pair, reason="the year changed", user=supervisor, actor=Actor.staff(supervisor.pk))
    pair.refresh_from_db()
    assert (pair.state, pair.round, pair.changed_since) == (PairState.CANDIDATE, 2, None)
    assert pair.judgements.filter(round=1).count() == 2


def test_left_as_it_is_it_comes_up_only_after_a_further_change(supervisor) -> None:
    pair = judged()
    correct(pair)
    keep(pair=pair, user=supervisor, actor=Actor.staff(supervisor.pk))
    again()
    pair.refresh_from_db()
    assert (pair.state, pair.changed_since) == (PairState.REJECTED, None)
    assert Event.objects.filter(code=events.KEPT, subject_id=pair.pk, actor_id=supervisor.pk).count() == 1
    correct(pair, "1993")
    assert pair.changed_since


def test_a_change_that_was_taken_back_asks_nothing(supervisor) -> None:
    pair = judged()
    correct(pair, "1992")
    first = pair.registration.content_fingerprint
    CandidatePair.objects.update(judged_registration=first)
    again()
    pair.refresh_from_db()
    assert pair.changed_since is None


def test_only_a_supervisor_answers_and_only_where_something_changed(supervisor) -> None:
    pair = judged()
    with pytest.raises(Refused):
        keep(pair=pair, user=supervisor, actor=Actor.staff(supervisor.pk))
    correct(pair)
    reviewer = make_staff(Role.REVIEWER)
    with pytest.raises(PermissionDenied):
        keep(pair=pair, user=reviewer, actor=Actor.staff(reviewer.pk))


def test_the_page_says_what_changed_and_offers_both_answers(supervisor) -> None:
    pair = judged()
    correct(pair)
    client, address = signed_in(supervisor), reverse("office:pair", args=[pair.pk])
    page = client.get(address).content.decode()
    assert "The registration has changed since this was judged: Birth" in page
    assert reverse("office:pair-keep", args=[pair.pk]) in page
    assert "The registration has changed" in client.get(reverse("office:pair-reopen", args=[pair.pk])).content.decode()
    assert pair.registration.reference in client.get(reverse("office:pairs") + "?show=changed").content.decode()
    client.post(reverse("office:pair-keep", args=[pair.pk]))
    assert "This was judged before." not in client.get(address).content.decode()
