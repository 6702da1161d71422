"""The section of an organization: its page in every language, its group of editors, its collection of pictures."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.images import get_image_model
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from cms.models import HomePage, OrganizationPage
from portal.core.readings import read_field
from portal.organizations.models import Organization

# What an editor may do on a page of the section, and with pictures of its collection.
EDITOR_PAGE_PERMISSIONS = ("add_page", "change_page")
EDITOR_IMAGE_PERMISSIONS = ("add_image", "change_image", "choose_image")
EDITOR_GLOBAL_PERMISSIONS = (("wagtailadmin", "access_admin"), ("simple_translation", "submit_translation"))


def editors_group_name(organization: Organization) -> str:
    """Return the name of the group of an organization's editors."""
    return f"Organization {organization.slug} editors"


@transaction.atomic
def ensure_section(*, organization: Organization) -> Group:
    """Make or complete the section of a verified organization; return its group of editors. Again changes nothing."""
    group, _created = Group.objects.get_or_create(name=editors_group_name(organization))
    grant_global(group, EDITOR_GLOBAL_PERMISSIONS)
    for page in _ensure_pages(organization):
        grant_pages(group, page, EDITOR_PAGE_PERMISSIONS)
    _grant_pictures(group, organization)
    return group


def _ensure_pages(organization: Organization) -> list[OrganizationPage]:
    pages = {
        page.locale.language_code: page
        for page in OrganizationPage.objects.filter(organization=organization).select_related("locale")
    }
    shared = {"translation_key": next(iter(pages.values())).translation_key} if pages else {}
    for home in HomePage.objects.select_related("locale").order_by("path"):
        code = home.locale.language_code
        if code not in pages:
            title = read_field(organization, "name", code).text
            introduction = getattr(organization, f"description_{code}", "") or ""
            page = OrganizationPage(
                title=title,
                slug=organization.slug,
                locale=home.locale,
                organization=organization,
                introduction=introduction,
                **shared,
            )
            pages[code] = home.add_child(instance=page)
            shared = {"translation_key": page.translation_key}
    return list(pages.values())


def _grant_pictures(group: Group, organization: Organization) -> None:
    root = Collection.get_first_root_node()
    collection = root.get_children().filter(name=group.name).first()
    if collection is None:
        collection = root.add_child(instance=Collection(name=group.name))
    label = get_image_model()._meta.app_label
    for codename in EDITOR_IMAGE_PERMISSIONS:
        permission = Permission.objects.get(content_type__app_label=label, codename=codename)
        GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)


def grant_global(group: Group, permissions: tuple[tuple[str, str], ...]) -> None:
    """Give a group permissions named by application and code."""
    for label, codename in permissions:
        group.permissions.add(Permission.objects.get(content_type__app_label=label, codename=codename))


def grant_pages(group: Group, page: Page, codenames: tuple[str, ...]) -> None:
    """Give a group page permissions on a page and all below it."""
    for codename in codenames:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)
