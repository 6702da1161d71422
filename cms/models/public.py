"""What every page of the tree has in common: its languages, and what search engines may know of it."""

from collections.abc import Mapping

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageQuerySet

from portal.core.heads import PublicHead, addresses

from .translations import live_language_urls

SEARCH_PANEL = FieldPanel(
    "search_description",
    heading=_("For search engines and shared links"),
    help_text=_("One or two sentences that say what this page is about. Left empty, its first words are shown."),
)


class PublicPage(Page):
    """A page that strangers read. What search engines may list is asked in one place, `for_search_engines`."""

    head_kind = "website"

    class Meta:
        abstract = True

    @classmethod
    def for_search_engines(cls) -> PageQuerySet:
        """The pages of this type that may be listed."""
        return cls.objects.live()

    def head_title(self) -> str:
        """What stands in the title of the window."""
        return self.title

    def head_description(self) -> str:
        """One or two sentences, plain text."""
        return self.search_description

    def head_data(self) -> Mapping[str, object]:
        """The page for machines, in the words of schema.org; none unless a page type has something to say."""
        return {}

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Add the page in the other languages, and its head unless this is a preview or not for everybody."""
        context = super().get_context(request, *args, **kwargs)
        paths = live_language_urls(self, request)
        context["language_urls"] = paths
        if not getattr(request, "is_preview", False) and type(self).for_search_engines().filter(pk=self.pk).exists():
            context["head"] = PublicHead(
                title=self.head_title(),
                description=self.head_description(),
                addresses=addresses(request, paths),
                kind=self.head_kind,
                data=self.head_data(),
            )
        return context
