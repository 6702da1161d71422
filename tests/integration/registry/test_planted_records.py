"""R-23: an invented registration that nobody's work leads to; whoever opens it is told of at once, and to whom."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from portal.accounts.enums import AlertKind
from portal.accounts.models import Alert, PlantedRecord
from portal.accounts.services.alerts import seen_by
from portal.accounts.services.planting import planted_seen_by
from portal.audit.models import Event
from portal.core.dates import today
from portal.matching.records import comparable_registrations
from portal.matching.search import search_people
from portal.registry.access import access_registration
from portal.registry.clock import late_or_due
from portal.registry.counting import count_registrations
from portal.registry.models import Registration
from portal.registry.services.planting import plant_registration
from tests.factories.openings import say_why
from tests.factories.registry import make_registration
from tests.factories.staff import StaffFactory, sign_in

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

INVENTED = {
    "name": "سيروان خدر ملا",
    "mother": "نارين",
    "language": "ar",
    "birth_year": 1988,
    "birth_place": "عامودا",
    "year": 2014,
    "place": "الشدادي",
}


@pytest.fixture
def administrator():
    return StaffFactory(administrator=True)


def test_nobody_stands_behind_one_so_no_figure_counts_it(planted) -> None:
    """R-11: figures are counts of people."""
    real = make_registration()
    counted = count_registrations(today=today())
    assert {planted.pk, real.pk} <= set(Registration.objects.trusted().values_list("pk", flat=True))
    assert counted.registrations == 1


@pytest.fixture
def planted(administrator):
    return plant_registration(**INVENTED, by=administrator)


def _open(registration, user):
    say_why(user, registration)
    access_registration(registration.pk, user=user, purpose="casework")


def test_opening_it_tells_supervisors_and_auditors_at_once_and_another_record_nobody(planted):
    worker, supervisor, auditor = (StaffFactory(role=role) for role in ("caseworker", "supervisor", "auditor"))
    _open(make_registration(), worker)
    assert not Alert.objects.exists()
    _open(planted, worker)
    _open(planted, worker)
    alert = Alert.objects.get()
    assert (alert.kind, alert.about) == (AlertKind.PLANTED, worker)
    assert seen_by(supervisor).get() == seen_by(auditor).get() == alert
    _open(planted, supervisor)
    assert seen_by(supervisor).count() == 1 and seen_by(auditor).count() == 2


def test_it_is_found_and_takes_part_in_nothing_else(planted):
    """Nobody's work leads to it: it is no new file, it is due to nobody, and it is compared with nobody."""
    worker = StaffFactory(caseworker=True)
    found = search_people(text=INVENTED["name"], user=worker, purpose="family_asks")
    assert [hit.id for hit in found.hits] == [planted.pk]
    assert not comparable_registrations().filter(pk=planted.pk).exists()
    assert planted.pk not in {one.pk for one in late_or_due(user=worker)}
    kept = Registration.objects.get(pk=planted.pk)
    assert (kept.submitted_at - kept.created_at).total_seconds() == 0
    assert not kept.consents.filter(answer="yes").exists() and not kept.holder.channels.exists()


def test_neither_the_table_nor_the_log_says_which_it_is(planted, administrator):
    row = PlantedRecord.objects.get()
    values = PlantedRecord.objects.extra(select={"raw": "subject"}).values_list("raw", "digest").get()
    assert planted.pk.hex not in repr(values).replace("-", "") and row.key() == planted.pk
    event = Event.objects.get(code="accounts.record.planted")
    assert (event.actor_id, event.subject_id, event.data) == (administrator.pk, None, {})


def test_only_who_planted_it_and_auditors_know(planted, administrator):
    assert planted_seen_by(administrator).count() == 1 == planted_seen_by(StaffFactory(auditor=True)).count()
    others = [StaffFactory(administrator=True), StaffFactory(supervisor=True), StaffFactory(caseworker=True)]
    assert not any(planted_seen_by(one).exists() for one in others)
    with pytest.raises(PermissionDenied):
        plant_registration(**INVENTED, by=others[1])


def test_the_page_plants_one_and_keeps_what_was_typed(client, administrator):
    sign_in(client, administrator)
    wrong = client.post("/office/planted/", {**INVENTED, "birth_year": "88"})
    assert "Please write a year with four digits." in wrong.text and INVENTED["name"] in wrong.text
    done = client.post("/office/planted/", {**INVENTED, "birth_year": "١٩٨٨"}, follow=True)
    assert Registration.objects.get().reference in done.text
    auditor = sign_in(Client(), StaffFactory(auditor=True))
    page = auditor.get("/office/planted/")
    assert Registration.objects.get().reference in page.text and "Plant a re" not in page.text
