"""R-02, R-12, R-43: every address is closed to everybody it is not for; an address without a row fails."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from portal.accounts.enums import Role
from tests.factories.staff import StaffFactory, let_into_editor, sign_in, sign_in_with_password_only
from tests.integration.office.matrix import is_refusal, names, rows
from tests.integration.whole_site.headers import wrong_headers

# Who may open what is the same on every database.
pytestmark = pytest.mark.pages
ROWS = rows()
CLOSED = {name: row for name, row in ROWS.items() if not row.get("public") and not row.get("holder")}


def _called(value):
    return value() if callable(value) else (value or {})


def _path(name: str, row: dict) -> str:
    if "args" in row:
        return reverse(name, args=row["args"])
    return reverse(name, kwargs=_called(row.get("kwargs")))


def ask(client: Client, name: str, row: dict):
    """Ask for the row's address in a transaction that is rolled back, so that rows do not disturb each other."""
    with transaction.atomic():
        with override("en"):
            path = row.get("path") or _path(name, row)
        response = getattr(client, row.get("method", "get"))(path, _called(row.get("data")))
        transaction.set_rollback(True)
    return response


def is_allowed(row: dict, role: str) -> bool:
    return bool(row.get("own")) or role in row["allowed"]


def test_every_address_has_a_row() -> None:
    assert [name for name in names() if name not in ROWS] == []


def test_every_row_has_an_address() -> None:
    assert [name for name in ROWS if name not in names()] == []


@pytest.mark.django_db
def test_a_visitor_passes_to_public_pages_only() -> None:
    passed = [name for name, row in CLOSED.items() if not is_refusal(ask(Client(), name, row))]
    assert passed == []


@pytest.mark.django_db
def test_a_visitor_reads_public_pages() -> None:
    public = {name: row for name, row in ROWS.items() if row.get("public") and name != "mfa_authenticate"}
    answers = {name: ask(Client(), name, row).status_code for name, row in public.items()}
    assert {name: status for name, status in answers.items() if status in {401, 403, 500}} == {}


@pytest.mark.django_db
def test_her_page_is_closed_without_her_code() -> None:
    hers = {name: row for name, row in ROWS.items() if row.get("holder")}
    assert [name for name, row in hers.items() if ask(Client(), name, row).status_code == 200] == []


@pytest.mark.django_db
@pytest.mark.parametrize("role", Role.values)
def test_a_role_passes_where_it_belongs_and_nowhere_else(role: str) -> None:
    user = let_into_editor(StaffFactory(role=role))
    client = sign_in(Client(), user)
    wrong = {}
    for name, row in CLOSED.items():
        response = ask(client, name, row)
        if is_refusal(response) == is_allowed(row, role) and not _leads_on(name, response):
            wrong[name] = response.status_code
        assert response.status_code < 500, name
        assert wrong_headers(response.request["PATH_INFO"], response) == [], name
    assert wrong == {}


@pytest.mark.django_db
@pytest.mark.parametrize("role", Role.values)
def test_a_password_alone_opens_nothing(role: str) -> None:
    """Also for an editor with Wagtail's permission, also where no second factor is set up yet."""
    user = let_into_editor(StaffFactory(role=role, second_factor=False))
    client = sign_in_with_password_only(Client(), user)
    open_before = {"account_reauthenticate", "mfa_activate_totp", "mfa_reauthenticate"}
    passed = [n for n, row in CLOSED.items() if n not in open_before and not is_refusal(ask(client, n, row))]
    assert passed == []
    assert client.get("/staff/2fa/activate/").status_code == 200


def _leads_on(name: str, response) -> bool:
    """The library leads on inside the own account: to the other telephone when one is set up."""
    return name == "mfa_activate_totp" and response["Location"] == "/staff/2fa/deactivate/"
