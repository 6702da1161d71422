"""R-23: records of lists that we invented: found like any other, compared and counted with nobody, told when opened."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from portal.accounts.models import Alert, PlantedRecord
from portal.accounts.services.alerts import answer_alert, seen_by
from portal.audit.actors import SYSTEM
from portal.detainees.models import DetaineeRecord, NameIndex
from portal.detainees.services.checking import check_batch, choose_columns
from portal.detainees.services.importing import import_batch
from portal.detainees.services.planting import Invented, NoList, plant_detainee
from portal.detainees.services.transfers import add_records
from portal.detainees.services.undoing import approve_undo, ask_undo, undo_batch
from portal.matching.persons import access_person
from portal.matching.records import comparable_detainees, read_records
from portal.matching.search import search_people
from portal.matching.services.checking import open_check
from portal.matching.services.planted import names_of_planted, withdraw_planted
from portal.registry.services.planting import plant_registration
from tests.factories.detainees import HEADER, ROW, checked, csv_bytes, imported, received, source
from tests.factories.entries import make_transfer
from tests.factories.staff import StaffFactory, sign_in

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

INVENTED = {
    "name": "سيروان خدر ملا",
    "mother": "نارين",
    "sex": "male",
    "birth_year": 1988,
    "birth_place": "عامودا",
    "year": 2014,
    "place": "الشدادي",
}


@pytest.fixture
def administrator():
    return StaffFactory(administrator=True)


@pytest.fixture
def batch():
    return imported()


@pytest.fixture
def planted(batch, administrator) -> DetaineeRecord:
    return plant_detainee(invented=Invented(**INVENTED), source=batch.source, by=administrator)


def _listing(number: str) -> bytes:
    return csv_bytes([(number, *ROW[1:])], HEADER)


def test_opening_it_tells_supervisors_and_auditors_at_once_and_a_real_one_nobody(planted):
    reviewer, supervisor, auditor = (StaffFactory(role=role) for role in ("reviewer", "supervisor", "auditor"))
    real = DetaineeRecord.objects.exclude(pk=planted.pk).get()
    access_person(real.pk, user=reviewer, purpose="comparing")
    assert not Alert.objects.exists()
    found = search_people(text=INVENTED["name"], user=reviewer, purpose="family_asks")
    assert [hit.id for hit in found.hits] == [planted.pk] and not Alert.objects.exists()
    access_person(planted.pk, user=reviewer, purpose="comparing")
    access_person(planted.pk, user=reviewer, purpose="comparing")
    alert = Alert.objects.get()
    assert alert.about == reviewer and seen_by(supervisor).get() == seen_by(auditor).get() == alert


def test_whoever_names_it_by_its_number_has_found_it(planted):
    steward = StaffFactory(data_steward=True)
    open_check(record_of=planted, reason="wrong", report=None, user=steward, actor=SYSTEM)
    assert Alert.objects.get().about == steward


def test_it_looks_like_the_others_of_its_list_and_no_count_holds_it(client, batch, planted):
    """Its number is in the source's writing, its dates are those of the list, and its page speaks like another."""
    batch.refresh_from_db()
    assert batch.counts["rows"] == batch.rows.count() == 1 == batch.rows.counts()["rows"]
    assert planted.external_id != ROW[0] and planted.external_id.startswith("L-")
    kept = DetaineeRecord.objects.get(pk=planted.pk)
    assert 0 <= (batch.imported_at - kept.created_at).total_seconds() <= 60 and not kept.is_sealed
    assert kept.legal_status == "charged" and kept.names.get().mother == ""
    assert kept.weighed_on == DetaineeRecord.objects.exclude(pk=planted.pk).get().weighed_on
    user = StaffFactory(reviewer=True)
    sign_in(client, user)
    client.post("/office/records/why/", {"purpose": "comparing"})
    pages = {one.pk: client.get(f"/office/records/{one.pk}/").text for one in DetaineeRecord.objects.all()}
    assert INVENTED["name"] in pages[planted.pk] and batch.source.name in pages[planted.pk]
    parts = {key: (page.count("<h2"), page.count("<dt"), page.count("<th")) for key, page in pages.items()}
    assert len(set(parts.values())) == 1


def test_it_is_compared_with_nobody(planted):
    assert not comparable_detainees().filter(pk=planted.pk).exists() and comparable_detainees().count() == 1
    assert [*read_records("detainee", [planted.pk])] == []


def test_it_gives_way_where_its_number_becomes_somebody_real(batch, planted):
    """A list that brings the number, or a transfer that names it, means another person."""
    number, steward = planted.external_id, StaffFactory(data_steward=True)
    transfer = make_transfer()
    assert add_records(transfer=transfer, source=batch.source, numbers=[number], user=steward).unknown == (number,)
    assert Alert.objects.get().about == steward
    taken = DetaineeRecord.objects.get(pk=planted.pk).external_id
    assert taken != number
    assert checked(_listing(taken), of=batch.source).counts["created"] == 1
    imported(_listing(taken), of=batch.source)
    real = DetaineeRecord.objects.get(source=batch.source, external_id=taken)
    assert real.pk != planted.pk and DetaineeRecord.objects.get(pk=planted.pk).external_id != taken


def test_a_list_made_up_to_ask_for_its_number_is_told_like_its_opening_r23(batch, planted):
    """R-23: the dry run says of it what it says of a number that nobody has; a list without it tells nobody."""
    steward, supervisor = StaffFactory(data_steward=True), StaffFactory(supervisor=True)
    for number, told in (("L-no-such", 0), (ROW[0], 0), (planted.external_id, 1)):
        made_up = received(_listing(number), of=batch.source, by=steward)
        made_up = check_batch(batch=choose_columns(batch=made_up, mapping=batch.mapping, actor=SYSTEM), actor=SYSTEM)
        assert made_up.counts["created"] == int(number != ROW[0])
        assert Alert.objects.filter(about=steward).count() == told
    alert = seen_by(supervisor).get()
    answer_alert(alert=alert, answer="work", by=supervisor)
    import_batch(batch=made_up, actor=SYSTEM)
    assert Alert.objects.filter(about=steward).count() == 2


def test_it_goes_with_its_list(batch, planted):
    asks, answers = StaffFactory(data_steward=True), StaffFactory(supervisor=True)
    ask_undo(batch=batch, reason="wrong list", user=asks, actor=SYSTEM)
    undo_batch(batch=approve_undo(batch=batch, user=answers, actor=SYSTEM), actor=SYSTEM)
    assert not DetaineeRecord.objects.listed().exists()


def test_who_planted_takes_it_away_and_nobody_else(planted, administrator):
    row = PlantedRecord.objects.get()
    assert names_of_planted([row]) == {planted.pk: (planted.external_id, planted.source.name)}
    with pytest.raises(PermissionDenied):
        withdraw_planted(planted=row, by=StaffFactory(administrator=True))
    withdraw_planted(planted=row, by=administrator)
    assert not DetaineeRecord.objects.listed().filter(pk=planted.pk).exists()
    assert not NameIndex.objects.filter(record=planted).exists()
    with pytest.raises(PermissionDenied):
        withdraw_planted(planted=PlantedRecord.objects.get(), by=administrator)


def test_a_planted_registration_is_taken_away_with_everything(administrator):
    said = {key: value for key, value in INVENTED.items() if key != "sex"}
    planted = plant_registration(**said, language="ar", by=administrator)
    row = PlantedRecord.objects.get()
    withdraw_planted(planted=row, by=administrator)
    assert not type(planted).objects.filter(pk=planted.pk).exists()
    row.refresh_from_db()
    assert row.withdrawn_on is not None and names_of_planted([row]) == {}


def test_only_an_administrator_plants_and_only_on_a_list_that_stands(batch, administrator):
    with pytest.raises(PermissionDenied):
        plant_detainee(invented=Invented(**INVENTED), source=batch.source, by=StaffFactory(supervisor=True))
    with pytest.raises(NoList):
        plant_detainee(invented=Invented(**INVENTED), source=source("Without a list"), by=administrator)
    assert not PlantedRecord.objects.exists()


def test_the_page_plants_one_keeps_what_was_typed_and_takes_it_away(client, batch, administrator):
    sign_in(client, administrator)
    said = {**INVENTED, "source": str(batch.source.pk)}
    wrong = client.post("/office/planted/record/", {**said, "birth_year": "88"})
    assert wrong.status_code == 422 and INVENTED["name"] in wrong.text
    page = client.post("/office/planted/record/", {**said, "birth_year": "١٩٨٨"}, follow=True)
    row = PlantedRecord.objects.get()
    number = DetaineeRecord.objects.get(pk=row.key()).external_id
    assert number in page.text and batch.source.name in page.text
    gone = client.post(f"/office/planted/{row.pk}/withdraw/", follow=True)
    assert "Nobody finds it any more." in gone.text and "Taken away" in gone.text
    again = client.post(f"/office/planted/{row.pk}/withdraw/", follow=True)
    assert "There is nothing that you could take away here." in again.text
