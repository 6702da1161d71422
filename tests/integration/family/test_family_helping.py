"""A helper fills in on the family's own pages, behind the gate; afterwards the registration is the person's alone."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from freezegun import freeze_time

from portal.accounts.models import AccessHolder
from portal.accounts.services.holders import find_holder_by_code
from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from portal.registry import events
from portal.registry.models import Draft, Registration, Testimony
from portal.registry.services.drafts import save_answers
from tests.answers import posted
from tests.factories.accounts import make_holder
from tests.factories.helping import helper_client, make_helped, make_helper, make_testimony, posted_testimony
from tests.factories.staff import PASSWORD, app_code, secret_of

pytestmark = pytest.mark.django_db


def _begin(client: Client, **changes: str) -> Testimony:
    answer = client.post("/helping/new/", posted_testimony(**changes))
    assert answer.status_code == 302, answer.context["form"].errors
    assert answer.url == "/ku/register/1/"
    return Testimony.objects.latest("recorded_at")


def _walk(client: Client, testimony: Testimony) -> None:
    for number, fields in posted().items():
        sent = {**fields, "helping": str(testimony.pk)}
        assert client.post(f"/ku/register/{number}/", sent).status_code == 302, number


def test_from_the_testimony_to_the_code_that_is_handed_over_r100() -> None:
    client = helper_client(make_helper())
    testimony = _begin(client)
    page = client.get("/ku/register/1/").content.decode()
    assert "خزال" in page and f'value="{testimony.pk}"' in page
    assert len(page.encode()) <= 35_000
    _walk(client, testimony)
    sent = {"helping": str(testimony.pk)}
    pages = [client.post("/ku/register/9/", sent) for _double_click in range(2)]
    registration = Registration.objects.get()
    codes = [page.context["code"].replace(" ", "") for page in pages]
    assert find_holder_by_code(codes[0]) is None and find_holder_by_code(codes[1]) == registration.holder
    assert registration.reference in pages[1].content.decode()
    paper = client.get(f"/helping/{testimony.pk}/receipt/discreet/")
    assert paper["Content-Type"] == "application/pdf"
    # The person opens her page: from then on neither a code nor a receipt is given to the helper.
    assert Client().post("/ku/return/", {"code": codes[1]}).url == "/ku/me/"
    assert client.post("/ku/register/9/", sent).url == "/helping/"
    assert client.get(f"/helping/{testimony.pk}/receipt/discreet/").status_code == 404


def test_afterwards_the_helper_sees_when_and_the_reference_only() -> None:
    helper = make_helper()
    registration = make_helped(make_testimony(helper))
    client = helper_client(helper)
    page = client.get("/helping/").content.decode()
    assert registration.reference in page and "خزال" not in page and "آزاد" not in page
    testimony = Testimony.objects.get()
    assert client.post(f"/helping/{testimony.pk}/open/").url == "/helping/"
    for address in ("/ku/me/", f"/ku/me/{registration.reference}/", f"/ku/me/{registration.reference}/told/"):
        assert client.get(address).url.endswith("/return/"), address
    assert client.get("/ku/register/5/").url == "/ku/register/"


def test_other_helpers_and_other_organizations_see_nothing_of_it() -> None:
    mine, other = make_helper(), make_helper()
    colleague = make_helper(mine.memberships.get().organization)
    testimony = make_testimony(mine)
    for user in (other, colleague):
        client = helper_client(user)
        assert "خزال" not in client.get("/helping/").content.decode()
        assert client.post(f"/helping/{testimony.pk}/open/").status_code == 404
        answer = client.post("/ku/register/1/", {"kind": "missing", "helping": str(testimony.pk)})
        assert answer.url == "/helping/" and not Draft.objects.get().answers
    mine.memberships.update(ended_at="2026-01-01T00:00Z")
    assert "خزال" not in helper_client(mine).get("/helping/").content.decode()


def test_two_windows_never_write_into_each_other() -> None:
    client = helper_client(make_helper())
    first, second = _begin(client), _begin(client, person_name="Berfîn")
    answer = client.post("/ku/register/1/", {"kind": "survivor", "helping": str(first.pk)})
    assert answer.url == "/ku/register/10/"
    assert Draft.objects.get(testimony=first).answers["kind"] == {"kind": "survivor"}
    assert "kind" not in Draft.objects.get(testimony=second).answers
    assert "خزال" in client.get(answer.url).content.decode()


def test_a_double_click_begins_once() -> None:
    client = helper_client(make_helper())
    fields = posted_testimony()
    assert {client.post("/helping/new/", fields).url for _ in range(2)} == {"/ku/register/1/"}
    assert Testimony.objects.count() == 1 and AccessHolder.objects.count() == 1


def test_what_one_answer_makes_necessary_is_asked_for_beside_it_r104() -> None:
    client = helper_client(make_helper())
    wrong = {"authority": "guardian", "birth_year": "١٩٨٠", "language": "other", "read_aloud_by": "", "agrees": ""}
    page = client.post("/helping/new/", posted_testimony(**wrong))
    assert set(page.context["form"].errors) == {"speaker", "birth_year", "language_in_words", "read_aloud_by", "agrees"}
    assert not Testimony.objects.exists() and "خزال" in page.content.decode()


def test_when_the_session_ended_what_was_typed_waits() -> None:
    helper = make_helper()
    client = helper_client(helper)
    testimony = _begin(client)
    mark = {"helping": str(testimony.pk)}
    client.post("/ku/register/1/", {"kind": "missing", **mark})
    with freeze_time() as clock:
        clock.tick(settings.STAFF_IDLE_SECONDS + 5)
        assert client.post("/ku/register/10/", {"kind": "relative", "name": "Xezal", **mark}).url == "/helping/"
        assert client.get("/helping/").url.startswith("/staff/login/")
    client = helper_client(helper)
    assert client.post(f"/helping/{testimony.pk}/open/").url == "/ku/register/10/"
    assert 'value="Xezal"' in client.get("/ku/register/10/").content.decode()


HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


def _hidden(page) -> dict[str, str]:
    """The hidden fields of the first form of the page itself."""
    form = page.content.decode().split("<main", 1)[1].split("<form", 1)[1].split("</form>", 1)[0]
    return {unescape(name): unescape(value) for name, value in HIDDEN.findall(form)}


def _signed_out(helper, path: str, fields: dict[str, str]):
    """She is signed out in another window, sends what she typed, and signs in; return what stands there then."""
    client = Client()
    page = client.post(path, fields)
    assert page.status_code == 200 and "/staff/login/" in page.content.decode()
    wrong = {**_hidden(page), "login": helper.username, "password": "wrong"}
    page = client.post("/staff/login/", wrong)
    cache.clear()
    answer = client.post("/staff/login/", {**_hidden(page), "login": helper.username, "password": PASSWORD})
    assert answer.status_code == 302, answer.content.decode()
    assert "Xezal" not in str(client.session.items())
    answer = client.post("/staff/2fa/authenticate/", {"code": app_code(secret_of(helper))})
    assert answer.url == "/helping/kept/"
    return client, client.get(answer.url)


def test_signed_out_in_another_window_what_she_typed_travels_through_the_sign_in_r07() -> None:
    """R-07: an answer of the form, past a wrong password and the second factor; one press sends it."""
    helper = make_helper()
    testimony = make_testimony(helper)
    save_answers(draft=testimony.draft, answers={"kind": {"kind": "missing"}}, language="ku", actor=SYSTEM)
    fields = {"kind": "relative", "name": "Xezal خزال", "helping": str(testimony.pk)}
    client, page = _signed_out(helper, "/ku/register/10/", fields)
    assert page.status_code == 200 and "Xezal خزال" in page.content.decode()
    assert client.post("/ku/register/10/", _hidden(page)).status_code == 302
    assert Draft.objects.get().answers["applicant"]["name"] == "Xezal خزال"
    # once sent it is forgotten, before she goes anywhere else
    assert client.get("/helping/kept/").url == "/helping/"


def test_the_testimony_travels_too_and_shows_itself_to_nobody_else() -> None:
    helper = make_helper()
    fields = {**posted_testimony(person_name="Xezal"), "by": str(helper.pk)}
    client, page = _signed_out(helper, "/helping/new/", fields)
    assert client.post("/helping/new/", _hidden(page)).url == "/ku/register/1/"
    _other, page = _signed_out(make_helper(), "/helping/new/", fields)
    assert page.url == "/helping/"


def test_stopping_leads_to_the_list_and_keeps_the_helper_signed_in() -> None:
    client = helper_client(make_helper())
    testimony = _begin(client)
    stop = client.post("/ku/register/1/", {"kind": "missing", "stop": "1", "helping": str(testimony.pk)}, follow=True)
    assert stop.redirect_chain[-1][0] == "/helping/" and stop.status_code == 200
    assert client.get("/ku/register/10/").url == "/ku/register/"


def test_reading_names_on_the_list_is_logged_once_and_without_them_r25() -> None:
    client = helper_client(make_helper())
    assert client.get("/helping/").status_code == 200 and not Event.objects.filter(code=events.HELPED_LISTED)
    _begin(client)
    assert "خزال" in client.get("/helping/").content.decode()
    event = Event.objects.get(code=events.HELPED_LISTED)
    assert event.data == {"count": 1}


def test_a_draft_goes_at_once_when_the_person_no_longer_wants_it_r101() -> None:
    helper = make_helper()
    client = helper_client(helper)
    testimony = _begin(client)
    place = f"/helping/{testimony.pk}/delete/"
    assert "خزال" in client.get(place).content.decode() and Draft.objects.exists()
    assert [client.post(place).status_code for _ in range(2)] == [302, 404]
    assert not Draft.objects.exists() and not Testimony.objects.exists()
    sent = make_helped(make_testimony(helper))
    assert client.post(f"/helping/{Testimony.objects.get().pk}/delete/").url == "/helping/"
    assert Registration.objects.get() == sent


def test_a_helper_and_a_family_in_one_browser_are_never_mixed_up() -> None:
    client = helper_client(make_helper())
    _begin(client)
    _holder, code = make_holder("ku")
    assert client.post("/ku/return/", {"code": code}).url == "/ku/me/"
    assert "خزال" not in client.get("/ku/me/").content.decode()
    _begin(client)
    assert client.get("/ku/me/").url == "/ku/return/"


def test_her_page_says_it_and_lets_her_confirm_or_take_it_back_r101() -> None:
    helper = make_helper()
    client = helper_client(helper)
    testimony = _begin(client)
    _walk(client, testimony)
    code = client.post("/ku/register/9/", {"helping": str(testimony.pk)}).context["code"]
    hers = Client()
    hers.post("/en/return/", {"code": code})
    reference = Registration.objects.get().reference
    assert f"/en/me/{reference}/heard/" in hers.get("/en/me/").content.decode()
    page = hers.get(f"/en/me/{reference}/heard/").content.decode()
    assert "Berîvan Elî" in page and "Yes, I said this" in page
    hers.post(f"/en/me/{reference}/heard/", {"withdraw": "1"})
    page = hers.get(f"/en/me/{reference}/heard/")
    assert page.context["lines"] == []
