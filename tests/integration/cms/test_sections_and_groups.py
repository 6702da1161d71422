"""A verified organization gets its section; roles and memberships decide who edits it."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupPagePermission

from cms.models import OrganizationPage
from cms.services.people import sync_user
from portal.accounts.enums import Role
from portal.accounts.services.roles import grant_role, revoke_role
from portal.audit.actors import SYSTEM
from portal.core.languages import LANGUAGES
from portal.organizations.models import MembershipRole
from portal.organizations.services import add_member, remove_member
from tests.factories.cms import make_editor, make_moderator, make_section, make_staff
from tests.factories.organizations import make_organization

pytestmark = pytest.mark.django_db


def names_of(user) -> set[str]:
    return set(user.groups.values_list("name", flat=True))


def test_a_verified_organization_gets_pages_in_all_languages(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        organization = make_organization(slug="new", names={"en": "New", "ar": "جديدة"})
    pages = OrganizationPage.objects.filter(organization=organization)
    titles = {page.locale.language_code: page.title for page in pages}
    assert titles == {"en": "New", "ar": "جديدة", "ckb": "جديدة", "ku": "جديدة"}
    assert len({page.translation_key for page in pages}) == 1
    assert all(page.live and page.alias_of is None for page in pages)


def test_an_unverified_organization_gets_nothing(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        organization = make_organization(is_verified=False)
    assert not OrganizationPage.objects.filter(organization=organization).exists()
    assert names_of(make_editor(organization)) == set()


def test_a_section_is_made_once():
    organization = make_organization()
    for _time in range(2):
        make_section(organization)
    assert OrganizationPage.objects.filter(organization=organization).count() == len(LANGUAGES)
    permissions = GroupPagePermission.objects.filter(group__name__contains=organization.slug)
    assert permissions.count() == 2 * len(LANGUAGES)
    assert set(permissions.values_list("permission__codename", flat=True)) == {"add_page", "change_page"}


def test_role_and_membership_are_both_needed(django_capture_on_commit_callbacks):
    organization = make_organization(slug="both")
    user = make_staff(Role.CASEWORKER)
    with django_capture_on_commit_callbacks(execute=True):
        add_member(organization=organization, user=user, role=MembershipRole.EDITOR, actor=SYSTEM)
    assert names_of(user) == set()
    with django_capture_on_commit_callbacks(execute=True):
        grant_role(user=user, role=Role.ORGANIZATION_EDITOR, actor=SYSTEM)
    assert names_of(user) == {"Organization both editors"}
    with django_capture_on_commit_callbacks(execute=True):
        remove_member(organization=organization, user=user, actor=SYSTEM)
    assert names_of(user) == set()


def test_a_role_taken_back_ends_at_once(django_capture_on_commit_callbacks):
    user = make_moderator()
    assert names_of(user) == {"Moderators"}
    with django_capture_on_commit_callbacks(execute=True):
        revoke_role(user=user, role=Role.MODERATOR, actor=SYSTEM)
    assert names_of(user) == set()


def test_a_caseworker_s_membership_edits_nothing():
    organization = make_organization()
    user = make_staff(Role.ORGANIZATION_EDITOR)
    add_member(organization=organization, user=user, role=MembershipRole.CASEWORKER, actor=SYSTEM)
    assert sync_user(user=user) == set()


def test_nobody_is_left_in_a_group_by_hand():
    user = make_staff(Role.CASEWORKER)
    user.groups.add(Group.objects.get(name="Moderators"))
    assert sync_user(user=user) == set()


def test_the_sample_group_is_gone():
    assert not Group.objects.filter(name="Editors").exists()
