"""No one is held on a page: any order, skipping, leaving with what was typed, a call at any point, several people."""

import re

import pytest
from django.test import Client

from portal.accounts.models import AccessHolder
from portal.registry.models import Draft, PersonSought, Registration, RegistrationLink
from portal.support.models import Report
from tests.answers import BELIEF, HAPPENED, PARTIES, PARTS, STAYS, TRAINED, pages, posted
from tests.factories.openings import AnsweringClient

from .conftest import POSTED, send, walk

OPTIONAL = (PARTS, HAPPENED, PARTIES, STAYS, BELIEF, TRAINED)

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def test_the_questions_can_be_answered_in_any_order(client):
    walk(client, "en", upto=1)
    for number in reversed(pages()[1:]):
        assert client.get(f"/en/register/{number}/").status_code == 200
        assert client.post(f"/en/register/{number}/", POSTED[number]).status_code == 302
    assert client.get("/en/register/list/").context["is_ready"]
    send(client, "en")
    assert Registration.objects.count() == 1


def test_the_list_of_questions_leaves_no_entry_in_the_history_either(client):
    """R-42: its links take the place of the page where there is script; the journeys count the entries."""
    walk(client, "en", upto=2)
    page = client.get("/en/register/list/").text
    links = re.findall(r'<a [^>]*href="/en/register/(?:\d+|call)/"[^>]*>', page)
    assert len(links) == len(pages()) + 2 and all("data-replace" in link for link in links)
    assert "steps" in page.partition("</head>")[0]


def test_after_a_question_comes_the_next_one_that_is_open(client):
    walk(client, "en", upto=1)
    assert client.post("/en/register/6/", POSTED[6]).url == "/en/register/7/"
    assert client.post("/en/register/8/", POSTED[8]).url == "/en/register/10/"
    assert client.post("/en/register/10/", POSTED[10]).url == "/en/register/2/"


def test_only_optional_questions_offer_to_be_skipped_and_every_page_says_why_it_asks(client):
    """R-102: nothing beyond the required answers is insisted on, and every question has its reason beside it."""
    walk(client, "en", upto=4)
    for number in pages():
        page = client.get(f"/en/register/{number}/")
        assert ('name="skip"' in page.text) == (number in OPTIONAL), number
        assert ('name="silence"' in page.text) == (number in OPTIONAL and number not in {BELIEF, TRAINED}), number
        assert ("You may skip this question" in page.text) == (number in OPTIONAL), number
        assert "Why do we ask?" in page.text and str(page.context["step"].why) in page.text.replace("&#x27;", "'")


def test_a_skipped_question_is_seen_but_not_answered(client):
    walk(client, "en", upto=4)
    assert client.post("/en/register/5/", {"skip": "1"}).url == "/en/register/6/"
    assert Draft.objects.get().answers["parts"] == {}
    assert "is-done" in client.get("/en/register/6/").text
    assert "Skipped" in client.get("/en/register/list/").text
    for number in (6, 7, 8):
        client.post(f"/en/register/{number}/", POSTED[number])
    send(client, "en")
    assert PersonSought.objects.get().sex == "not_asked"


def test_skipping_takes_nothing_back(client):
    walk(client, "en", upto=5)
    client.post("/en/register/5/", {"skip": "1", "given": "Other"})
    assert Draft.objects.get().answers["parts"]["given"] == "آزاد"


def test_a_required_question_is_not_skipped(client):
    walk(client, "en", upto=3)
    assert client.post("/en/register/4/", {"skip": "1"}).context["form"].errors


@pytest.mark.pages
@pytest.mark.parametrize(
    ("button", "url"), [("stop", "/en/stop/"), ("list", "/en/register/list/"), ("call", "/en/register/call/")]
)
@pytest.mark.parametrize("number", pages())
def test_every_page_can_be_left_with_what_was_typed(client, number, button, url):
    """Also where the answer is not complete: it is shown again when she comes back to that page."""
    walk(client, "en")
    assert client.post(f"/en/register/{number}/", {**POSTED[number], button: "1"}).url == url
    client.post("/en/register/6/", {"how": "date", "day": "31", "month": "2", "year": "2014"})
    if button != "stop":
        assert client.post("/en/register/6/", {"how": "date", "day": "31", "year": "20", button: "1"}).url == url
        assert client.post("/en/register/4/", {"full": "", "x": "y", button: "1"}).url == url
        assert client.get("/en/register/6/").context["form"]["year"].value() == "20"
        assert client.get("/en/register/4/").context["form"]["full"].value() == ""
        assert Draft.objects.get().answers["when"]["date"] == "2014-07-14"


def test_leaving_an_empty_page_brings_no_reproach_later(client):
    walk(client, "en", upto=4)
    client.post("/en/register/6/", {"day": "", "list": "1"})
    assert not client.get("/en/register/6/").context["form"].is_bound


def test_leaving_the_very_first_page_leaves_nothing(client):
    assert client.post("/en/register/1/", {"stop": "1"}).url == "/en/stop/"
    assert client.post("/en/register/1/", {"call": "1"}).url == "/en/register/call/"
    assert not AccessHolder.objects.exists()
    code = client.post("/en/register/1/", {"kind": "missing", "call": "1"})
    assert code.context["next"] == "/en/register/call/" and code.context["code"]


def test_the_code_is_shown_before_a_stop_on_the_first_page(client):
    page = client.post("/en/register/1/", {"kind": "missing", "stop": "1"})
    assert page.context["stops"] and page.context["next"] == "/en/register/10/"


@pytest.mark.parametrize("language", ["ar", "ckb", "ku", "en"])
def test_a_person_calls_her_before_she_answered_anything(client, language):
    page = client.get(f"/{language}/register/call/")
    number = {"phone": "٠٩٠٠ ٠٠٠ ٠١٢", "hours": "بعد السادسة", "token": str(page.context["form"].initial["token"])}
    for _twice in range(2):
        assert client.post(f"/{language}/register/call/", number).url == f"/{language}/register/call/asked/"
    report = Report.objects.get()
    assert (report.kind, report.reach, report.words, report.language) == (
        "call",
        "0900 000 012",
        "بعد السادسة",
        language,
    )
    assert client.get(f"/{language}/register/call/asked/").context["way_on"] == f"/{language}/register/1/"
    assert not AccessHolder.objects.exists()


def test_a_call_keeps_the_draft_and_knows_the_number(client):
    walk(client, "en", upto=2)
    page = client.get("/en/register/call/")
    assert page.context["form"]["phone"].value() == "+963 900 000 012"
    client.post("/en/register/call/", {**page.context["form"].initial})
    assert client.get("/en/register/call/asked/").context["way_on"] == "/en/register/3/"
    assert set(Draft.objects.get().answers) >= {"kind", "applicant", "reach"}
    assert Report.objects.get().reach == "+963 900 000 012"


@pytest.mark.parametrize("phone", ["", "12", "abc", "9" * 60, "\x00", "+963 9"])
def test_a_number_that_cannot_be_called_is_asked_again_with_what_was_written(client, phone):
    page = client.post("/en/register/call/", {"phone": phone, "hours": "evening", "token": "damaged"})
    assert page.status_code == 200 and page.context["form"].errors and "evening" in page.text
    assert not Report.objects.exists()


def test_the_office_sees_who_waits_for_a_call(client, rf):
    from tests.factories.staff import StaffFactory, sign_in

    client.post("/en/register/call/", {"phone": "+963 900 000 031", "hours": "mornings"})
    office = sign_in(AnsweringClient(), StaffFactory(caseworker=True))
    assert "Asks to be called" in office.get("/office/reports/").text
    detail = office.get(f"/office/reports/{Report.objects.get().pk}/").text
    assert "+963 900 000 031" in detail and "mornings" in detail


def _one_and_another(client: Client, kind: str = "missing") -> tuple[Registration, Registration]:
    walk(client, "en", posted=posted(kind))
    first = _reference(send(client, "en"))
    assert client.post(f"/en/register/together/{first}/").url == "/en/register/list/"
    for number in client.get("/en/register/list/").context["sections"][0].tasks and (3, 4):
        client.post(f"/en/register/{number}/", {**POSTED[number], "full": "Dilşad Mihemed"})
    client.post("/en/register/5/", {"skip": "1"})
    client.post("/en/register/8/", POSTED[8])
    second = _reference(send(client, "en"))
    return Registration.objects.get(reference=first), Registration.objects.get(reference=second)


def _reference(page) -> str:
    return page.context["registration"].reference


def test_another_person_taken_at_the_same_time_is_registered_without_writing_everything_again(client):
    walk(client, "en")
    first = _reference(send(client, "en"))
    client.post(f"/en/register/together/{first}/")
    tasks = {
        task.url: str(task.state)
        for section in client.get("/en/register/list/").context["sections"]
        for task in section.tasks
    }
    open_pages = [url for url, state in tasks.items() if state == "Not yet"]
    assert open_pages == [f"/en/register/{page}/" for page in (3, 4, 5, 13, 14, 16, "files", 8)]
    assert client.post("/en/register/3/", {"relationship": "wife"}).url == "/en/register/4/"
    client.post("/en/register/4/", {"full": "Dilşad Mihemed"})
    # What she agreed to for one person says nothing about another.
    assert client.post("/en/register/5/", {}).url == "/en/register/13/"
    for number, following in ((13, 14), (14, 16), (16, 8)):
        assert client.post(f"/en/register/{number}/", {"skip": "1"}).url == f"/en/register/{following}/"
    assert client.post("/en/register/8/", POSTED[8]).url == "/en/register/9/"
    done = send(client, "en")
    assert first in done.text
    older, newer = Registration.objects.order_by("submitted_at")
    link = RegistrationLink.objects.get()
    assert (link.first, link.second, link.kind) == (older, newer, "taken_together")
    assert older.holder == newer.holder
    assert newer.persons.get().last_known.date == "2014-07-14" and newer.applicant.name == "خزال"
    assert (
        newer.consents.count() == 3
        and newer.persons.get().names.get(is_primary=True).full_as_written == "Dilşad Mihemed"
    )
    assert older.reference in client.get("/en/me/").text
    assert newer.reference in client.get(f"/en/me/{older.reference}/").text


def test_a_family_of_three_is_one_group_and_the_office_sees_it(client):
    from portal.registry.services.together import taken_together
    from tests.factories.staff import StaffFactory, sign_in

    first, second = _one_and_another(client)
    client.post(f"/en/register/together/{second.reference}/")
    client.post("/en/register/3/", POSTED[3])
    client.post("/en/register/4/", {"full": "Rojda"})
    client.post("/en/register/8/", POSTED[8])
    send(client, "en")
    third = Registration.objects.exclude(pk__in=[first.pk, second.pk]).get()
    assert list(taken_together(first)) == [second, third]
    assert list(taken_together(third)) == [first, second]
    office = sign_in(AnsweringClient(), StaffFactory(caseworker=True))
    page = office.get(f"/office/files/{third.pk}/").text
    assert first.reference in page and second.reference in page


def test_what_a_survivor_said_of_herself_is_not_said_of_another(client):
    walk(client, "en", posted=posted("survivor"))
    client.post(f"/en/register/together/{_reference(send(client, 'en'))}/")
    check = client.get("/en/register/9/")
    assert [step.number for step in check.context["missing"]] == [1, 10, 3, 4, 8]


def test_nobody_begins_with_a_registration_of_somebody_else(client):
    walk(client, "en")
    reference = _reference(send(client, "en"))
    other = Client()
    walk(other, "en")
    assert other.post(f"/en/register/together/{reference}/").status_code == 404
    assert Client().post(f"/en/register/together/{reference}/").url == "/en/return/"


def test_an_open_draft_is_not_replaced_by_another_person(client):
    walk(client, "en")
    reference = _reference(send(client, "en"))
    client.post("/en/register/another/")
    client.post("/en/register/1/", {"kind": "deceased"})
    client.post(f"/en/register/together/{reference}/")
    assert Draft.objects.get(submitted_at=None).answers == {"kind": {"kind": "deceased"}, "_kept": {}}


@pytest.mark.parametrize(
    ("birth", "when", "words"),
    [
        ("1805", {"how": "date", "year": "2014"}, "an age of more than 120 years comes out"),
        ("1805", {"how": "unknown"}, "an age of more than 120 years comes out"),
        ("2019", {"how": "date", "year": "2014"}, "The date is before the year of birth"),
    ],
)
def test_what_does_not_fit_together_is_asked_about_and_taken_as_it_is(client, birth, when, words):
    """Absurd ages and dates out of order hold nothing back."""
    walk(client, "en", posted=posted(parts={"birth_year": birth}, when=when))
    check = client.get("/en/register/9/")
    assert words in check.text and "If it is right, leave it as it is." in check.text
    send(client, "en")
    assert PersonSought.objects.get().birth_date == birth


def test_dates_that_fit_raise_no_question(client):
    walk(client, "en")
    assert client.get("/en/register/9/").context["doubts"] == []


def test_many_fields_and_many_values_of_one_field_are_kept_while_away(client, monkeypatch):
    import time

    from django.conf import settings

    from portal.family.typed import typed_for

    code = walk(client, "en", upto=5)
    now = time.time()
    monkeypatch.setattr("portal.accounts.visits.time.time", lambda: now + settings.HOLDER_IDLE_SECONDS + 1)
    many = {f"row-{number}": f"word {number}" for number in range(100)}
    assert client.post("/en/register/5/", {**many, "given": "Azad", "ticked": ["one", "two"]}).url == "/en/return/"
    monkeypatch.undo()
    kept = typed_for(Draft.objects.get().answers, "parts")
    assert kept.getlist("ticked") == ["one", "two"] and kept["row-99"] == "word 99"
    other = Client()
    assert other.post("/en/return/", {"code": code}).url == "/en/register/5/"
    assert other.get("/en/register/5/").context["form"]["given"].value() == "Azad"


def test_two_tabs_on_two_questions_lose_nothing(client):
    """Each keeps what it saved and what it could not save."""
    walk(client, "en", upto=4)
    tab = Client()
    tab.cookies = client.cookies
    client.post("/en/register/6/", {"how": "date", "year": "20", "list": "1"})
    tab.post("/en/register/7/", {"how": "known", "words": "", "governorate": "x", "list": "1"})
    tab.post("/en/register/8/", POSTED[8])
    assert client.get("/en/register/6/").context["form"]["year"].value() == "20"
    assert tab.get("/en/register/7/").context["form"]["how"].value() == "known"
    assert Draft.objects.get().answers["consent"]["contact"] == "yes"
