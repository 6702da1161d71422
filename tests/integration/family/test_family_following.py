"""Following from a public page before the code was given: it is remembered until the code opens her page."""

import pytest
from django.conf import settings
from django.test import Client

from portal.following.models import Follow
from tests.factories.accounts import make_holder
from tests.factories.proceedings import make_proceeding

from .conftest import walk

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

FOLLOWED = "You follow it now. News will stand on your page."


def test_what_she_chose_is_followed_after_the_code():
    proceeding, (holder, code) = make_proceeding(), make_holder("en")
    client = Client()
    answer = client.post(f"/en/follow/{proceeding.slug}/")
    assert answer.url == "/en/return/" and not Follow.objects.exists()
    assert dict(client.session) == {"wanted_proceeding": proceeding.slug}
    assert "Then you follow the proceeding that you chose." in client.get(answer.url).text
    assert client.post("/en/return/", {"code": "5" * 16}).status_code == 200
    page = client.post("/en/return/", {"code": code}, follow=True)
    assert page.redirect_chain == [("/en/me/", 302)] and FOLLOWED in page.text
    assert Follow.objects.live().get().holder == holder
    assert "wanted_proceeding" not in client.session


def test_the_form_of_the_public_page_carries_its_token():
    proceeding = make_proceeding()
    client = Client(enforce_csrf_checks=True)
    assert client.post(f"/en/follow/{proceeding.slug}/").status_code == 403
    assert client.get(f"/en/follow/{proceeding.slug}/").status_code == 405
    client.get(f"/en/proceedings/{proceeding.slug}/")
    token = client.cookies[settings.CSRF_COOKIE_NAME].value
    answer = client.post(
        f"/en/follow/{proceeding.slug}/",
        {"csrfmiddlewaretoken": token},
        secure=True,
        HTTP_REFERER="https://testserver/",
    )
    assert answer.status_code == 302


def test_after_a_pause_what_she_chose_is_followed_too(client, monkeypatch):
    code = walk(client, "en", upto=3)
    monkeypatch.setattr("portal.accounts.visits.is_away", lambda request: True)
    assert client.post(f"/en/follow/{make_proceeding().slug}/").url == "/en/return/"
    monkeypatch.undo()
    client.post("/en/return/", {"code": code})
    assert Follow.objects.live().count() == 1


def test_what_is_no_longer_public_is_left(client):
    proceeding, (_holder, code) = make_proceeding(), make_holder("en")
    client.post(f"/en/follow/{proceeding.slug}/")
    type(proceeding).objects.filter(pk=proceeding.pk).update(is_public=False)
    assert client.post("/en/return/", {"code": code}).url == "/en/me/"
    assert not Follow.objects.exists()


def test_what_nobody_publishes_is_not_kept(client):
    assert client.post("/en/follow/invented/").status_code == 404
    assert "wanted_proceeding" not in client.session
