"""What people entered on a detainee record is compared as what lists say is, and shown by whose word it stands."""

from __future__ import annotations

import pytest
from django.urls import reverse

from portal.audit.actors import SYSTEM
from portal.detainees.models import DetaineeRecord
from portal.detainees.services.entering import take_back
from portal.detainees.services.transfers import add_records
from portal.linkage import Record
from portal.matching.models import LinkedMark
from portal.matching.records import read_records
from portal.matching.search import search_people
from portal.matching.services.linking import link_some
from portal.places.models import Place
from tests.factories.detainees import imported, source
from tests.factories.entries import for_minors, happened, listed, make_transfer, state
from tests.factories.matching import make_pair, make_staff
from tests.factories.sessions import signed_in
from tests.factories.staff import StaffFactory

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def compared(record: DetaineeRecord) -> Record:
    return next(read_records("detainee", [record.pk]))


def said(record: DetaineeRecord) -> tuple[str, str, str]:
    one = compared(record)
    return (one.event[0].isoformat() if one.event else "", one.event_place, one.nationality)


def test_custody_that_people_enter_completes_what_the_list_leaves_out() -> None:
    record = listed(event_date="", event_place="", nationality="")
    assert said(record) == ("", "", "")
    happened(record, "transfer", "2019-05", place="Derik")
    assert said(record) == ("2019-05-01", "Derik", "")
    held = happened(record, "held", "2018", place="", facility=Place.objects.get(code="SY-HA"))
    assert said(record) == ("2018-01-01", "Al-Hasakah", "")
    happened(record, "capture", "2017-03", place="Şengal")
    state(record, "nationality", "IQ")
    assert said(record) == ("2017-03-01", "Şengal", "IQ")
    happened(record, "release", "2021", place="Reqa")
    take_back(entry=held, basis="misread", user=for_minors())
    assert said(record) == ("2017-03-01", "Şengal", "IQ")


def test_what_a_list_says_stands_first_and_contradictions_choose_nothing() -> None:
    record = listed(event_date="2014-08", event_place="", nationality="SY")
    happened(record, "capture", "2017-03", place="Şengal")
    state(record, "nationality", "IQ")
    assert said(record) == ("2014-08-01", "Şengal", "SY")
    silent = listed(external_id="L-2", nationality="")
    for code in ("IQ", "TR"):
        state(silent, "nationality", code)
    assert compared(silent).nationality == ""


def test_an_entry_lets_the_record_be_compared_anew_and_a_list_recognises_it_still() -> None:
    record = listed(event_date="")
    link_some(actor=SYSTEM)
    before = compared(record).fingerprint
    steward = for_minors(data_steward=True)
    add_records(transfer=make_transfer(), source=source(), numbers=["L-1"], user=steward)
    after = compared(record).fingerprint
    assert after != before
    link_some(actor=SYSTEM)
    assert {bytes(mark.fingerprint).hex() for mark in LinkedMark.objects.filter(record_id=record.pk)} == {after}
    again = listed(event_date="")
    assert again == record and again.last_batch.counts["unchanged"] == 1 and compared(record).fingerprint == after
    assert imported().counts["updated"] == 1 and compared(record).fingerprint not in (before, after)
    take_back(entry=record.custodyentry_rows.get(), basis="another convoy", user=steward)
    record.refresh_from_db()
    assert bytes(record.content_fingerprint) == bytes(record.row_fingerprint)


def test_readers_see_what_people_entered_and_a_search_finds_by_it() -> None:
    pair = make_pair()
    happened(pair.detainee, "court", "2021-02", place="Qamişlo", said_by="A lawyer")
    client, address = signed_in(make_staff("reviewer")), reverse("office:pair", args=[pair.pk])
    page = client.get(address).content.decode()
    assert "Qamişlo" in page and "A lawyer" in page and "contradict one another" not in page
    happened(pair.detainee, "capture", "2017-03", place="Şengal")
    state(pair.detainee, "nationality", "IQ")
    page = client.get(address).content.decode()
    for what in ("day of the arrest", "place of the arrest", "nationality"):
        assert f"The sources contradict one another on the {what}." in page
    assert "At most one of them is compared" in page and "Iraq (a cousin)" in page
    record = listed("Rêbwar Nebez", external_id="L-7", birth_date="", event_date="", event_place="")
    happened(record, "held", "2011", place="Derik")
    reviewer = StaffFactory(reviewer=True)
    find = {"text": "Rêbwar Nebez", "user": reviewer, "purpose": "comparing"}
    assert [hit.id for hit in search_people(**find, first_year=2011, last_year=2011).hits] == [record.pk]
    assert not search_people(**find, first_year=1995, last_year=1996).hits
