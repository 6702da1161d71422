"""Guides for families, written by the operator: moderators edit them, organizations do not."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.blocks import GuideBlock
from cms.forms import PlainPageForm
from portal.core.personal import NOTHING_PERSONAL

from .pictures import PageWithPictures
from .translations import live_language_urls


class GuideIndexPage(Page):
    """All guides of a language; one for each language, made by a migration. Its address stays as it is."""

    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.GuidePage"]
    max_count_per_parent = 1
    template = "pages/guides.html"
    base_form_class = PlainPageForm

    promote_panels: list = []
    settings_panels: list = []

    personal_data = NOTHING_PERSONAL


class GuidePage(PageWithPictures):
    """One guide in one language; `translation_key` joins the languages of the same guide."""

    summary = models.CharField(
        _("Summary"), max_length=300, help_text=_("One sentence. It stands under the title and in lists.")
    )
    body = StreamField(GuideBlock(), verbose_name=_("Text"))

    parent_page_types = ["cms.GuideIndexPage"]
    subpage_types: list[str] = []
    template = "pages/guide.html"
    base_form_class = PlainPageForm

    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("body")]
    promote_panels = [FieldPanel("slug")]
    settings_panels: list = []

    personal_data = NOTHING_PERSONAL

    def get_context(self, request, *args, **kwargs):
        """Add this guide in the other languages."""
        return {**super().get_context(request, *args, **kwargs), "language_urls": live_language_urls(self, request)}
