"""One person registered or listed twice: proposed by the same engine, judged by people, merged by nobody."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse

from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.core.refusing import Refused
from portal.detainees.models import DetaineeRecord
from portal.matching import events
from portal.matching.access import access_duplicate
from portal.matching.enums import DuplicateState, Ground, RunScope, SideKind, Verdict
from portal.matching.models import CandidatePair, DuplicatePair, LinkedMark, LinkRun
from portal.matching.queues import duplicate_queue
from portal.matching.services.duplicates import judge_duplicate
from portal.matching.services.linking import end_pairs_without_consent, link_changed, link_some, work
from portal.registry.content import NameContent, RegistrationContent
from portal.registry.enums import Purpose
from portal.registry.models import Registration
from portal.registry.services.consents import withdraw_consent
from portal.registry.services.registrations import replace_content
from tests.factories.matching import AGREED, make_detainee, make_duplicate, make_registration, make_source, make_staff
from tests.factories.sessions import signed_in

pytestmark = pytest.mark.django_db

AZAD = {"birth_date": "1991-03-14", "birth_place": "القامشلي"}


@pytest.fixture
def reviewer():
    return make_staff(Role.REVIEWER)


def strangers(count: int = 25) -> None:
    """Other people, so that an agreement is worth something."""
    batch = make_source()
    names = ("يوسف إلياس كوركيس", "Nesrîn Hacî Dawûd", "خالد عبد الله العبيدي", "Hêvî Salih Mistefa", "زينب حسن علي")
    for place in range(count):
        make_detainee(names[place % len(names)], mother="", birth_date=str(1950 + place), batch=batch)


def twice_registered() -> tuple[Registration, Registration]:
    return make_registration(**AZAD), make_registration("Azad Mihemed Silêman", mother="Gulistan", **AZAD)


def test_two_registrations_of_one_person_are_proposed_once_and_no_row_says_who() -> None:
    one, other = twice_registered()
    make_registration("Şîrîn Xelef Elî", sex="female", mother="", birth_date="1970")
    link_some(actor=SYSTEM)
    duplicate = DuplicatePair.objects.get()
    assert {duplicate.first.pk, duplicate.second.pk} == {one.pk, other.pk}
    assert duplicate.first.pk < duplicate.second.pk and duplicate.kind == SideKind.REGISTRATION
    assert all(reason["field"] != "event" for reason in duplicate.reasons)
    assert b"name.given" not in bytes(DuplicatePair.objects.values_list("reasons", flat=True).get())


def test_two_records_of_different_lists_are_proposed() -> None:
    one = make_detainee(**AZAD)
    other = make_detainee("Azad Mohammed Sulaiman", mother="Gulistan", **AZAD)
    strangers(5)
    link_some(actor=SYSTEM)
    found = DuplicatePair.objects.get(kind=SideKind.DETAINEE)
    assert {found.first.pk, found.second.pk} == {one.pk, other.pk}


def test_a_list_is_looked_through_in_slices_with_a_count_of_its_own() -> None:
    batch = make_source()
    for _ in range(2):
        make_detainee(batch=batch, **AZAD)
    strangers(25)
    link_changed(actor=SYSTEM)
    assert not DuplicatePair.objects.exists()
    while work(actor=SYSTEM, seconds=5):
        pass
    run = LinkRun.objects.get(scope=RunScope.DUPLICATES)
    assert run.finished_at and run.done == run.total == DetaineeRecord.objects.count()
    assert DuplicatePair.objects.filter(kind=SideKind.DETAINEE).exists()
    assert Event.objects.filter(code=events.DUPLICATES_COMPARED).count() == 1


def test_without_both_consents_there_is_no_duplicate() -> None:
    make_registration(consents={**AGREED, Purpose.COMPARE.value: "no"}, **AZAD)
    one, other = twice_registered()
    link_some(actor=SYSTEM)
    assert DuplicatePair.objects.count() == 1
    withdraw_consent(registration=other, purpose=Purpose.COMPARE, actor=SYSTEM)
    assert not DuplicatePair.objects.open_to_reading().exists(), "at once, before any run"
    assert end_pairs_without_consent(actor=SYSTEM) == 1
    assert not LinkedMark.objects.filter(record_id__in=[one.pk, other.pk]).exists()


def say(duplicate, user, verdict=Verdict.NOT_SAME):
    return judge_duplicate(duplicate=duplicate, verdict=verdict, reason="r", user=user, actor=Actor.staff(user.pk))


def test_people_judge_and_the_machine_leaves_it(reviewer) -> None:
    twice_registered()
    link_some(actor=SYSTEM)
    duplicate = DuplicatePair.objects.get()
    say(duplicate, reviewer)
    LinkedMark.objects.all().delete()
    link_some(actor=SYSTEM)
    duplicate.refresh_from_db()
    assert (duplicate.state, duplicate.changed_since) == (DuplicateState.NOT_SAME, None)
    say(duplicate, make_staff(Role.SUPERVISOR), Verdict.SAME)
    duplicate.refresh_from_db()
    assert duplicate.state == DuplicateState.SAME and duplicate.judgements.count() == 2
    assert Registration.objects.count() == 2, "nothing is merged"


def test_a_changed_record_is_put_before_people_again(reviewer) -> None:
    one, _other = twice_registered()
    link_some(actor=SYSTEM)
    duplicate = DuplicatePair.objects.get()
    say(duplicate, reviewer)
    content = RegistrationContent(names=(NameContent(full="آزاد محمد سليمان", mother="كلستان"),), sex="male", **AZAD)
    replace_content(registration=one, content=content, actor=SYSTEM)
    link_some(actor=SYSTEM)
    duplicate.refresh_from_db()
    assert duplicate.state == DuplicateState.NOT_SAME and duplicate.changed_since
    assert list(duplicate_queue("changed", user=reviewer)) == [duplicate]
    say(duplicate, reviewer)
    duplicate.refresh_from_db()
    assert duplicate.changed_since is None


def test_a_proposal_that_no_longer_holds_ends_and_what_people_judged_stays(reviewer) -> None:
    open_one = make_duplicate(make_registration(**AZAD), make_registration("Şîrîn Xelef Elî", sex="female", mother=""))
    said = make_duplicate(make_registration(**AZAD), make_registration("يوسف إلياس كوركيس", mother=""), state="same")
    link_some(actor=SYSTEM)
    open_one.refresh_from_db()
    said.refresh_from_db()
    assert open_one.superseded_at and not said.superseded_at


def test_who_may_not_read_pairs_may_not_judge_and_what_ended_is_refused(reviewer) -> None:
    one, other = twice_registered()
    duplicate = make_duplicate(one, other)
    with pytest.raises(PermissionDenied):
        say(duplicate, make_staff(Role.CASEWORKER))
    withdraw_consent(registration=one, purpose=Purpose.COMPARE, actor=SYSTEM)
    with pytest.raises(Refused):
        say(duplicate, reviewer)
    with pytest.raises(Http404):
        access_duplicate(duplicate.pk, user=reviewer)


def test_opening_one_is_one_event_and_the_list_reads_nobody(reviewer) -> None:
    one, other = twice_registered()
    duplicate, client = make_duplicate(one, other), signed_in(reviewer)
    page = client.get(reverse("office:duplicates")).content.decode()
    assert one.reference in page and "آزاد" not in page
    assert not Event.objects.filter(code=events.DUPLICATE_VIEWED).exists()
    page = client.get(reverse("office:duplicate", args=[duplicate.pk])).content.decode()
    assert "آزاد محمد سليمان" in page and "Azad Mihemed Silêman" in page and "Nothing is merged" in page
    event = Event.objects.get(code=events.DUPLICATE_VIEWED)
    assert event.data == {"kind": "registration", "first": str(duplicate.first.pk), "second": str(duplicate.second.pk)}


def test_the_page_takes_a_judgement_and_explains_an_incomplete_one(reviewer) -> None:
    duplicate, client = make_duplicate(make_detainee(), make_detainee()), signed_in(reviewer)
    address = reverse("office:duplicate", args=[duplicate.pk])
    assert client.post(address, {"verdict": "same"}).status_code == 422
    assert client.post(address, {"verdict": "same", "ground": "other_parent"}).status_code == 422, "a slip"
    assert client.post(address, {"verdict": "same", "reason": "same mother", "seen": "0"}).status_code == 302
    assert "same mother" in client.get(address).content.decode()
    assert duplicate.judgements.get().verdict == Verdict.SAME


def test_the_page_has_the_reasons_the_keys_and_the_queue_of_the_page_of_pairs(reviewer) -> None:
    heavy, duplicate, light = (
        make_duplicate(make_detainee(), make_detainee(), weight=weight) for weight in (19.0, 9.0, 4.0)
    )
    client, address = signed_in(reviewer), reverse("office:duplicate", args=[duplicate.pk])
    page = client.get(address).content.decode()
    for key in ("1", "6", "t", "s", "n", "u"):
        assert f'aria-keyshortcuts="{key}"' in page
    for key, other in (("j", light), ("k", heavy)):
        assert f'{reverse("office:duplicate", args=[other.pk])}" data-key="{key}"' in page
    answer = client.post(address, {"verdict": "same", "ground": Ground.NAMES_AND_BIRTH, "seen": "0"})
    assert answer["Location"] == reverse("office:duplicate", args=[light.pk]), "the very next one"
    assert duplicate.judgements.get().ground == Ground.NAMES_AND_BIRTH
    page = client.get(address).content.decode()
    assert "Names and birth fit together" in page and 'name="seen" value="1"' in page


def test_of_two_staff_who_judge_at_once_the_second_is_told_and_overturns_nothing(reviewer) -> None:
    """The later word holds, so it may only be said by who has read the earlier one."""
    duplicate = make_duplicate(make_detainee(), make_detainee())
    other = make_staff(Role.SUPERVISOR)
    client, address = signed_in(reviewer), reverse("office:duplicate", args=[duplicate.pk])
    say(duplicate, other, Verdict.SAME)
    answer = client.post(address, {"verdict": "not_same", "ground": Ground.OTHER_PARENT, "seen": "0"})
    page = answer.content.decode()
    assert answer.status_code == 409 and "Somebody else has judged this meanwhile" in page
    assert 'name="seen" value="1"' in page and duplicate.judgements.count() == 1
    assert client.post(address, {"verdict": "not_same", "reason": "r", "seen": "many"}).status_code == 422
    assert client.post(address, {"verdict": "not_same", "reason": "r", "seen": "1"}).status_code == 302


def test_a_record_that_is_silent_is_named_by_its_place_on_the_page(reviewer) -> None:
    duplicate = make_duplicate(make_detainee(), make_detainee(mother=""))
    silent = "first" if not duplicate.first.names.get().mother else "second"
    page = signed_in(reviewer).get(reverse("office:duplicate", args=[duplicate.pk])).content.decode()
    assert f"The {silent} record gives none" in page and "The family did not" not in page


def test_no_duplicate_counts_as_a_match() -> None:
    twice_registered()
    link_some(actor=SYSTEM)
    assert DuplicatePair.objects.exists() and not CandidatePair.objects.exists()
