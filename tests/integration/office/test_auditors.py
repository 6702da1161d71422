"""R-26 to R-28: auditors come from another organization, do nothing else here, and see the log and nothing else."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from portal.accounts.enums import Role
from portal.accounts.models import RoleGrant
from portal.accounts.services.roles import KeptApart, grant_role
from portal.audit import checking
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import ChainCheck, Event
from portal.audit.sealing import seal_pending
from portal.organizations.models import MembershipRole
from portal.organizations.services import NotFromOutside, add_member, remove_member
from tests.factories.organizations import make_organization
from tests.factories.staff import StaffFactory, sign_in
from tests.integration.office.matrix import rows

OPEN_TO_AUDITORS = {
    "office:day",
    "office:audit",
    "office:audit-check",
    "office:audit-anchor",
    "office:alerts",
    "office:alerts-answer",
    "office:planted",
    "office:mail",
    "office:mail-code",
}

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def _roles(user) -> set[str]:
    return set(RoleGrant.objects.live().of(user).values_list("role", flat=True))


def test_an_auditor_opens_the_log_the_alerts_and_nothing_else():
    """R-12: together with the role matrix, which asks for every address."""
    allowed = {name for name, row in rows().items() if Role.AUDITOR in row.get("allowed", ())}
    assert allowed == OPEN_TO_AUDITORS


def test_the_role_comes_with_the_organization_and_ends_with_it():
    organization, user = make_organization(slug="watching"), StaffFactory()
    administrator = StaffFactory(administrator=True)
    actor = Actor.staff(administrator.pk)
    add_member(organization=organization, user=user, role=MembershipRole.AUDITOR, actor=actor)
    assert _roles(user) == {Role.AUDITOR}
    with pytest.raises(PermissionDenied):
        add_member(organization=organization, user=administrator, role=MembershipRole.AUDITOR, actor=actor)
    remove_member(organization=organization, user=user, actor=actor)
    assert _roles(user) == set()


def test_nobody_of_the_keeper_audits():
    keeper = make_organization(slug="keeper", keeps_the_registry=True)
    unverified = make_organization(slug="unverified", is_verified=False)
    for organization in (keeper, unverified):
        with pytest.raises(NotFromOutside):
            add_member(organization=organization, user=StaffFactory(), role=MembershipRole.AUDITOR, actor=SYSTEM)


@pytest.mark.parametrize("held", [role for role in Role.values if role != Role.AUDITOR])
def test_who_audits_does_nothing_else_and_the_reverse(held):
    """Separation of duties, whichever role comes first; the refusal is logged, and nothing has changed."""
    first, second = StaffFactory(role=held), StaffFactory(role=Role.AUDITOR)
    for user, wanted in ((first, Role.AUDITOR), (second, held)):
        before = _roles(user)
        with pytest.raises(KeptApart):
            grant_role(user=user, role=wanted, actor=SYSTEM)
        assert _roles(user) == before
        assert Event.objects.filter(code="accounts.role.refused", subject_id=user.pk).count() == 1


def test_who_writes_for_an_organization_audits_for_none():
    organization, editor, auditor = make_organization(slug="two-rivers"), StaffFactory(), StaffFactory()
    add_member(organization=organization, user=editor, role=MembershipRole.EDITOR, actor=SYSTEM)
    with pytest.raises(KeptApart):
        add_member(organization=organization, user=editor, role=MembershipRole.AUDITOR, actor=SYSTEM)
    add_member(organization=organization, user=auditor, role=MembershipRole.AUDITOR, actor=SYSTEM)
    with pytest.raises(KeptApart):
        add_member(organization=organization, user=auditor, role=MembershipRole.EDITOR, actor=SYSTEM)


def test_an_administrator_is_told_why_it_cannot_be(client):
    sign_in(client, StaffFactory(administrator=True))
    worker, organization = StaffFactory(caseworker=True), make_organization(slug="watching")
    page = f"/office/people/{worker.pk}/"
    shown = client.get(page).context
    assert "auditor" not in str(shown["role_form"]["role"])
    assert [row["role"] for row in shown["role_rows"]] == [Role.CASEWORKER]
    direct = client.post(f"{page}roles/", {"role": "auditor", "deed": "grant"}, follow=True)
    assert "An auditor comes from another organization." in direct.text
    fields = {"organization": organization.pk, "role": "auditor", "deed": "add"}
    member = client.post(f"{page}memberships/", fields, follow=True)
    assert "Who audits does nothing else here." in member.text and _roles(worker) == {Role.CASEWORKER}
    assert not worker.memberships.exists()


class TestTheLog:
    """The page of an auditor."""

    @pytest.fixture
    def client(self, client):
        return sign_in(client, StaffFactory(auditor=True))

    def test_the_chain_is_checked_by_a_button_to_a_seal_that_was_taken_away(self, client):
        """R-27, R-28: a seal that is not in the chain any more says that the log was shortened."""
        assert "Nobody has checked the chain on this page yet." in client.get("/office/audit/").text
        seal_pending()
        taken = client.post("/office/audit/anchor/")
        head = taken.text.split("\n")[0]
        assert len(head) == 64 and "attachment" in taken["Content-Disposition"]
        whole = client.post("/office/audit/check/", {"anchor": head}, follow=True)
        assert "The chain is whole." in whole.text and ChainCheck.objects.get().sealed > 0
        broken = client.post("/office/audit/check/", {"anchor": "0f" * 32}, follow=True)
        assert "The chain is broken." in broken.text and "the anchor is not in the chain" in broken.text
        wrong = client.post("/office/audit/check/", {"anchor": "short"}, follow=True)
        assert "A seal has 64 signs" in wrong.text and ChainCheck.objects.count() == 2

    def test_a_long_log_is_walked_by_the_worker_in_slices(self, client, monkeypatch):
        seal_pending()
        monkeypatch.setattr(checking, "AT_ONCE", 0)
        asked = client.post("/office/audit/check/", follow=True)
        assert "The chain is being checked." in asked.text
        client.post("/office/audit/check/")
        check = ChainCheck.objects.get()
        monkeypatch.setattr(checking, "_SLICE_SECONDS", -1.0)
        checking.walk_on.func(str(check.pk))
        check.refresh_from_db()
        assert check.finished_at is None and check.sealed > 0
        checking.walk_on.func(str(check.pk))
        check.refresh_from_db()
        assert check.finished_at is not None and check.fault_count == 0

    def test_it_is_narrowed_by_record_and_by_days(self, client):
        key = StaffFactory(reviewer=True).pk
        found = client.get("/office/audit/", {"subject": str(key), "since": "2020-01-01"})
        assert {entry["event"].subject_id for entry in found.context["entries"]} == {key}
        assert client.get("/office/audit/", {"until": "2020-01-01"}).context["entries"] == []
