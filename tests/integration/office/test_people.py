"""Administrators: accounts, roles, organizations; audited, freshly proved, never one's own."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time

from cms.services.people import MODERATORS
from portal.accounts import events
from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.accounts.permissions import roles_of
from portal.accounts.services.roles import end_roles_that_are_over, grant_role
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.organizations.models import Membership
from portal.organizations.services import create_organization
from tests.factories.staff import StaffFactory, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    user = StaffFactory(administrator=True)
    sign_in(client, user)
    return user


def test_a_new_account_has_a_first_password_shown_once_and_no_role(client, administrator):
    answer = client.post("/office/people/new/", {"username": "Berivan.H", "display_name": "بێریڤان", "language": "ckb"})
    user = User.objects.get(username="berivan.h")
    password = answer.context["password"]
    assert len(password) >= 16 and user.check_password(password)
    assert password in answer.content.decode()
    assert roles_of(user) == frozenset()
    assert password not in client.get(f"/office/people/{user.pk}/").content.decode()
    assert Event.objects.filter(code=events.USER_CREATED, subject_id=user.pk, actor_id=administrator.pk).exists()


@pytest.mark.parametrize("name", ["", "ab", "a" * 61, "دلبر", "a b c", "x\x00yz", "‮abc", "taken"])
def test_a_user_name_that_cannot_be_is_answered_in_words(client, administrator, name):
    StaffFactory(username="Taken")
    before = User.objects.count()
    answer = client.post("/office/people/new/", {"username": name, "display_name": "N", "language": "en"})
    assert answer.status_code == 200 and User.objects.count() == before
    assert "What you wrote is kept." in answer.content.decode()


def test_roles_are_given_and_taken_back_with_an_audit_row(client, administrator):
    user = StaffFactory()
    client.post(f"/office/people/{user.pk}/roles/", {"role": "reviewer", "deed": "grant"})
    assert roles_of(user) == frozenset(), "nothing is given without an end"
    client.post(f"/office/people/{user.pk}/roles/", {"role": "reviewer", "deed": "grant", "months": "3"})
    assert roles_of(user) == {Role.REVIEWER}
    client.post(f"/office/people/{user.pk}/roles/", {"role": "reviewer", "deed": "revoke"})
    assert roles_of(user) == frozenset()
    codes = Event.objects.filter(subject_id=user.pk, actor_id=administrator.pk).values_list("code", flat=True)
    assert set(codes) == {events.ROLE_GRANTED, events.ROLE_REVOKED}


def test_a_role_ends_with_its_time_at_the_next_request_and_can_be_renewed_before(django_capture_on_commit_callbacks):
    """R-16: no signal and no worker is waited for; the groups of the editor end with it."""
    user, giver = StaffFactory(reviewer=True), Actor.staff(StaffFactory(administrator=True).pk)
    with freeze_time("2026-03-14T08:00:00+00:00") as clock, django_capture_on_commit_callbacks(execute=True):
        grant_role(user=user, role=Role.MODERATOR, actor=giver, months=3)
    assert user.groups.filter(name=MODERATORS).exists()
    with freeze_time(clock.time_to_freeze + timedelta(days=80)):
        client = sign_in(Client(), user)
        assert "Your role “Moderator” ends on" in client.get("/office/").content.decode()
        renewed = grant_role(user=user, role=Role.MODERATOR, actor=giver, months=3)
        assert "Your role" not in client.get("/office/").content.decode()
    with freeze_time(renewed.expires_at), django_capture_on_commit_callbacks(execute=True):
        client = sign_in(Client(), user)
        assert client.get("/office/").status_code == 200
        assert client.get("/cms/").status_code == 403
    assert not user.groups.filter(name=MODERATORS).exists()
    assert Event.objects.filter(code=events.ROLE_ENDED, subject_id=user.pk).count() == 1
    assert end_roles_that_are_over() == 0


def test_roles_that_end_soon_stand_with_their_people_and_on_the_first_page(client, administrator):
    user = StaffFactory(first_name="Xelat")
    giver = Actor.staff(administrator.pk)
    with freeze_time(timezone.now() - timedelta(days=80)):
        grant_role(user=user, role=Role.CASEWORKER, actor=giver, months=3)
    assert "Ends on" in client.get("/office/people/").content.decode()
    assert "Ends soon" in client.get(f"/office/people/{user.pk}/").content.decode()
    waiting = {str(item["label"]): item["count"] for item in client.get("/office/").context["waiting"]}
    assert waiting["Roles that end within two weeks"] == 1


def test_nobody_changes_their_own_roles_password_or_second_factor(client, administrator):
    own = f"/office/people/{administrator.pk}"
    assert client.post(f"{own}/roles/", {"role": "supervisor", "deed": "grant"}).status_code == 403
    assert client.post(f"{own}/roles/", {"role": "administrator", "deed": "revoke"}).status_code == 403
    assert client.post(f"{own}/second-factor/").status_code == 403
    assert client.post(f"{own}/password/").status_code == 403
    assert client.post(f"{own}/active/", {"active": "no"}).status_code == 403
    assert roles_of(administrator) == {Role.ADMINISTRATOR}


@pytest.mark.parametrize("deed", ["roles", "sessions", "second-factor", "password", "active", "memberships"])
def test_each_deed_asks_for_a_proof_not_older_than_five_minutes(client, deed):
    with freeze_time("2026-03-14T08:00:00+00:00") as clock:
        sign_in(client, StaffFactory(administrator=True))
        user = StaffFactory(reviewer=True)
        clock.tick(timedelta(minutes=6))
        answer = client.post(f"/office/people/{user.pk}/{deed}/", {"role": "supervisor", "deed": "grant"})
        assert answer["Location"].startswith("/staff/2fa/reauthenticate/?next=%2Foffice%2Fpeople%2F")
        assert client.get("/office/people/new/")["Location"].startswith("/staff/2fa/reauthenticate/")
    assert roles_of(user) == {Role.REVIEWER}


@pytest.mark.parametrize("data", [{}, {"role": "god", "deed": "grant"}, {"role": "auditor", "deed": "\x00"}])
def test_a_role_there_is_not_changes_nothing(client, administrator, data):
    user = StaffFactory()
    assert client.post(f"/office/people/{user.pk}/roles/", data).status_code == 404
    assert roles_of(user) == frozenset()


def test_an_editor_joins_and_leaves_an_organization(client, administrator):
    organization = create_organization(slug="jin", names={"en": "Jin"}, actor=SYSTEM)
    user = StaffFactory(organization_editor=True)
    path = f"/office/people/{user.pk}/memberships/"
    client.post(path, {"organization": organization.pk, "role": "editor", "deed": "add"})
    assert Membership.objects.live().filter(user=user, organization=organization, role="editor").exists()
    assert "Jin" in client.get(f"/office/people/{user.pk}/").content.decode()
    client.post(path, {"organization": organization.pk, "role": "editor", "deed": "end"})
    assert not Membership.objects.live().filter(user=user).exists()
    assert client.post(path, {"organization": "9" * 30, "deed": "add"}).status_code == 302


def test_the_list_shows_who_has_no_second_factor(client, administrator):
    StaffFactory(reviewer=True, second_factor=False, first_name="Xelat")
    page = client.get("/office/people/").content.decode()
    assert "Xelat" in page and "Not yet" in page


def test_a_number_of_a_page_that_there_is_not_is_not_found(client, administrator):
    for page in ("9" * 30, "9" * 5000, "-1", "x", "\x00"):
        assert client.get("/office/people/", {"page": page}).status_code in {400, 404}
