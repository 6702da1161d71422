"""Error pages in the reader's language, also while database and session are away."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db import OperationalError, connections
from django.test import Client, RequestFactory

from portal.core import views

WORDS = {
    400: "This request could not be read.",
    403: "This page is not open to you.",
    404: "Page not found",
    405: "This page cannot be opened in this way.",
    413: "What you sent is too large.",
    429: "There were too many attempts in a short time.",
    500: "Something went wrong on our side.",
    503: "This page cannot be shown at this moment.",
}


@pytest.fixture
def closed_databases():
    """Every query fails, as while the database is away."""

    def refuse(execute, sql, params, many, context):
        raise OperationalError("away")

    with connections["default"].execute_wrapper(refuse), connections["keys"].execute_wrapper(refuse):
        yield


@pytest.mark.django_db
@pytest.mark.parametrize("status", WORDS)
@pytest.mark.parametrize(("code", "html"), [("ar", "ar"), ("ckb", "ckb"), ("ku", "ku-Latn"), ("en", "en")])
def test_each_page_is_told_in_the_language_of_the_path_without_a_database(closed_databases, status, code, html):
    request = RequestFactory().get(f"/{code}/somewhere/")
    response = views.problem(request, status)
    page = response.content.decode()
    assert response.status_code == status
    assert f'<html lang="{html}"' in page and "data-quick-exit" in page
    if code == "en":
        assert WORDS[status] in page


@pytest.mark.parametrize(
    ("path", "cookie", "accepts", "expected"),
    [
        ("/nowhere", "ku", "en", "ku"),
        ("/nowhere", "", "ckb,en;q=0.5", "ckb"),
        ("/nowhere", "", "de", "ar"),
        ("/nowhere", "x\x00", "", "ar"),
        ("/en/nowhere", "ku", "ckb", "en"),
        ("/office/nowhere", "ckb", "en", "ckb"),
    ],
)
def test_the_language_is_the_paths_then_the_cookies_then_the_browsers(path, cookie, accepts, expected):
    request = RequestFactory().get(path, headers={"accept-language": accepts})
    request.COOKIES["django_language"] = cookie
    assert views.reader_language(request) == expected


@pytest.mark.django_db
def test_an_unknown_page_under_a_language_is_told_in_it(client):
    page = client.get("/ckb/nowhere-at-all/")
    assert page.status_code == 404 and '<html lang="ckb"' in page.content.decode()


@pytest.mark.django_db
def test_an_unknown_staff_page_is_not_led_to_a_language(client):
    assert client.get("/staff/nowhere/").status_code == 404


def test_a_method_nobody_knows_is_answered_in_words(client):
    answer = client.generic("TRACE", "/en/help/")
    assert answer.status_code == 405 and WORDS[405] in answer.content.decode() and "GET" in answer["Allow"]


@pytest.mark.django_db
def test_a_page_that_only_takes_a_form_says_so(client):
    answer = client.get("/staff/language/", headers={"accept-language": "en"})
    assert answer.status_code == 405 and WORDS[405] in answer.content.decode() and answer["Allow"] == "POST"


@pytest.mark.django_db
def test_a_body_that_is_too_large_is_a_413():
    client = Client()
    answer = client.post("/en/tell-us/help/", {"words": "x" * (1024 * 1024 + 1)})
    assert answer.status_code == 413 and WORDS[413] in answer.content.decode()
    assert views.bad_request(RequestFactory().get("/en/"), RequestDataTooBig()).status_code == 413


@pytest.mark.django_db
def test_more_fields_than_a_form_has_is_a_400(client):
    answer = client.post("/en/tell-us/help/", {f"field{number}": "1" for number in range(301)})
    assert answer.status_code == 400


def test_a_name_with_nul_is_a_400(client):
    assert client.get("/en/help/?q=%00").status_code == 400


@pytest.mark.django_db
def test_a_form_without_its_token_is_a_403_with_its_own_words():
    answer = Client(enforce_csrf_checks=True).post("/en/tell-us/help/", {"words": "x"})
    assert answer.status_code == 403 and "open for too long" in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("failure", "status"),
    [(OperationalError("away"), 503), (RuntimeError("broken"), 500), (PermissionDenied(), 403)],
)
def test_what_goes_wrong_in_a_page_is_told(failure, status):
    client = Client(raise_request_exception=False)
    client.cookies["sessionid"] = "of-somebody"
    with patch("portal.support.views.HelpView.get", side_effect=failure):
        answer = client.get("/ku/help/")
    assert answer.status_code == status and '<html lang="ku-Latn"' in answer.content.decode()
    assert ("Retry-After" in answer.headers) == (status == 503)
    assert "broken" not in answer.content.decode() and "away" not in answer.content.decode()


@pytest.mark.django_db
def test_while_the_database_is_away_staff_pages_say_503(closed_databases):
    client = Client(raise_request_exception=False)
    client.cookies["sessionid"] = "of-somebody"
    answer = client.get("/office/")
    assert answer.status_code == 503 and answer["Retry-After"] == "30"
