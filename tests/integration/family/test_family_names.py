"""Names as people have them: many rows, in any letters, with proposed parts, kept as they were written."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.family.views.names import MOST
from portal.registry.models import Draft, PersonName, Registration
from tests.answers import PARTS, posted

from .conftest import LANGUAGES, POSTED, send, walk

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
LIST = "/en/register/names/"


def _rows() -> list[dict]:
    return Draft.objects.get(submitted_at=None).answers["names"]["rows"]


def _add(client, full: str, kind: str = "alias"):
    return client.post(LIST, {"kind": kind, "full": full})


def test_a_name_in_one_box_gets_its_parts_proposed_and_she_corrects_them(client):
    walk(client, "en", upto=5)
    assert _add(client, "Azad Mihemed el-Cibûrî", "forced").url == f"{LIST}1/"
    page = client.get(f"{LIST}1/")
    form = page.context["form"]
    assert (form["given"].value(), form["father"].value(), form["family"].value()) == ("Azad", "Mihemed", "el Cibûrî")
    corrected = {
        "kind": "forced",
        "full": "Azad Mihemed el-Cibûrî",
        "given": "Azad",
        "tribe": "Cibûr",
        "language": "kmr",
    }
    assert client.post(f"{LIST}1/", corrected).url == LIST
    assert _rows() == [{**corrected, "number": 1}]
    assert "A name that was given by force" in client.get(LIST).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_is_a_row_of_its_own_with_script_language_and_spelling_kept(client, language):
    walk(client, language)
    address = f"/{language}/register/names/"
    for kind, full in (("birth", "ئازاد موحەمەد"), ("war", "أبو  دجانة\u200cالشامي"), ("religious", "Azad ❤ Mihemed")):
        assert client.post(address, {"kind": kind, "full": full}).status_code == 302
    check = client.get(f"/{language}/register/9/")
    assert "ئازاد موحەمەد" in check.text and address in check.text
    send(client, language)
    rows = {row.kind: row for row in PersonName.objects.filter(person__registration=Registration.objects.get())}
    assert set(rows) == {"official", "birth", "war", "religious"}
    assert [kind for kind, row in rows.items() if row.is_primary] == ["official"]
    assert (rows["birth"].script, rows["birth"].language) == ("Arab", "ckb")
    assert "\u200c" in rows["war"].full_as_written and rows["war"].kunya
    assert (rows["religious"].full_as_written, rows["religious"].script) == ("Azad ❤ Mihemed", "Latn")


def test_the_parts_of_the_first_name_hold_tribe_origin_and_the_mothers_line(client):
    more = {"nisba": "الرقاوي", "tribe": "البوشعبان", "mother_father": "حسن", "mother_family": "الملا"}
    walk(client, "en", posted=posted(parts={**POSTED[PARTS], **more}))
    send(client, "en")
    row = PersonName.objects.get()
    assert {part: getattr(row, part) for part in more} == more


def test_names_are_added_from_the_page_of_the_parts_which_is_saved_first(client):
    walk(client, "en", upto=4)
    assert client.post("/en/register/5/", {"given": "Azad", "names": "1"}).url == LIST
    assert Draft.objects.get().answers["parts"] == {"given": "Azad"}
    assert client.get(LIST).context["next_url"] == "/en/register/6/"


def test_a_name_is_taken_away_again_and_only_that_one(client):
    walk(client, "en", upto=5)
    for full in ("One Two", "Three Four"):
        _add(client, full)
    assert client.post(LIST, {"remove": "1"}).url == LIST
    assert [row["full"] for row in _rows()] == ["Three Four"]
    # A second click, an old window and what is no number take nothing away.
    for nothing in ("1", "0", "-1", "x", "٢", "99999"):
        assert client.post(LIST, {"remove": nothing}).url == LIST
    assert [row["full"] for row in _rows()] == ["Three Four"]
    assert client.get(f"{LIST}1/").status_code == 404 == client.post(f"{LIST}1/", {}).status_code
    assert _add(client, "Five Six").url == f"{LIST}3/"


def test_what_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost(client):
    walk(client, "en", upto=5)
    page = _add(client, "؟؟", "no such kind")
    assert page.status_code == 200 and set(page.context["form"].errors) == {"kind", "full"}
    assert 'value="؟؟"' in page.text and "Please write the name as far as you know it" in page.text
    _add(client, "One Two")
    page = client.post(f"{LIST}1/", {"kind": "alias", "full": "", "given": "Azad"})
    assert page.status_code == 200 and set(page.context["form"].errors) == {"full"} and 'value="Azad"' in page.text


def test_there_is_an_end_to_the_list_and_it_says_so(client):
    walk(client, "en", upto=5)
    for number in range(MOST):
        _add(client, f"Name {number} of many")
    page = client.get(LIST)
    assert "To add another one, remove one first" in page.text and "Add this name" not in page.text
    assert _add(client, "One more").status_code == 200 and len(_rows()) == MOST
    assert len(page.content) < 35 * 1024


def test_what_she_typed_while_away_comes_back_where_it_was_typed(client, monkeypatch):
    import time

    from django.conf import settings as site

    code = walk(client, "en", upto=5)
    _add(client, "One Two")
    now = time.time()
    monkeypatch.setattr("portal.accounts.visits.time.time", lambda: now + site.HOLDER_IDLE_SECONDS + 1)
    typed = {"row": "1", "kind": "alias", "full": "One Two Three", "tribe": "Shammar"}
    assert client.post(f"{LIST}1/", typed).url == "/en/return/"
    monkeypatch.undo()
    assert client.post("/en/return/", {"code": code}).url == LIST
    page = client.get(LIST, follow=True)
    assert page.redirect_chain == [(f"{LIST}1/", 302)]
    assert page.context["form"]["tribe"].value() == "Shammar"
    assert client.post(f"{LIST}1/", typed).url == LIST
    assert client.get(LIST).status_code == 200 and _rows()[0]["tribe"] == "Shammar"


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.text(max_size=250), st.text(max_size=250))
def test_no_text_breaks_the_list_or_a_row(client, full, tribe):
    if not Draft.objects.exists():
        walk(client, "en", upto=5)
    added = _add(client, full)
    assert added.status_code in (200, 302)
    if added.status_code == 302:
        answer = client.post(added.url, {"kind": "alias", "full": full, "tribe": tribe})
        assert answer.status_code in (200, 302)
        assert client.get(added.url).status_code == 200
        assert client.post(LIST, {"remove": added.url.split("/")[-2]}).url == LIST
    assert client.get(LIST).status_code == 200


def test_nobody_without_an_open_page_sees_names(client):
    assert client.get(LIST).url == "/en/register/"
    asked = client.post(LIST, {"kind": "alias", "full": "x"})
    assert "family/return.html" in {template.name for template in asked.templates}
    walk(client, "en")
    send(client, "en")
    assert client.get(LIST).url == client.get(f"{LIST}1/").url == "/en/me/"
