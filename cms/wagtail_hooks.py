"""How Wagtail's editor behaves here: fewer menus, and everybody sees only what is theirs."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.snippets.models import register_snippet

from .facts import PublicFacts
from .pictures.metadata import WithoutMetadata

register_snippet(PublicFacts)

# What nobody needs here: accounts and settings have screens of their own, forms and documents are not used, and the
# help menu leads to other people's servers.
_HIDDEN_MENUS = {"settings", "users", "forms", "documents", "redirects", "help", "reports"}


@hooks.register("insert_global_admin_css")
def own_colours() -> str:
    """The editor in the colours of the product."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/editor.css"))


@hooks.register("register_image_operations")
def draw_without_metadata() -> list[tuple[str, type[WithoutMetadata]]]:
    """The word `bare` in a picture's filter."""
    return [("bare", WithoutMetadata)]


@hooks.register("construct_main_menu")
def hide_menus(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Leave pages, pictures and, for moderators, the public facts."""
    menu_items[:] = [item for item in menu_items if item.name not in _HIDDEN_MENUS]


@hooks.register("construct_explorer_page_queryset")
def only_own_section(parent_page: Page, pages, request: HttpRequest):
    """Looking into somebody else's section is refused; on the way to one's own only that way is shown."""
    mine = PagePermissionPolicy().explorable_instances(request.user)
    if not parent_page.is_root() and not mine.filter(pk=parent_page.pk).exists():
        raise PermissionDenied
    return pages.filter(pk__in=mine.values("pk"))


@hooks.register("construct_page_chooser_queryset")
def choose_own_pages(pages, request: HttpRequest):
    """The page chooser offers no title of somebody else's draft."""
    return pages.filter(pk__in=PagePermissionPolicy().explorable_instances(request.user).values("pk"))


@hooks.register("construct_homepage_summary_items", order=1000)
def hide_counts(request: HttpRequest, summary_items: list) -> None:
    """Show no counts of pages and pictures: the menu leads there, and Wagtail writes them in English for Kurds."""
    summary_items.clear()
