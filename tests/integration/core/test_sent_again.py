"""A refused form of ours comes back with what was typed; a stranger's words are laid into nobody's hands (R-55)."""

import re
from html import unescape
from urllib.parse import urlencode

import pytest
from django.test import Client

from tests.factories.visits import enter

pytestmark = pytest.mark.django_db
OURS = {"Origin": "http://testserver"}
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


def _again(client: Client, answer):
    """Press the one button."""
    form = answer.text.split('method="post"', 1)[1].split("</form>")[0]
    fields = [(unescape(name), unescape(value)) for name, value in HIDDEN.findall(form)]
    return client.post(unescape(re.search(r'action="([^"]+)"', form)[1]), dict(fields), headers=OURS)


def _visitor(language: str):
    client, registration = enter(language)
    client.handler.enforce_csrf_checks = True
    return client, registration, f"/{language}/me/{registration.reference}/messages/"


@pytest.mark.parametrize("language", ["ar", "ckb", "ku", "en"])
def test_an_old_token_loses_nothing(language):
    """R-55: every language; one press sends what was typed, ZWNJ and all."""
    client, registration, path = _visitor(language)
    typed = "ئازاد \u200c\"<b>\" & 'x'\nsecond line"
    answer = client.post(path, {"words": typed}, headers=OURS)
    assert answer.status_code == 403 and "<b>" not in answer.text
    assert _again(client, answer).status_code == 302
    assert registration.messages.get().words == typed


def test_too_many_fields_come_back_as_far_as_can_be():
    """R-55: 301 fields; the first come back, and they are taken."""
    client, registration, path = _visitor("en")
    client.handler.enforce_csrf_checks = False
    body = urlencode({"words": "آزاد أحمد", **{f"f{number}": "1" for number in range(300)}})
    answer = client.post(path, body, content_type="application/x-www-form-urlencoded", headers=OURS)
    assert answer.status_code == 400 and "آزاد أحمد" in answer.text
    assert _again(client, answer).status_code == 302
    assert registration.messages.get().words == "آزاد أحمد"


@pytest.mark.parametrize("headers", [{}, {"Origin": "null"}, {"Origin": "https://elsewhere.example"}])
def test_what_did_not_come_from_our_page_is_not_offered(client, headers):
    client.handler.enforce_csrf_checks = True
    answer = client.post("/en/return/", {"code": "Planted Words"}, headers=headers)
    assert answer.status_code == 403 and "Planted" not in answer.text


@pytest.mark.parametrize(("path", "headers"), [("/staff/login/", {}), ("/en/return/", {"Accept": "application/json"})])
def test_the_office_and_scripts_get_no_form(client, path, headers):
    client.handler.enforce_csrf_checks = True
    assert "Kept Words" not in client.post(path, {"login": "Kept Words"}, headers={**OURS, **headers}).text
