"""A discreet visit: nothing on a page, in its title or its sign says what the site is. By a form, without script."""

import pytest
from django.test import Client
from django.utils.translation import gettext, override

from portal.core.discretion import COOKIE, OFF, ON
from portal.core.languages import LANGUAGES
from tests.factories.staff import StaffFactory, sign_in
from tests.factories.visits import enter

pytestmark = [pytest.mark.django_db(databases=["default", "keys"]), pytest.mark.pages]


def shown(html: str) -> dict[str, bool]:
    """What tells an onlooker whose page it is."""
    return {
        "name": 'class="brand"' in html and "Sanad" in html.partition('class="brand"')[2].partition("</a>")[0],
        "mark": "<svg" in html.partition('class="brand"')[2].partition("</a>")[0],
        "menu": 'class="nav"' in html,
        "sign": "favicon" in html,
        "footer": "footer__cols" in html,
    }


@pytest.mark.parametrize("code", LANGUAGES)
def test_one_press_hides_name_mark_menu_title_and_sign(code, settings):
    settings.PRODUCT_NAMES = dict.fromkeys(settings.PRODUCT_NAMES, "Sanad")
    client, registration = enter()
    paths = [f"/{code}/register/", f"/{code}/return/", f"/{code}/me/", f"/{code}/me/{registration.reference}/told/"]
    assert all(shown(client.get(paths[0]).text).values())
    answer = client.get("/plain/", {"plain": ON, "next": paths[0]})
    cookie = answer.cookies[COOKIE]
    assert answer["Location"] == paths[0]
    assert cookie["httponly"] and not cookie["max-age"]
    with override(code):
        title = gettext("Notes")
    for path in paths:
        html = client.get(path, follow=True).text
        assert not any(shown(html).values()), path
        assert html.partition("<title>")[2].partition("</title>")[0] == title
    client.get("/plain/", {"plain": OFF, "next": "/en/"})
    assert all(shown(client.get(paths[0]).text).values())


def test_staff_see_the_office_as_it_is():
    client = sign_in(Client(), StaffFactory(supervisor=True))
    client.cookies[COOKIE] = ON
    assert "favicon" in client.get("/office/").text


def test_the_way_out_takes_the_choice_with_it(client):
    client.get("/plain/", {"plain": ON, "next": "/en/"})
    assert "cookies" in client.get("/en/leave/")["Clear-Site-Data"]


@pytest.mark.parametrize("choice", ["", "yes", "1\r\nSet-Cookie: a=b", "١", "a" * 9000])
def test_what_is_no_choice_changes_nothing(client, choice):
    answer = client.get("/plain/", {"plain": choice, "next": "//evil.example/"})
    assert answer["Location"] == "/" and COOKIE not in answer.cookies
