"""Guides for families, written by the operator: moderators edit them, organizations do not."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from cms.blocks import BodyBlock
from cms.forms import PlainPageForm
from portal.core.heads import first_words, operator_data
from portal.core.languages import language
from portal.core.personal import NOTHING_PERSONAL

from .pictures import PageWithPictures
from .public import SEARCH_PANEL, PublicPage


class GuideIndexPage(PublicPage):
    """All guides of a language; one for each language, made by a migration. Its address stays as it is."""

    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.GuidePage"]
    max_count_per_parent = 1
    template = "pages/guides.html"
    base_form_class = PlainPageForm

    promote_panels: list = []
    settings_panels: list = []

    personal_data = NOTHING_PERSONAL

    def head_description(self) -> str:
        """The sentence at its top."""
        return now("Short answers for families, in plain words.")


class GuidePage(PageWithPictures):
    """One guide in one language; `translation_key` joins the languages of the same guide."""

    summary = models.CharField(
        _("Summary"), max_length=300, help_text=_("One sentence. It stands under the title and in lists.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("Text"))

    parent_page_types = ["cms.GuideIndexPage"]
    subpage_types: list[str] = []
    template = "pages/guide.html"
    head_kind = "article"
    base_form_class = PlainPageForm

    content_panels = [*PageWithPictures.content_panels, FieldPanel("summary"), FieldPanel("body")]
    promote_panels = [FieldPanel("slug", heading=_("Short name for addresses")), SEARCH_PANEL]
    settings_panels: list = []

    personal_data = NOTHING_PERSONAL

    def head_description(self) -> str:
        """Its own words for it, else the sentence under the title."""
        return self.search_description or first_words(self.summary)

    def head_data(self) -> Mapping[str, object]:
        """An article of the operator."""
        entry = language(self.locale.language_code)
        data: dict[str, object] = {
            "@type": "Article",
            "headline": self.title,
            "inLanguage": entry.html,
            **operator_data(entry.code),
        }
        if self.last_published_at:
            data["dateModified"] = self.last_published_at.isoformat()
        return data
