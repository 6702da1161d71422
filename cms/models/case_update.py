"""What an organization reports about one proceeding, under its own name."""

from collections.abc import Mapping

from django import forms
from django.db import models
from django.db.models import Exists, OuterRef
from django.db.models.functions import Length, Substr
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageQuerySet

from cms.blocks import BodyBlock
from cms.forms import PlainPageForm
from portal.core.heads import first_words
from portal.core.languages import language
from portal.core.personal import NOTHING_PERSONAL
from portal.core.readings import read_field
from portal.organizations.models import Organization
from portal.proceedings.models import Proceeding

from .organization import OrganizationPage
from .pictures import PageWithPictures
from .public import SEARCH_PANEL


def today():
    """The date of today in UTC."""
    return timezone.now().date()


class CaseUpdatePage(PageWithPictures):
    """One report in one language; `translation_key` joins the languages of the same report."""

    proceeding = models.ForeignKey(Proceeding, on_delete=models.PROTECT, related_name="+", verbose_name=_("Proceeding"))
    reported_on = models.DateField(_("Date"), default=today)
    body = StreamField(BodyBlock(), verbose_name=_("Text"), blank=True)

    parent_page_types = ["cms.OrganizationPage"]
    subpage_types: list[str] = []
    template = "pages/case_update.html"
    head_kind = "article"
    base_form_class = PlainPageForm

    content_panels = [
        *PageWithPictures.content_panels,
        # A plain list: editors have no business in the proceedings' own screens.
        FieldPanel("proceeding", widget=forms.Select),
        FieldPanel("reported_on"),
        FieldPanel("body"),
    ]
    promote_panels = [FieldPanel("slug", heading=_("Short name for addresses")), SEARCH_PANEL]
    settings_panels: list = []

    personal_data = NOTHING_PERSONAL

    class Meta:
        verbose_name, verbose_name_plural = _("Case update"), _("Case updates")

    @property
    def organization(self) -> Organization:
        """Whose section it stands in; one query, see `cms.updates` for many."""
        section = OrganizationPage.objects.select_related("organization").ancestor_of(self).get()
        return section.organization

    @classmethod
    def for_search_engines(cls) -> PageQuerySet:
        """Reports about public proceedings, by organizations whose identity two people checked."""
        parent = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - cls.steplen)
        section = OrganizationPage.for_search_engines().filter(path=parent)
        return super().for_search_engines().filter(Exists(section), proceeding__is_public=True)

    def head_description(self) -> str:
        """The organization's words for it, else how the report begins."""
        return self.search_description or first_words(self._first_paragraph() or self.title)

    def head_data(self) -> Mapping[str, object]:
        """News by the organization that speaks. Nobody else is named, and no writer."""
        code = self.locale.language_code
        publisher = {"@type": "Organization", "name": read_field(self.organization, "name", code).text}
        data: dict[str, object] = {
            "@type": "NewsArticle",
            "headline": self.title,
            "inLanguage": language(code).html,
            "author": publisher,
            "publisher": publisher,
        }
        if self.first_published_at and self.last_published_at:
            data["datePublished"] = self.first_published_at.isoformat()
            data["dateModified"] = self.last_published_at.isoformat()
        return data

    def _first_paragraph(self) -> str:
        return next((str(block.value) for block in self.body if block.block_type == "paragraph"), "")

    def get_context(self, request, *args, **kwargs):
        """Add the organization."""
        return {**super().get_context(request, *args, **kwargs), "organization": self.organization}
