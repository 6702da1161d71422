"""Pages of the public site and the people who write them."""

from django.contrib.auth import get_user_model

from cms.models import CaseUpdatePage, OrganizationPage
from cms.services.people import sync_user
from cms.services.sections import ensure_section
from portal.accounts.enums import Role
from portal.accounts.services.roles import grant_role
from portal.audit.actors import SYSTEM
from portal.organizations.models import MembershipRole, Organization
from portal.organizations.services import add_member
from portal.proceedings.models import Proceeding

from .unique import unique


def make_section(organization: Organization, language: str = "en") -> OrganizationPage:
    """The organization's page in one language (all four are made)."""
    ensure_section(organization=organization)
    return OrganizationPage.objects.get(organization=organization, locale__language_code=language)


def make_update(
    organization: Organization,
    proceeding: Proceeding,
    *,
    language: str = "en",
    title: str = "What we saw at the hearing",
    is_live: bool = True,
    **fields,
) -> CaseUpdatePage:
    """A report of an organization, published unless asked otherwise."""
    section = make_section(organization, language)
    page = CaseUpdatePage(
        title=title,
        slug=unique("update"),
        locale=section.locale,
        proceeding=proceeding,
        body=[("heading", "In the room"), ("paragraph", "Our lawyers were there."), ("points", ["One", "Two"])],
        live=False,
        **fields,
    )
    section.add_child(instance=page)
    if is_live:
        page.save_revision().publish()
        page.refresh_from_db()
    return page


def make_staff(role: str, username: str = "", organization: Organization | None = None):
    """A user with one role, and an editor's membership where an organization is given."""
    user = get_user_model().objects.create_user(username or unique(role), language="en")
    grant_role(user=user, role=role, actor=SYSTEM)
    if organization is not None:
        add_member(organization=organization, user=user, role=MembershipRole.EDITOR, actor=SYSTEM)
    sync_user(user=user)
    return user


def make_editor(organization: Organization, username: str = ""):
    """An editor of one organization."""
    return make_staff(Role.ORGANIZATION_EDITOR, username, organization)


def make_moderator(username: str = ""):
    """A moderator of the site."""
    return make_staff(Role.MODERATOR, username)
