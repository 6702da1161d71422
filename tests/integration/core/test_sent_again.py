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
    answer = client.post(path, {"login": "Kept Words"}, headers={**OURS, **headers})
    assert answer.status_code == 403 and "Kept Words" not in answer.text


LONG = "ئازاد  \u200c" * 60_000
BOX = re.compile(r'<textarea [^>]*name="words"[^>]*>\n(.*?)</textarea>', re.DOTALL)
URLENCODED = "application/x-www-form-urlencoded"


@pytest.mark.parametrize("as_files", [True, False])
def test_a_form_that_is_too_large_comes_back_in_its_box_and_what_is_shortened_is_taken(as_files):
    """R-55: over 1 MB, of either kind; fields after the long one too, and the form then says what is too long."""
    client, registration, path = _visitor("ckb")
    client.handler.enforce_csrf_checks = False
    fields = {"before": "یەکەم", "words": LONG * 2, "after": "1"}
    answer = client.post(path, fields if as_files else urlencode(fields), headers=OURS, **_kind(as_files))
    assert answer.status_code == 413
    back = unescape(BOX.search(answer.text)[1])
    assert LONG.startswith(back) and len(back) > 100_000 and "یەکەم" in answer.text
    assert as_files or 'name="after" value="1"' in answer.text
    too_long = client.post(path, {"words": back}, headers=OURS)
    assert too_long.status_code == 200 and back[:500] in unescape(too_long.text) and not registration.messages.exists()
    assert client.post(path, {"words": back[:900]}, headers=OURS).status_code == 302


def test_too_many_fields_beside_a_file_come_back():
    """R-55: 301 fields of a form that may bring a file."""
    client, registration, path = _visitor("ku")
    client.handler.enforce_csrf_checks = False
    answer = client.post(path, {"words": "Azad Ehmed", **{f"f{number}": "1" for number in range(305)}}, headers=OURS)
    assert answer.status_code == 400 and "Azad Ehmed" in answer.text
    assert _again(client, answer).status_code == 302 and registration.messages.get().words == "Azad Ehmed"


@pytest.mark.parametrize("body", [b"words=" + b"%D8%" * 300_000, b"%FF" * 400_000, b"=&" * 600_000])
def test_whatever_was_too_large_there_is_an_answer(body):
    """R-55: never a 500."""
    client, _registration, path = _visitor("en")
    client.handler.enforce_csrf_checks = False
    assert client.post(path, body, content_type=URLENCODED, headers=OURS).status_code == 413


def _kind(as_files: bool) -> dict[str, str]:
    return {} if as_files else {"content_type": URLENCODED}
