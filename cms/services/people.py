"""Who edits what: live roles and memberships become membership in Wagtail's groups, and nothing else does."""

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Page

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.accounts.permissions import roles_of
from portal.organizations.models import Membership, MembershipRole, Organization

from .sections import ensure_section, grant_global, grant_pages

# Wagtail's own moderation workflow asks the group of this name.
MODERATORS = "Moderators"
ADMINISTRATORS = "Administrators"
MODERATOR_PAGE_PERMISSIONS = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")
_FACTS = tuple(
    ("proceedings", f"{verb}_{model}")
    for model in ("court", "proceeding", "fact")
    for verb in ("add", "change", "delete", "view")
)
_ENTER = (("wagtailadmin", "access_admin"),)
MODERATOR_GLOBAL_PERMISSIONS = (*_ENTER, ("simple_translation", "submit_translation"), *_FACTS)


@transaction.atomic
def ensure_moderators() -> Group:
    """Complete the group of moderators: they publish everywhere and keep the public facts about proceedings."""
    group, _created = Group.objects.get_or_create(name=MODERATORS)
    grant_global(group, MODERATOR_GLOBAL_PERMISSIONS)
    grant_pages(group, Page.get_first_root_node(), MODERATOR_PAGE_PERMISSIONS)
    return group


@transaction.atomic
def ensure_administrators() -> Group:
    """Complete the group of administrators: they may enter the editor, but neither write nor publish."""
    group, _created = Group.objects.get_or_create(name=ADMINISTRATORS)
    grant_global(group, _ENTER)
    return group


@transaction.atomic
def sync_user(*, user: User) -> set[str]:
    """Put a user into exactly the groups that follow from live roles and memberships; return their names."""
    roles = roles_of(User.objects.get(pk=user.pk))
    groups = []
    if Role.MODERATOR in roles:
        groups.append(ensure_moderators())
    if Role.ADMINISTRATOR in roles:
        groups.append(ensure_administrators())
    if Role.ORGANIZATION_EDITOR in roles:
        groups += [ensure_section(organization=organization) for organization in _edited_by(user)]
    user.groups.set(groups)
    return {group.name for group in groups}


def _edited_by(user: User) -> list[Organization]:
    live = Membership.objects.live().filter(user=user, role=MembershipRole.EDITOR)
    return list(Organization.objects.verified().filter(pk__in=live.values("organization")))


def sync_members(*, organization: Organization) -> None:
    """Bring the groups of all members of an organization up to date, past members included."""
    for user in User.objects.filter(memberships__organization=organization).distinct():
        sync_user(user=user)
