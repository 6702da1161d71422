"""An address that leads to nothing, or to a form without its page, is answered in the office with the way on."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client, RequestFactory
from django.urls import URLPattern, resolve

from portal.office.urls import urlpatterns
from portal.office.views.no_page import page_of_the_form
from tests.factories.helping import helper_client, make_helper
from tests.factories.staff import StaffFactory, sign_in

pytestmark = pytest.mark.django_db


def _takes_only_a_form(path: str) -> bool:
    """Ask the view itself, as nobody: what checks the method first answers before anything is looked up."""
    request = RequestFactory().get(path)
    request.user = AnonymousUser()
    match = resolve(path)
    try:
        return match.func(request, *match.args, **match.kwargs).status_code == 405
    except (Http404, PermissionDenied):
        return False


def _paths() -> list[str]:
    """Every address of the office, with something in its parts."""
    parts = {"uuid": str(uuid4()), "slug": "publish", "str": "token"}
    return [re.sub(r"<(\w+):\w+>", lambda part: parts[part[1]], f"/office/{one.pattern}") for one in _patterns()]


def _patterns() -> list[URLPattern]:
    return [pattern for area in urlpatterns for pattern in area.url_patterns]


def test_the_address_of_a_form_leads_back_to_a_page():
    """Every address of the office that takes a form and nothing else; where it leads is a page to be read."""
    forms = [path for path in _paths() if _takes_only_a_form(path)]
    assert len(forms) > 40
    assert [path for path in forms if _takes_only_a_form(page_of_the_form(path))] == []


def test_a_form_that_stands_elsewhere_leads_there():
    file = uuid4()
    assert page_of_the_form(f"/office/files/{file}/link/{uuid4()}/end/") == f"/office/files/{file}/"
    assert page_of_the_form(f"/office/files/{file}/spam/erase/") == f"/office/files/{file}/"
    assert page_of_the_form(f"/office/exports/{uuid4()}/approve/") == "/office/exports/"
    assert page_of_the_form("/office/pairs/next/") == "/office/pairs/"
    assert page_of_the_form(f"/office/evidence/{uuid4()}/") == "/office/files/"


def test_a_bookmarked_form_is_answered_in_the_office_with_the_way_back(client):
    sign_in(client, StaffFactory(caseworker=True))
    path = f"/office/files/{uuid4()}/"
    answer = client.get(f"{path}state/")
    page = answer.content.decode()
    assert answer.status_code == 405 and answer["Allow"] == "POST" and "Nothing was changed" in page
    assert f'href="{path}"' in page and 'href="/staff/2fa/"' in page


def test_what_is_not_there_is_said_in_the_office_and_the_same_for_all(client):
    """R-25: for what does not exist and for what is not hers; the menu stays."""
    sign_in(client, StaffFactory(caseworker=True))
    unknown = client.get(f"/office/files/{uuid4()}/")
    page = unknown.content.decode()
    assert unknown.status_code == 404 and "Page not found" in page and 'href="/office/files/"' in page
    assert client.get("/office/nowhere/").status_code == 404
    assert Client().get("/office/nowhere/").status_code == 302


def test_a_page_for_others_is_refused_in_the_office(client):
    """R-12: by role; the menu of one's own work stays. A visitor is asked to sign in, as before."""
    sign_in(client, StaffFactory(caseworker=True))
    refused = client.get("/office/people/")
    page = refused.content.decode()
    assert refused.status_code == 403 and "This page is not open to you." in page and 'href="/office/files/"' in page
    assert client.post("/office/teams/new/", {"name": "x"}).status_code == 403
    assert Client().get("/office/people/").status_code == 302


def test_a_helper_is_led_back_to_her_list():
    client = helper_client(make_helper())
    form, unknown = client.get(f"/helping/{uuid4()}/open/"), client.get("/helping/nowhere/")
    assert (form.status_code, unknown.status_code) == (405, 404)
    assert form.context["back_url"] == "/helping/" and "Nothing was changed" in form.content.decode()
    assert "To my list" in unknown.content.decode() and "/office/files/" not in unknown.content.decode()
