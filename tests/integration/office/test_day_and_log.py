"""The first page by role, and the log for auditors."""

from __future__ import annotations

import pytest
from django.test import Client

from portal.accounts import events
from portal.accounts.enums import OFFICE_ROLES, Role
from portal.audit.models import Event
from portal.audit.sealing import seal_pending
from portal.support.models import ReportKind
from tests.factories.staff import StaffFactory, sign_in
from tests.factories.support import ReportFactory, recovery

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", sorted(OFFICE_ROLES))
def test_each_role_has_a_day(client, role):
    page = sign_in(client, StaffFactory(role=role)).get("/office/")
    assert page.status_code == 200
    assert page.context["waiting"]


def test_counts_are_real(client):
    ReportFactory()
    ReportFactory(kind=ReportKind.NOT_MISSING, reference="SR-7K4M-9XQ2")
    recovery()
    page = sign_in(client, StaffFactory(caseworker=True)).get("/office/")
    counts = {str(item["label"]): item["count"] for item in page.context["waiting"]}
    assert counts["New reports"] == 2
    assert counts["New codes that wait for a second person"] == 1
    assert page.context["reports"][0].kind == ReportKind.NOT_MISSING


def test_the_menu_shows_what_the_role_opens(client):
    page = sign_in(client, StaffFactory(auditor=True)).get("/office/").content.decode()
    assert "/office/audit/" in page and "/office/people/" not in page and "/office/reports/" not in page


def test_a_supervisor_finds_six_screens_in_the_line_and_the_rest_by_what_they_belong_to(client):
    page = sign_in(client, StaffFactory(supervisor=True)).get("/office/record-checks/").text
    line, _more, others = page.split('<details class="omenu"')[0].split("<nav", 1)[1].partition("omore")
    assert line.count("<li>") == 7 and "/office/files/" in line and "/office/exports/" not in line
    # the screen one is in is named, also where it stands behind "More"
    assert "More: Records called wrong" in others and "/office/exports/" in others and "Families" in others


def test_a_data_steward_finds_the_records_called_wrong_and_is_offered_no_search(client):
    page = sign_in(client, StaffFactory(role=Role.DATA_STEWARD)).get("/office/").text
    assert "/office/search/" not in page
    # six long names would take a second line: the exports stand behind "More"
    line, _more, others = page.split('<details class="omenu"')[0].split("<nav", 1)[1].partition("omore")
    assert "/office/record-checks/" in line and "/office/exports/" not in line and "/office/exports/" in others


def test_who_has_no_files_finds_the_own_screens_on_the_first_page(client):
    main = sign_in(client, StaffFactory(auditor=True)).get("/office/").text.split("<main", 1)[1]
    assert "Your work is here" in main and 'href="/office/audit/"' in main
    assert "Your work is here" not in sign_in(Client(), StaffFactory(caseworker=True)).get("/office/").text


def test_the_log_shows_words_for_codes_and_filters(client):
    auditor = StaffFactory(auditor=True)
    sign_in(client, auditor)
    page = client.get("/office/audit/", {"code": events.STAFF_SIGNED_IN, "actor": auditor.pk})
    assert [entry["event"].code for entry in page.context["entries"]] == [events.STAFF_SIGNED_IN]
    assert "A member of staff signed in" in page.content.decode()
    nothing = client.get("/office/audit/", {"code": events.CODE_ISSUED})
    assert nothing.context["entries"] == []


def test_the_log_is_narrowed_by_an_area_of_work_and_says_what_a_record_is(client):
    auditor = StaffFactory(auditor=True)
    ReportFactory()
    sign_in(client, auditor)
    page = client.get("/office/audit/", {"code": "accounts"})
    assert {entry["event"].code.partition(".")[0] for entry in page.context["entries"]} == {"accounts"}
    signed_in = next(one for one in page.context["entries"] if one["event"].code == events.STAFF_SIGNED_IN)
    assert (signed_in["record"], signed_in["whose"]) == ("Staff", auditor.shown_name)
    assert f"?code={events.STAFF_SIGNED_IN}" in page.text and f"?subject={auditor.pk}" in page.text
    one_kind = client.get("/office/audit/", {"code": events.STAFF_SIGNED_IN})
    assert f'<option value="{events.STAFF_SIGNED_IN}" selected>' in one_kind.text
    assert len(page.content) <= 35_000


def test_the_log_holds_nothing_that_was_written(client):
    report = ReportFactory(words="a-secret-sentence")
    supervisor = sign_in(Client(), StaffFactory(supervisor=True))
    supervisor.get(f"/office/reports/{report.pk}/")
    page = sign_in(client, StaffFactory(auditor=True)).get("/office/audit/").content.decode()
    assert "A report was read" in page and "a-secret-sentence" not in page


def test_the_log_says_whether_the_chain_is_whole(client):
    sign_in(client, StaffFactory(auditor=True))
    seal_pending()
    page = client.post("/office/audit/check/", follow=True)
    assert "The chain is whole." in page.content.decode()
    assert page.context["chain"].sealed == Event.objects.filter(seal__isnull=False).count() > 0


@pytest.mark.parametrize("query", [{"actor": "9" * 30}, {"code": "\x1b[31m"}, {"actor": "x", "code": "y"}])
def test_a_strange_filter_filters_nothing(client, query):
    assert sign_in(client, StaffFactory(auditor=True)).get("/office/audit/", query).status_code == 200
