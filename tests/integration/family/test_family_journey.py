"""The whole journey by a plain client: no script, no account."""

import re

import pytest
from django.test import Client

from portal.accounts.models import AccessHolder, ReturnCode
from portal.audit.models import Event
from portal.core.languages import arabic_digits
from portal.notifications.models import SafeChannel
from portal.registry.consent import allows
from portal.registry.models import ConsentLine, Draft, LastKnown, PersonName, Registration
from tests.answers import TRAINED, pages

from .conftest import LANGUAGES, POSTED, send, walk

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
REFERENCE = re.compile(r"SR-[2-9B-Z]{4}-[2-9B-Z]{4}")
PRICE_OF_A_STEP = 14 * 1024


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sister_registers_her_brother(client, language):
    start = client.get(f"/{language}/register/")
    assert start.status_code == 200 and f"/{language}/register/1/" in start.text
    code = walk(client, language)
    check = client.get(f"/{language}/register/9/")
    assert "آزاد محمد سليمان الجبوري" in check.text and check.context["missing"] == []
    assert "رمان" not in check.text
    done = send(client, language)
    assert done.redirect_chain == [(f"/{language}/register/done/", 302)]
    registration = Registration.objects.get()
    assert registration.reference in done.text and REFERENCE.search(done.text)
    assert code not in done.text
    assert registration.language == language
    last = LastKnown.objects.get(person__registration=registration)
    assert (last.date, last.place_as_told) == ("2014-07-14", "طريق الشدادي")
    assert PersonName.objects.get(person__registration=registration).mother == "كلستان"
    assert registration.persons.get().birth_date == "1991"
    channel = SafeChannel.objects.get(holder=registration.holder)
    assert channel.value == "+963 900 000 012" and channel.note.startswith("بعد السادسة")
    assert AccessHolder.objects.get().safe_word == "رمان"
    answers = dict(ConsentLine.objects.values_list("purpose", "answer"))
    assert answers == {"contact": "yes", "compare": "yes", "trials": "ask"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", range(1, 11))
def test_each_question_is_small_neutral_and_kept_nowhere(client, language, place):
    number = pages()[place - 1]
    if place > 1:
        walk(client, language, upto=pages()[place - 2])
    page = client.get(f"/{language}/register/{number}/")
    assert page.status_code == 200
    assert page["Cache-Control"] == "no-store"
    assert len(page.content) < 2 * PRICE_OF_A_STEP
    assert "checked" not in page.text
    title = re.search(r"<title>(.*?)</title>", page.text)[1]
    written = arabic_digits(str(place)) if language in ("ar", "ckb") else str(place)
    assert written in title and "regist" not in title.lower()
    assert 'autocomplete="off"' in page.text


def test_the_code_is_shown_once_and_stands_in_no_address(client):
    code = walk(client, "en", upto=2)
    assert ReturnCode.objects.count() == 1
    for address in ("/en/register/1/", "/en/register/3/", "/en/me/"):
        page = client.get(address)
        assert code not in page.text and code[:4] + " " + code[4:8] not in page.text
    assert not any(code in str(value) for value in client.session.values())


def test_the_session_holds_no_answer(client):
    walk(client, "ar")
    assert set(client.session.keys()) <= {"holder", "holder_seen", "holder_opened"}


def test_she_stops_and_comes_back_at_the_same_place(client):
    code = walk(client, "ku", upto=4)
    stopped = client.post("/ku/register/5/", {**POSTED[5], "stop": "1"})
    assert stopped.url == "/ku/stop/"
    assert '"cookies"' in client.get("/ku/stop/")["Clear-Site-Data"]
    assert client.get("/ku/me/").url == "/ku/return/"
    other = Client()
    arabic = code.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert other.post("/ku/return/", {"code": f"{arabic[:4]} {arabic[4:]}"}).url == "/ku/me/"
    assert "/ku/register/6/" in other.get("/ku/me/").text
    assert "كلستان" in other.get("/ku/register/5/").text


def test_what_is_not_sent_shows_each_question_with_its_state_in_words(client):
    walk(client, "en", upto=5)
    client.post("/en/register/6/", {"how": "unknown"})
    client.post("/en/register/7/", {"how": "unsaid"})
    page = client.get("/en/register/list/")
    tasks = [task for section in page.context["sections"] for task in section.tasks]
    answered, not_yet = "Answered", "Not yet"
    assert [str(task.state) for task in tasks] == [
        *[answered] * 6,
        "I do not know",
        "I prefer not to say",
        *[not_yet] * 7,
    ]
    every_page = [*map(str, pages())]
    every_page.insert(every_page.index("8"), "files")
    assert [task.url for task in tasks] == [f"/en/register/{page}/" for page in every_page]
    assert [task.url for task in tasks if task.is_optional] == [
        f"/en/register/{page}/" for page in (5, 11, 12, 13, 14, 16, "files")
    ]
    assert page.text.count('aria-describedby="tasks-') == len(tasks)
    assert client.get("/en/me/").context["next_url"] == page.context["next_url"] == "/en/register/11/"
    assert not page.context["is_ready"]
    client.post("/en/register/5/", {})
    client.post("/en/register/4/", {"full": "Azad"})
    assert "Skipped" in client.get("/en/register/list/").text


def test_errors_and_hints_are_tied_to_their_fields(client):
    walk(client, "en", upto=5)
    page = client.post("/en/register/6/", {"how": "date", "day": "31", "month": "2", "year": "2014"}).text
    day = re.search(r'<input[^>]*id="id_day"[^>]*>', page)[0]
    assert 'aria-invalid="true"' in day and 'aria-describedby="id_day_error"' in day
    assert 'id="id_day_error"' in page and 'href="#id_day"' in page
    page = client.post("/en/register/6/", {}).text
    assert '<fieldset class="question field--error" aria-describedby="id_how_helptext id_how_error">' in page
    assert 'id="id_how_helptext"' in page and 'id="id_how_error"' in page and 'href="#id_how_0"' in page


def test_parts_are_proposed_from_the_full_name(client):
    walk(client, "ar", upto=4)
    page = client.get("/ar/register/5/")
    assert page.context["is_proposed"]
    assert page.context["form"]["father"].value() == "محمد"
    assert page.context["form"]["family"].value() == "الجبوري"


def test_a_changed_name_leads_to_its_parts_and_any_other_change_to_the_check(client):
    walk(client)
    assert client.post("/ar/register/4/", {"full": "آزاد أحمد"}).url == "/ar/register/5/"
    assert client.post("/ar/register/4/", {"full": "آزاد أحمد"}).url == "/ar/register/9/"
    assert client.post("/ar/register/6/", {"how": "unsaid"}).url == "/ar/register/9/"
    send(client)
    assert LastKnown.objects.get().date_knowledge == "unsaid"


def test_nobody_begins_in_the_middle(client):
    for number in pages()[1:]:
        assert client.get(f"/en/register/{number}/").url == "/en/register/"
        # Whoever typed there had a page: she is asked for her code, and what she typed travels along.
        asked = client.post(f"/en/register/{number}/", POSTED[number] or {"began_year": "2014"})
        assert "family/return.html" in {template.name for template in asked.templates}, number
    assert client.post("/en/register/9/").url == "/en/return/"
    assert client.get("/en/register/list/").url == "/en/return/"
    assert not AccessHolder.objects.exists()


def test_a_post_that_skips_consent_is_led_back_to_it(client):
    walk(client, "en", upto=7)
    answer = client.post("/en/register/9/")
    assert answer.status_code == 200 and not Registration.objects.exists()
    assert [step.number for step in answer.context["missing"]] == [8]
    assert "It is not sent yet" in answer.text and 'href="/en/register/8/"' in answer.text
    client.post("/en/register/8/", POSTED[8])
    assert REFERENCE.search(send(client, "en").text)


def test_nothing_is_ticked_before_and_nothing_ticked_is_accepted_r_100(client):
    walk(client, "en", upto=TRAINED)
    page = client.get("/en/register/8/").text
    assert "checked" not in page and "When you send your registration, we keep it" in page
    assert client.post("/en/register/8/", {}).url == "/en/register/9/"
    rows = client.get("/en/register/9/").context["sections"][-1].rows
    assert [str(row.value) for row in rows] == ["Not answered"] * 3
    send(client, "en")
    assert not ConsentLine.objects.exists()
    assert client.get("/en/me/").text.count("Not answered") == 4
    client.post(f"/en/me/{Registration.objects.get().reference}/agree/contact/", {"answer": "yes"})
    assert allows(Registration.objects.get(), "contact")


def test_twice_sent_is_once_registered(client):
    walk(client, "en")
    first, second = send(client, "en"), send(client, "en")
    assert Registration.objects.count() == 1
    assert REFERENCE.search(first.text)[0] == REFERENCE.search(second.text)[0]
    assert client.post("/en/register/4/", {"full": "Somebody else"}).url == "/en/me/"
    assert client.get("/en/register/9/").url == "/en/me/"
    assert not Draft.objects.filter(submitted_at__isnull=True).exists()


def test_two_windows_share_one_draft(client):
    walk(client, "en", upto=4)
    client.post("/en/register/4/", {"full": "First window"})
    client.post("/en/register/4/", {"full": "Second window"})
    assert Draft.objects.get().answers["name"] == {"full": "Second window"}


def test_a_further_person_belongs_to_the_same_holder(client):
    walk(client, "en")
    send(client, "en")
    assert client.post("/en/register/another/").url == "/en/register/1/"
    for number, posted in POSTED.items():
        assert client.post(f"/en/register/{number}/", posted).status_code == 302
    send(client, "en")
    assert Registration.objects.count() == 2 and AccessHolder.objects.count() == 1
    older = Registration.objects.order_by("submitted_at").first()
    assert older.reference in client.get("/en/me/").text


def test_every_reading_of_her_page_is_logged(client):
    walk(client, "en")
    send(client, "en")
    client.get("/en/me/")
    viewed = Event.objects.filter(code="registry.registration.viewed")
    assert [(event.actor_kind, event.purpose) for event in viewed] == [("holder", "own")]


def test_a_draft_that_lapsed_begins_anew(client):
    walk(client, "en", upto=3)
    Draft.objects.all().delete()
    assert client.get("/en/me/").status_code == 200
    assert client.get("/en/register/3/").url == "/en/me/"
    assert client.post("/en/register/1/", POSTED[1]).url == "/en/register/10/"
    assert Draft.objects.count() == 1
