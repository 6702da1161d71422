"""Telling us something: kept once, encrypted, read by those who work on it, each reading noted."""

from __future__ import annotations

import uuid

import pytest
from django.db import connection

from portal.audit.models import Event
from portal.support import events
from portal.support.models import NOT_OFFERED, Report, ReportKind, ReportState
from portal.support.services import ImpossibleMove, move_report
from tests.factories.staff import StaffFactory, sign_in
from tests.factories.support import ReportFactory

pytestmark = pytest.mark.django_db
WORDS = "canary-sentence that nobody may read"


def form(**given) -> dict:
    return {"words": WORDS, "reference": "", "reach": "+963 900 000 011", "token": str(uuid.uuid4()), **given}


@pytest.mark.parametrize("code", ["ar", "ckb", "ku", "en"])
@pytest.mark.parametrize("kind", sorted({*ReportKind.values} - {*NOT_OFFERED}))
def test_each_kind_has_a_form_in_each_language(client, code, kind):
    page = client.get(f"/{code}/tell-us/{kind}/")
    assert page.status_code == 200
    assert page.content.decode().count("<h1>") == 1


@pytest.mark.parametrize("code", ["ar", "ckb", "ku", "en"])
def test_the_guide_is_there_in_each_language(client, code):
    page = client.get(f"/{code}/help/").content.decode()
    assert "familylinks.icrc.org" in page and "https://" not in page.split("<main")[1].split("</main>")[0]


def test_a_report_is_kept_encrypted_with_an_audit_row(client):
    answer = client.post("/ku/tell-us/money/", form())
    assert answer["Location"] == "/ku/tell-us/money/sent/"
    report = Report.objects.get()
    assert (report.kind, report.language, report.words) == ("money", "ku", WORDS)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM support_report")
        assert "canary" not in str([bytes(c) if isinstance(c, memoryview) else c for c in cursor.fetchone()])
    assert Event.objects.get(code=events.REPORT_RECEIVED).data == {"kind": "money"}
    assert "canary" not in client.get(answer["Location"]).content.decode()


def test_a_double_click_makes_one_report_and_other_words_make_another(client):
    content = form()
    for _click in range(3):
        assert client.post("/en/tell-us/help/", content).status_code == 302
    assert Report.objects.count() == 1
    client.post("/en/tell-us/help/", {**content, "words": "and something more"})
    assert Report.objects.count() == 2


@pytest.mark.parametrize(
    "bad",
    [
        {"words": ""},
        {"words": "   \n "},
        {"words": "x" * 4001},
        {"words": "‮turned around"},
        {"words": "a\x00b"},
        {"reference": "SR-7K4M-9XQ3"},
        {"reference": "9" * 30},
        {"reach": "y" * 301},
    ],
)
def test_what_cannot_be_kept_is_answered_in_words_and_nothing_is_lost(client, bad):
    answer = client.post("/en/tell-us/wrong_record/", form(**bad))
    assert answer.status_code == 200 and not Report.objects.exists()
    page = answer.content.decode()
    assert "What you wrote is kept." in page
    assert "canary-sentence" in page or "words" in bad


@pytest.mark.parametrize("token", ["", "x", "9" * 30, "\ud7ff"])
def test_a_damaged_token_does_not_lose_the_words(client, token):
    assert client.post("/en/tell-us/help/", form(token=token)).status_code == 302
    assert Report.objects.count() == 1


def test_a_reference_in_any_writing_is_kept_in_ours(client):
    client.post("/en/tell-us/wrong_record/", form(reference=f" {_valid().lower().replace('-', ' ')} "))
    assert Report.objects.get().reference == _valid()


def test_a_kind_there_is_not_is_not_found(client):
    assert client.get("/en/tell-us/other/").status_code == 404
    assert client.get("/en/tell-us/other/sent/").status_code == 404


def test_what_may_endanger_somebody_comes_first_and_a_wrong_record_needs_no_reference(client):
    """Whoever stands on a list has no number of ours."""
    late = [ReportFactory(kind=ReportKind.MONEY), ReportFactory(kind=ReportKind.NOT_MISSING)]
    listed = ReportFactory(kind=ReportKind.WRONG_RECORD)
    named = ReportFactory(kind=ReportKind.NOT_MISSING, reference=_valid())
    page = sign_in(client, StaffFactory(caseworker=True)).get("/office/reports/")
    assert [row.pk for row in page.context["reports"]] == [listed.pk, named.pk, *(row.pk for row in late)]


def test_reading_is_noted_and_work_moves_on(client):
    report = ReportFactory(words=WORDS)
    user = StaffFactory(supervisor=True)
    sign_in(client, user)
    assert WORDS in client.get(f"/office/reports/{report.pk}/").content.decode()
    assert Event.objects.filter(code=events.REPORT_VIEWED, subject_id=report.pk, actor_id=user.pk).count() == 1
    client.post(f"/office/reports/{report.pk}/state/", {"state": "open"})
    client.post(f"/office/reports/{report.pk}/state/", {"state": "done"})
    report.refresh_from_db()
    assert report.state == ReportState.DONE and report.closed_at
    assert client.get("/office/reports/", {"done": 1}).context["reports"][0] == report
    assert client.post(f"/office/reports/{report.pk}/state/", {"state": "new\x00"}).status_code == 302


def test_a_finished_report_does_not_become_new():
    report = ReportFactory()
    report.state = ReportState.DONE
    report.save()
    with pytest.raises(ImpossibleMove):
        move_report(report=report, state=ReportState.NEW, actor=StaffFactory(supervisor=True))


def test_a_reviewer_reads_no_reports(client):
    report = ReportFactory()
    sign_in(client, StaffFactory(reviewer=True))
    assert client.get(f"/office/reports/{report.pk}/").status_code == 403


def _valid() -> str:
    from portal.core.references import ALPHABET, read_reference

    return next(found for letter in ALPHABET if (found := read_reference(f"SR-7K4M-9XQ{letter}")))
