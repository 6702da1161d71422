"""The reader chooses the digits: by a form, without script, kept in a cookie that says nothing else."""

from __future__ import annotations

import pytest
from django.test import Client

from portal.core.digits import ARABIC, COOKIE, LATIN
from tests.factories.staff import StaffFactory, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.pages]

FORM = 'action="/digits/"'


@pytest.mark.parametrize(("language", "offered"), [("ar", True), ("ckb", True), ("ku", False), ("en", False)])
@pytest.mark.parametrize("path", ["", "help/", "register/", "register/1/", "return/", "proceedings/"])
def test_the_choice_is_offered_where_the_language_has_two_kinds(client, language, offered, path):
    html = client.get(f"/{language}/{path}").content.decode()
    assert (FORM in html) is offered
    assert ('data-digits="arab"' in html) is offered


@pytest.mark.parametrize("language", ["ar", "ckb"])
def test_staff_pages_offer_it_too(language):
    client = sign_in(Client(), StaffFactory(supervisor=True))
    client.cookies["django_language"] = language
    for path in ("/office/", "/staff/2fa/"):
        assert FORM in client.get(path).content.decode(), path
    visitor = Client(headers={"accept-language": language})
    assert FORM in visitor.get("/staff/login/").content.decode()


def test_a_choice_is_kept_and_the_page_stays(client):
    answer = client.get("/digits/", {"digits": LATIN, "next": "/ar/register/1/"})
    assert answer.status_code == 302 and answer["Location"] == "/ar/register/1/"
    cookie = answer.cookies[COOKIE]
    assert cookie.value == LATIN and cookie["httponly"] and cookie["samesite"] == "Lax" and not cookie["max-age"]
    assert 'data-digits="arab"' not in client.get("/ar/").content.decode()
    client.get("/digits/", {"digits": ARABIC, "next": "/ar/"})
    assert 'data-digits="arab"' in client.get("/ar/").content.decode()


@pytest.mark.parametrize(
    "path",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "", "x", "/" + "a" * 600],
)
def test_the_way_back_never_leads_elsewhere(client, path):
    assert client.get("/digits/", {"digits": LATIN, "next": path})["Location"] == "/"


@pytest.mark.parametrize("choice", ["", "persian", "latn\r\nSet-Cookie: a=b", "۱", "a" * 9000])
def test_what_is_no_choice_changes_nothing(client, choice):
    answer = client.get("/digits/", {"digits": choice, "next": "/ar/"})
    assert answer.status_code == 302 and COOKIE not in answer.cookies


def test_it_leaves_no_token_on_the_telephone():
    visitor = Client(enforce_csrf_checks=True)
    for path in ("/ar/", "/ckb/", "/ar/help/", "/ckb/guides/"):
        assert not visitor.get(path).cookies, path
    assert visitor.post("/digits/", {"digits": LATIN}).status_code in {403, 405}
    assert list(visitor.get("/digits/", {"digits": LATIN, "next": "/ar/"}).cookies) == [COOKIE]


@pytest.mark.parametrize("value", ["x" * 8000, "\\", '"', "\x7f"])
def test_a_broken_cookie_is_as_none(client, value):
    client.cookies[COOKIE] = value
    answer = client.get("/ar/")
    assert answer.status_code == 200 and 'data-digits="arab"' in answer.content.decode()
