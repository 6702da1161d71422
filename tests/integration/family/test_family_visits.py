"""Coming back, being away, leaving; and hostile input on every field."""

import itertools
import re
import time

import pytest
from django.conf import settings
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from portal.family import throttling
from portal.registry.models import Draft
from tests.factories.accounts import make_holder

from .conftest import LANGUAGES, POSTED, walk

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
WRONG = "This code does not open a page. Check the numbers, or ask us for help."


@pytest.fixture
def away(monkeypatch):
    """Let the idle limit pass for every session."""

    def pass_limit():
        now = time.time()
        monkeypatch.setattr("portal.accounts.visits.time.time", lambda: now + settings.HOLDER_IDLE_SECONDS + 1)

    return pass_limit


@pytest.mark.parametrize("code", ["", "1234", "9" * 16, "x" * 500, "\x00", "\ud800", "١٢", "1" * 30, "\u202e1234"])
def test_codes_that_open_nothing_get_one_answer(client, code):
    answer = client.post("/en/return/", {"code": code.encode("utf-8", "replace").decode()})
    assert answer.status_code == 200
    assert client.get("/en/me/").url == "/en/return/"
    assert list(answer.context["form"].errors) == ["code"]
    if code in ("", "1234", "9" * 16, "x" * 500, "١٢", "1" * 30):
        assert answer.context["form"].errors["code"] == [WRONG]


def said_to(client, text: str) -> str:
    """The page without what was typed and without the chance in tokens and in the challenge for a passkey."""
    page = client.post("/en/return/", {"code": text}).text.replace(text, "")
    return re.sub(r'(name="(?:csrfmiddlewaretoken|state)" value|data-options value|value)="[^"]{40,}"', r"\1", page)


def test_an_ended_code_gets_the_same_page_as_a_wrong_one(client):
    from portal.accounts.services.holders import replace_return_code
    from portal.audit.actors import SYSTEM

    holder, code = make_holder()
    new = replace_return_code(holder=holder, actor=SYSTEM)
    ended, wrong = (said_to(client, text) for text in (code, "4" * 16))
    assert ended == wrong
    assert client.post("/en/return/", {"code": new}).url == "/en/me/"


def test_tries_are_limited_before_anything_is_hashed(client, monkeypatch):
    hashed = []
    monkeypatch.setattr("portal.family.views.visit.whose_page", lambda *, code, pin: hashed.append(code))
    statuses = [client.post("/en/return/", {"code": "5" * 16}).status_code for _ in range(12)]
    assert statuses == [200] * throttling.PER_ADDRESS + [429] * 2
    assert len(hashed) == throttling.PER_ADDRESS
    elsewhere = Client(REMOTE_ADDR="198.51.100.7")
    assert elsewhere.post("/en/return/", {"code": "5" * 16}).status_code == 200


def test_a_camp_behind_one_address_is_not_locked_out(client):
    """R-99: right codes are not counted, and every family of the camp still opens its page within the minute."""
    _holder, code = make_holder()
    for _family in range(throttling.PER_ADDRESS + 3):
        assert Client().post("/en/return/", {"code": code}).url == "/en/me/"
    wrong = [client.post("/en/return/", {"code": "5" * 16}).status_code for _ in range(throttling.PER_ADDRESS + 1)]
    assert wrong == [200] * throttling.PER_ADDRESS + [429]


def test_no_address_is_kept_readable(client):
    from django.core.cache import cache

    client.post("/en/return/", {"code": "5" * 16}, REMOTE_ADDR="203.0.113.9")
    assert not [key for key in cache._cache if "203.0.113.9" in key]


def test_the_session_key_changes_when_the_page_opens(client):
    code = walk(client, "en", upto=1)
    before = client.session.session_key
    other = Client()
    other.get("/en/return/")
    other.post("/en/return/", {"code": code})
    assert other.session.session_key != before
    client.post("/en/sign-out/")
    assert Client(HTTP_COOKIE=f"{settings.SESSION_COOKIE_NAME}={before}").get("/en/me/").url == "/en/return/"


def test_after_ten_minutes_the_page_is_closed_and_says_so(client, away):
    walk(client, "en", upto=3)
    away()
    assert client.get("/en/me/").url == "/en/return/"
    assert client.get("/en/register/2/").url == "/en/return/"
    assert "You were away for a while. Your answers are saved." in client.get("/en/return/").text


@pytest.mark.parametrize("posted", [{"full": "Azad Mihemed"}, {"full": "Azad\u202eX"}])
def test_what_was_typed_while_away_is_shown_again_after_the_code(client, away, monkeypatch, posted):
    code = walk(client, "en", upto=4)
    away()
    assert client.post("/en/register/4/", posted).url == "/en/return/"
    assert Draft.objects.get().answers["name"] == {"full": POSTED[4]["full"]}
    monkeypatch.undo()
    other = Client()
    assert other.post("/en/return/", {"code": code}).url == "/en/register/4/"
    assert other.get("/en/register/4/").context["form"]["full"].value() == posted["full"]
    assert other.post("/en/register/4/", {"full": "Azad"}).status_code == 302
    assert other.get("/en/register/4/").context["form"]["full"].value() == "Azad"


def test_an_empty_page_sent_while_away_asks_for_nothing_later(client, away, monkeypatch):
    code = walk(client, "en", upto=4)
    away()
    assert client.post("/en/register/4/", {"full": ""}).url == "/en/return/"
    monkeypatch.undo()
    assert Client().post("/en/return/", {"code": code}).url == "/en/me/"
    assert Draft.objects.get().answers["name"] == {"full": POSTED[4]["full"]}


def test_the_quick_exit_closes_the_page_and_clears_the_device(client):
    walk(client, "en", upto=2)
    assert 'href="/en/leave/"' in client.get("/en/register/3/").text
    answer = client.get("/en/leave/")
    assert answer.url == settings.QUICK_EXIT_URL
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert client.get("/en/me/").url == "/en/return/"


def test_signing_out_clears_the_device(client):
    walk(client, "en", upto=2)
    answer = client.post("/en/sign-out/")
    assert answer.url == "/en/stop/" and "storage" in answer["Clear-Site-Data"]


HOSTILE = [
    "9" * 30,
    "a\x00b",
    "\u202eabc",
    "\u2066x",
    "-1",
    "1e9",
    "0" * 4000,
    "'; --",
    "<b>x</b>",
    "\ufeff",
    "é" * 300,
]


@pytest.mark.pages  # answers are encrypted before a database sees them
@pytest.mark.parametrize("number", POSTED)
def test_hostile_text_in_any_field_is_answered_with_a_page(client, number):
    """Each text in each field. The languages take turns: their pages read the same fields."""
    walk(client, "ar", upto=8)
    languages = itertools.cycle(LANGUAGES)
    for field, text in itertools.product(POSTED[number], HOSTILE):
        answer = client.post(f"/{next(languages)}/register/{number}/", {**POSTED[number], field: text})
        assert answer.status_code in (200, 302)
        if answer.status_code == 200:
            assert answer.context["form"].errors
    assert all(client.get(f"/{language}/register/9/").status_code == 200 for language in LANGUAGES)


@pytest.mark.parametrize(
    "path", ["/en/register/99/", "/en/register/0/", "/en/register/999999999999999999999999999999/"]
)
def test_pages_that_do_not_exist(client, path):
    assert client.get(path).status_code == 404


_text = st.text(max_size=60)


@hypothesis_settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    how=st.sampled_from(["date", "roughly", "unknown", "unsaid", ""]), day=_text, month=_text, year=_text, words=_text
)
def test_any_text_in_the_date_question_is_saved_or_explained(client, how, day, month, year, words):
    if "holder" not in client.session:
        walk(client, "en", upto=5)
    posted = {"how": how, "day": day, "month": month, "year": year, "words": words}
    body = {name: text.encode("utf-8", "replace").decode() for name, text in posted.items()}
    answer = client.post("/en/register/6/", body)
    assert answer.status_code == 302 or answer.context["form"].errors


@hypothesis_settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(full=_text, given_name=_text, other=_text)
def test_any_name_is_saved_or_explained(client, full, given_name, other):
    if "holder" not in client.session:
        walk(client, "en", upto=3)
    clean = [text.encode("utf-8", "replace").decode() for text in (full, given_name, other)]
    for number, body in ((4, {"full": clean[0]}), (5, {"given": clean[1], "other": clean[2]})):
        answer = client.post(f"/en/register/{number}/", body)
        assert answer.status_code == 302 or answer.context["form"].errors
        assert client.get("/en/register/5/").status_code == 200


def test_lone_surrogates_in_the_body_are_answered(client):
    walk(client, "en", upto=3)
    body = "full=%ED%A0%80abc"
    answer = client.post("/en/register/4/", body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code in (200, 302)
    assert client.get("/en/register/9/").status_code == 200
