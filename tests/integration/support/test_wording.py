"""A language that native readers have not signed says so, and takes reports about its words."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils.translation import gettext, override

from portal.support.models import Report, ReportKind
from tests.factories.staff import StaffFactory, sign_in
from tests.factories.support import ReportFactory

pytestmark = [pytest.mark.django_db, pytest.mark.pages]
NOTE = "review-note"


@pytest.mark.parametrize(("code", "is_said"), [("ar", True), ("ckb", True), ("ku", True), ("en", False)])
@pytest.mark.parametrize("path", ["", "help/", "register/", "return/", "nowhere/at/all/"])
def test_each_page_says_it_and_leads_to_the_form(client, code, is_said, path):
    html = client.get(f"/{code}/{path}").content.decode()
    assert (NOTE in html) is is_said
    assert (f'href="/{code}/tell-us/wording/"' in html) is is_said


@pytest.mark.parametrize("code", ["ar", "ckb", "ku"])
def test_staff_pages_say_it_too(code):
    client = sign_in(Client(), StaffFactory(supervisor=True))
    client.cookies["django_language"] = code
    for path in ("/office/", "/staff/2fa/"):
        assert f"/{code}/tell-us/wording/" in client.get(path).content.decode(), path


def test_it_is_gone_once_the_operator_lists_the_language(client, settings):
    settings.REVIEWED_LANGUAGES = frozenset({"en", "ku"})
    assert NOTE not in client.get("/ku/").content.decode()
    assert NOTE in client.get("/ckb/").content.decode()


@pytest.mark.parametrize("code", ["ar", "ckb", "ku", "en"])
def test_the_form_has_its_own_words_and_keeps_the_report(client, code):
    page = client.get(f"/{code}/tell-us/wording/")
    with override(code):
        assert gettext("A mistake in the wording") in page.content.decode()
        assert gettext("Reference number") not in page.content.decode()
        thanks = gettext("A person who works on this language reads it.")
    answer = client.post(
        f"/{code}/tell-us/wording/",
        {"words": "Better: …", "reference": "", "reach": "", "token": page.context["form"].initial["token"]},
        follow=True,
    )
    report = Report.objects.get()
    assert (report.kind, report.language, report.words) == (ReportKind.WORDING, code, "Better: …")
    assert thanks in answer.content.decode()


def test_words_are_read_after_everything_that_presses():
    words, money = ReportFactory(kind=ReportKind.WORDING), ReportFactory(kind=ReportKind.MONEY)
    # Whoever stands on a list has no reference.
    wrong = ReportFactory(kind=ReportKind.WRONG_RECORD, reference="")
    assert list(Report.objects.waiting().most_pressing_first()) == [wrong, money, words]
