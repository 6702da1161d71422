"""Others of the same place and days: what is told and what people said, no name, no verdict, nobody sealed."""

from __future__ import annotations

import pytest
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from portal.detainees.models import DetaineeRecord
from portal.matching import events
from portal.matching.enums import MatchRole, Reading, SideKind
from portal.matching.incidents import SHOWN, others_of
from portal.matching.models import Judgement
from portal.registry.enums import CaseLinkKind, Purpose
from portal.registry.models import CaseLink
from portal.registry.services.consents import withdraw_consent
from tests.factories.detainees import HEADER, ROW, csv_bytes, imported
from tests.factories.matching import make_detainee, make_pair, make_registration, make_source, make_staff
from tests.factories.sessions import signed_in

pytestmark = pytest.mark.django_db

TOLD = {"place_as_told": "الشدادي", "date": "2014-07-12"}


@pytest.fixture
def reviewer():
    return make_staff(Role.REVIEWER)


def references(pair, user) -> list[str]:
    return [other.reference for other in others_of(pair, user=user).others]


def a_pair(**listed):
    return make_pair(make_registration(**TOLD), make_detainee(event_date="2019-03-02", event_place="الباغوز", **listed))


def test_the_same_place_and_days_are_found_in_any_script_and_others_are_not(reviewer) -> None:
    pair = a_pair(batch=make_source())
    same_day = make_registration("Şîrîn Xelef", place_as_told="Shaddadi", date="2014-07-13")
    same_month = make_registration("يوسف إلياس", place_as_told="الشدادي", date="2014-07")
    make_registration("Nesrîn Hacî", place_as_told="الرقة", date="2014-07-12")
    make_registration("خالد عبد الله", place_as_told="الشدادي", date="2015-07-12")
    make_registration("زينب حسن", place_as_told="الشدادي", date="")
    on_list = make_detainee("حسن علي خلف", event_date="2019-03", event_place="Baghuz", batch=pair.detainee.last_batch)
    make_detainee("حسين علي خلف", event_date="2019-03-02", event_place="الباغوز")
    found = others_of(pair, user=reviewer)
    expected = [same_day.reference, same_month.reference, on_list.external_id]
    assert [other.reference for other in found.others] == expected, "to the day before to the month, then by time"
    assert found.is_told and not found.is_cut


def test_the_page_shows_no_name_and_is_logged_as_a_list(reviewer) -> None:
    """R-25: one reading of the pair, one list of keys; the reason of the visit stands in both."""
    pair = a_pair()
    other = make_registration("Şîrîn Xelef", **TOLD)
    client = signed_in(reviewer)
    address = reverse("office:pair-incident", args=[pair.pk])
    assert address in client.get(reverse("office:pair", args=[pair.pk])).content.decode()
    page = client.get(address).content.decode()
    assert other.reference in page and "Xelef" not in page and "the machine judges nothing" in page
    event = Event.objects.get(code=events.INCIDENT_LISTED)
    assert event.data == {"found": 1, "pair": str(pair.pk), "registration": [str(other.pk)], "detainee": []}
    assert event.purpose == "clerical_review"


def test_who_is_sealed_and_who_does_not_agree_is_not_there(reviewer) -> None:
    """R-13, R-20: a side path shows no more than the queue does."""
    pair = a_pair(batch=make_source())
    batch, child = pair.detainee.last_batch, {"birth_date": str(timezone.now().year - 10)}
    make_detainee("حسن علي خلف", event_date="2019-03", event_place="Baghuz", batch=batch, **child)
    other = make_registration("Şîrîn Xelef", **TOLD)
    assert references(pair, reviewer) == [other.reference]
    withdraw_consent(registration=other, purpose=Purpose.COMPARE, actor=SYSTEM)
    assert references(pair, reviewer) == []


def test_what_people_said_comes_first_and_one_reading_alone_is_not_said(reviewer) -> None:
    pair = a_pair()
    near = make_registration("Şîrîn Xelef", **TOLD)
    linked = make_registration("يوسف إلياس", place_as_told="", date="")
    first, second = sorted((pair.registration, linked), key=lambda one: one.pk)
    CaseLink.objects.create(
        first=first, second=second, kind=CaseLinkKind.SAME_INCIDENT, linked_by=reviewer, linked_at=timezone.now()
    )
    judged = make_pair(pair.registration, make_detainee("حسن علي خلف"), state="under_review")
    said = {"verdict": "same", "role": MatchRole.SAME_INCIDENT, "reason": "r", "reviewer": reviewer}
    Judgement.objects.create(pair=judged, key_id=judged.key_id, reading=Reading.FIRST, **said)
    assert references(pair, reviewer) == [linked.reference, near.reference]
    judged.state = "verified"
    judged.save()
    found = others_of(pair, user=reviewer).others
    assert {other.reference for other in found[:2]} == {linked.reference, judged.detainee.external_id}
    assert [other.kind for other in found[2:]] == [SideKind.REGISTRATION]


@override_settings(SEARCH_DECRYPT_LIMIT=4)
def test_a_long_list_says_that_it_is_cut(reviewer) -> None:
    pair = a_pair()
    for _ in range(3):
        make_registration("Şîrîn Xelef", **TOLD)
    page = signed_in(reviewer).get(reverse("office:pair-incident", args=[pair.pk])).content.decode()
    assert "2 registrations, the newest, and 2 records" in page and len(references(pair, reviewer)) == 2 < SHOWN


@override_settings(SEARCH_DECRYPT_LIMIT=4)
def test_of_a_long_list_those_written_next_to_the_record_are_looked_at(reviewer) -> None:
    rows = [(f"L-{number}", *ROW[1:]) for number in range(1, 10)]
    batch = imported(csv_bytes(rows, HEADER))
    record = DetaineeRecord.objects.get(external_id="L-5")
    pair = make_pair(make_registration(place_as_told="", date=""), record)
    assert set(references(pair, reviewer)) == {"L-4", "L-6"} and batch.rows.count() == 9


def test_where_nobody_says_where_and_when_the_page_says_so(reviewer) -> None:
    pair = make_pair(make_registration(place_as_told="", date=""), make_detainee(event_date="", event_place=""))
    page = signed_in(reviewer).get(reverse("office:pair-incident", args=[pair.pk])).content.decode()
    assert "Neither side says both where and when" in page and "Nobody else is known" in page
