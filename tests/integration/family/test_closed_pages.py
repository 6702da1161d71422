"""Her visit has ended altogether, and she sends what she wrote: it travels with the code's page and is not lost."""

import json
import re
from html import unescape

import pytest
from django.test import Client

from portal.core.carrying import FIELDS, PATH
from portal.registry.services.drafts import open_draft
from tests.factories.accounts import make_holder
from tests.factories.registry import make_draft, make_registration

pytestmark = pytest.mark.django_db
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


def _hidden(page) -> dict[str, str]:
    """The hidden fields of the first form of the page itself."""
    form = page.text.split("<main", 1)[1].split("<form", 1)[1].split("</form>", 1)[0]
    return {unescape(name): unescape(value) for name, value in HIDDEN.findall(form)}


@pytest.mark.parametrize("language", ["ar", "ckb", "ku", "en"])
def test_a_message_travels_and_is_sent_with_one_press(client, language):
    """Every language, also after a wrong code."""
    holder, code = make_holder(language)
    registration = make_registration(holder, language)
    path = f"/{language}/me/{registration.reference}/messages/"
    page = client.post(path, {"words": 'ئازاد \u200c"<b>"'})
    for wrong in ("1111 1111 1111 1111", ""):
        page = client.post(f"/{language}/return/", {**_hidden(page), "code": wrong})
    assert not registration.messages.exists() and "<b>" not in page.text
    again = client.post(f"/{language}/return/", {**_hidden(page), "code": code})
    assert again.status_code == 200 and not registration.messages.exists()
    assert client.post(path, _hidden(again)).status_code == 302
    assert registration.messages.get().words == 'ئازاد \u200c"<b>"'


def test_an_answer_of_the_form_travels(client):
    holder, code = make_holder("en")
    make_draft(holder, "en")
    page = client.post("/en/register/4/", {"full": "آزاد أحمد"})
    again = client.post("/en/return/", {**_hidden(page), "code": code})
    client.post("/en/register/4/", _hidden(again))
    draft = open_draft(holder)
    assert draft is not None and draft.answers["name"]["full"] == "آزاد أحمد"


def test_another_page_shows_nothing_of_it(client):
    """R-47: who opens another page, as with a second PIN, sees that page and no word of the first."""
    reference = make_registration().reference
    other, code = make_holder("en")
    make_registration(other, "en")
    page = client.post(f"/en/me/{reference}/messages/", {"words": "Secret words"})
    answer = client.post("/en/return/", {**_hidden(page), "code": code})
    assert answer.url == "/en/me/"


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ("[", "/en/register/4/"),
        ('[["a"]]', "/en/register/4/"),
        ('[["a", 1]]', "/en/register/4/"),
        ("{}", "/en/register/4/"),
        (json.dumps([["a", "b"]] * 400), "/en/register/4/"),
        ('[["a", "b"]]', "//elsewhere.example/en/register/4/"),
        ('[["a", "b"]]', "/staff/login/"),
        ('[["a", "b"]]', "\x00"),
    ],
)
def test_what_we_did_not_write_leads_nowhere(client, fields, path):
    holder, code = make_holder("en")
    make_draft(holder, "en")
    answer = client.post("/en/return/", {FIELDS: fields, PATH: path, "code": code})
    assert answer.url == "/en/me/"


def test_nothing_typed_asks_for_the_code_alone(client):
    assert Client().post("/en/me/SR-2345-6789/messages/", {}).url == "/en/return/"
