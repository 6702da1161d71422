"""The screens of one record and of transfers: side by side, entered, corrected, sealed."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from portal.accounts.permissions import is_trained
from portal.audit.actors import SYSTEM
from portal.core import dates
from portal.detainees import services
from portal.detainees.enums import VALUES
from portal.detainees.models import CustodyEntry, SourceAnswer, Statement, Transfer
from tests.factories.detainees import source
from tests.factories.entries import for_minors, happened, listed, make_transfer
from tests.factories.matching import make_duplicate, make_pair
from tests.factories.openings import AnsweringClient
from tests.factories.staff import StaffFactory, sign_in

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def _signed_in(client, user):
    sign_in(client, user)
    return user


def test_three_sources_stand_side_by_side_and_nobody_is_called_guilty(client):
    first = listed("خالد سلمان خلف", birth_date="1991", event_date="2014-08")
    second = listed("Xalid Silêman Xelef", at="Letters", birth_date="1993~", event_date="2014-08-03")
    third = listed("خالد سليمان", at="Found online", birth_date="1980", event_date="2017")
    make_duplicate(first, second, state="same")
    make_duplicate(second, third, state="same")
    happened(first, "release", "2013")
    _signed_in(client, StaffFactory(reviewer=True))
    page = client.get(f"/office/records/{first.pk}/").text
    for shown in ("خالد سلمان خلف", "Xalid Silêman Xelef", "Found online", "F6", "The sources contradict one another"):
        assert shown in page
    assert "Being listed is not guilt" in page and "Released before the first arrest" in page
    assert "Our reading:" in page and "Nobody has looked at this record again" in page
    assert len(page.encode()) <= 35_000


def test_a_record_leads_back_to_the_page_that_opened_it_and_nowhere_else(client):
    pair = make_pair()
    path = f"/office/records/{pair.detainee_id}/"
    _signed_in(client, StaffFactory(reviewer=True))
    opened = f"/office/pairs/{pair.pk}/"
    assert f'href="{path}?back={opened}"' in client.get(opened).text
    page = client.get(f"{path}?back={opened}").text
    assert f'class="back" href="{opened}"' in page and "Is this the same person?" in page
    for other in ("", "https://elsewhere.example/", "/office/people/", "//elsewhere.example", "/nowhere", "x" * 900):
        assert 'class="back" href="/office/search/"' in client.get(path, {"back": other}).text
    asking = sign_in(Client(), StaffFactory(reviewer=True))
    onward = parse_qs(urlsplit(asking.get(f"{path}?back={opened}").url).query)["next"][0]
    said = {"purpose": "family_asks", "next": onward}
    assert asking.post("/office/records/why/", said).url == f"{path}?back={opened}"


def test_what_is_entered_stands_on_the_record_and_a_correction_beside_it(client):
    record, user = listed(), _signed_in(client, StaffFactory(reviewer=True))
    new = f"/office/records/{record.pk}/custody/"
    sent = {"kind": "court", "date": "٢٠٢٠-٠٣", "place": "محكمة", "said_by": "A lawyer"}
    refused = client.post(new, {**sent, "date": "soon", "said_by": ""})
    assert refused.status_code == 422 and "محكمة" in refused.text and "or write who says so" in refused.text
    assert client.post(new, sent).url == f"/office/records/{record.pk}/"
    entry = CustodyEntry.objects.get()
    assert (entry.date, entry.entered_by) == ("2020-03", user)
    correcting = f"{new}?corrects={entry.pk}"
    assert "2020-03" in client.get(correcting).text
    assert client.post(correcting, sent).status_code == 422
    assert client.post(correcting, {"withdraw": "1"}).status_code == 422
    assert client.post(correcting, {"withdraw": "1", "basis": "another person"}).status_code == 302
    assert client.post(correcting, {**sent, "date": "2021", "basis": "late"}).status_code == 409
    assert CustodyEntry.objects.count() == 2 and not CustodyEntry.objects.live().exists()
    for wrong in ("nothing", listed(external_id="L-2").pk):
        assert client.get(f"{new}?corrects={wrong}").status_code == 404


def test_nationality_is_verified_with_a_basis_and_the_record_looked_at_again(client):
    record, user = listed(nationality="SY"), _signed_in(client, StaffFactory(reviewer=True, first_name="Huda"))
    where = f"/office/records/{record.pk}"
    sent = {"value": "IQ", "degree": "verified", "said_by": "Civil register"}
    assert client.post(f"{where}/nationality/", sent).status_code == 422
    assert client.post(f"{where}/nationality/", {**sent, "basis": "Seen on the card"}).status_code == 302
    assert client.post(f"{where}/checked/", {"basis": "Read again with the source"}).status_code == 302
    page = client.get(f"{where}/").text
    assert "Verified on a document" in page and "Seen on the card" in page and "Looked at again on" in page
    assert Statement.objects.get(about="nationality").entered_by == user
    assert client.get(f"{where}/nothing/").status_code == 404


def test_everything_that_can_be_stated_is_entered_and_shown_in_words(client):
    """Status, dangers and rights: a lawyer, visits of the consulate, contact with the family; each by whose word."""
    record, _user = listed(), _signed_in(client, StaffFactory(reviewer=True, language="ar"))
    where = f"/office/records/{record.pk}/"
    sent = {"degree": "claimed", "said_by": "رفيقه", "basis": "رسالة"}
    for about, values in VALUES.items():
        form = client.get(f"{where}{about}/").text
        assert all(f'value="{value}"' in form for value in values.values)
        assert client.post(f"{where}{about}/", {**sent, "value": "maybe"}).status_code == 422
    for about in ("death-sentence", "unfair-trial", "lawyer", "consulate", "family-contact"):
        assert client.post(f"{where}{about}/", {**sent, "value": "no"}).status_code == 302
    page = client.get(where).text
    assert page.count("<b>لا</b>") == 5 and "زيارات القنصلية" in page and "تواصل مع العائلة" in page
    assert len(page.encode()) <= 35_000


def test_any_country_can_be_stated_in_the_readers_language(client):
    """All of ISO 3166, those we speak of most first; what cannot be said is refused."""
    record, _user = listed(nationality=""), _signed_in(client, StaffFactory(reviewer=True, language="ku"))
    where = f"/office/records/{record.pk}/nationality/"
    page = client.get(where).text
    assert page.index(">Sûriye<") < page.index(">Japonya<") and page.count("<option") > 240
    assert len(page.encode()) <= 35_000
    sent = {"degree": "claimed", "said_by": "Xaltiya wî", "basis": "Pasaport"}
    assert client.post(where, {**sent, "value": "QQ"}).status_code == 422
    assert client.post(where, {**sent, "value": "JP"}).status_code == 302
    assert "Japonya" in client.get(f"/office/records/{record.pk}/").text


def test_a_record_whose_list_was_taken_back_opens_and_says_so(client):
    record = listed()
    steward, supervisor = StaffFactory(data_steward=True), _signed_in(client, StaffFactory(supervisor=True))
    services.ask_undo(batch=record.last_batch, reason="x", user=steward, actor=SYSTEM)
    services.approve_undo(batch=record.last_batch, user=supervisor, actor=SYSTEM)
    services.undo_batch(batch=record.last_batch, actor=SYSTEM)
    page = client.get(f"/office/records/{record.pk}/")
    assert page.status_code == 200 and "ڕێبوار نەبەز کەلاری" in page.text and "was taken back" in page.text


def test_a_claim_of_under_18_closes_the_page_to_who_entered_it(client):
    """R-14: page, forms, search and the lists of a transfer, for everybody without the grant."""
    record, reviewer = listed(), _signed_in(client, StaffFactory(reviewer=True))
    where = f"/office/records/{record.pk}/"
    said = {"value": "under_18", "degree": "claimed", "said_by": "his aunt", "basis": "born in a camp"}
    assert "sealed now" in client.post(f"{where}age/", said, follow=True).text
    answers = [client.get(f"{where}{part}") for part in ("", "custody/", "age/")]
    assert {answer.status_code for answer in answers} == {404}
    search = client.post("/office/search/", {"q": "ڕێبوار نەبەز", "purpose": "comparing"})
    assert "کەلاری" not in search.text and "L-1" not in search.text
    client = AnsweringClient()
    _signed_in(client, for_minors(reviewer=True))
    assert "Sealed: the person may be under 18" in client.get(where).text
    assert "کەلاری" in client.post("/office/search/", {"q": "ڕێبوار نەبەز", "purpose": "comparing"}).text
    assert not is_trained(reviewer, "minors")


def test_a_supervisor_vouches_for_who_opens_records_of_minors(client):
    """R-06: never for herself; the grant for sealed notes is another one."""
    supervisor, colleague = StaffFactory(supervisor=True), StaffFactory(reviewer=True)
    _signed_in(client, supervisor)
    assert "records of people who may be under 18" in client.get("/office/trained/minors/").text
    for person in (colleague, supervisor):
        client.post(f"/office/trained/{person.pk}/", {"kind": "minors", "months": "3"})
    assert is_trained(colleague, "minors") and not is_trained(colleague) and not is_trained(supervisor, "minors")
    client.post(f"/office/trained/{colleague.pk}/", {"kind": "minors", "end": "1"})
    assert not is_trained(colleague, "minors")


def test_an_answer_of_the_source_is_entered_by_who_keeps_lists(client):
    record = listed()
    record.last_batch.sharing_terms = "ask_source"
    record.last_batch.save()
    _signed_in(client, StaffFactory(data_steward=True))
    where, today = f"/office/records/{record.pk}/", dates.today()
    assert "The source does not allow it now" in client.get(where).text
    sent = {"may_tell": "yes", "said_by": "The secretary", "basis": "By letter", "answered_on": today.isoformat()}
    assert client.post(f"{where}answer/", {**sent, "expires_on": today.isoformat()}).status_code == 422
    sent["expires_on"] = today.replace(year=today.year + 1, day=1).isoformat()
    assert client.post(f"{where}answer/", sent).status_code == 302
    page = client.get(where).text
    assert "The source allows it, after a decision" in page and "The secretary" in page
    assert SourceAnswer.objects.get().may_tell


def test_a_transfer_is_added_and_filled_from_a_pasted_list(client):
    record = listed()
    _signed_in(client, StaffFactory(data_steward=True))
    sent = {
        "label": "Convoy", "source": source().pk, "from_place": "الحسكة", "to_place": "بغداد",
        "began": "2026-01-21", "ended": "2026-01-02",
    }  # fmt: skip
    assert client.post("/office/transfers/new/", sent).status_code == 422
    page = client.post("/office/transfers/new/", {**sent, "ended": "2026-02-12"})
    transfer = Transfer.objects.get()
    assert page.url == f"/office/transfers/{transfer.pk}/"
    assert client.post("/office/transfers/new/", {**sent, "ended": ""}).status_code == 422
    filled = client.post(page.url, {"source": source().pk, "numbers": "L-1\r\nL-77,\r\n\r\nL-1"}).text
    assert "One record came in." in filled and "Not known:" in filled and "L-77" in filled
    assert f"/office/records/{record.pk}/" in filled
    assert "کەلاری" not in filled and "الحسكة" in client.get(f"/office/records/{record.pk}/").text
    assert "Convoy" in client.get("/office/transfers/").text
    assert make_transfer().custody_entries.count() == 0


def test_a_list_shows_rows_of_minors_to_people_let_in_alone(client):
    """R-13: the rows of a list are a side path to the same names."""
    record = listed("Navê Zarokekî", birth_date=str(dates.today().year - 12))
    where = f"/office/lists/{record.last_batch_id}/"
    _signed_in(client, StaffFactory(data_steward=True))
    page = client.get(where)
    assert page.status_code == 200 and "Navê Zarokekî" not in page.text and "shown only to people named" in page.text
    other = AnsweringClient()
    _signed_in(other, for_minors(data_steward=True))
    assert "Navê Zarokekî" in other.get(where).text
