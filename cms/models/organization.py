"""The section of one organization: its page, under which its editors write."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.images import get_image_model_string
from wagtail.models import PageQuerySet

from cms.forms import PlainPageForm
from portal.core.heads import first_words
from portal.core.personal import NOTHING_PERSONAL
from portal.organizations.models import Organization

from .pictures import PageWithPictures
from .public import SEARCH_PANEL


class OrganizationPage(PageWithPictures):
    """Made with the organization, one for each language; which organization it is nobody changes here."""

    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="+")
    introduction = models.TextField(_("Introduction"), blank=True, max_length=2000)
    logo = models.ForeignKey(
        get_image_model_string(),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Logo"),
    )

    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.CaseUpdatePage"]
    template = "pages/organization.html"
    base_form_class = PlainPageForm

    content_panels = [*PageWithPictures.content_panels, FieldPanel("introduction"), FieldPanel("logo")]
    promote_panels = [SEARCH_PANEL]
    settings_panels: list = []

    personal_data = NOTHING_PERSONAL

    class Meta:
        verbose_name, verbose_name_plural = _("Organization"), _("Organizations")

    @classmethod
    def for_search_engines(cls) -> PageQuerySet:
        """Of organizations whose identity two people checked."""
        return super().for_search_engines().filter(organization__verified_at__isnull=False)

    def head_description(self) -> str:
        """Its own words, else the beginning of its introduction, else ours."""
        return (
            self.search_description
            or first_words(self.introduction)
            or now("What this organization reports about trials, under its own name.")
        )

    def head_data(self) -> Mapping[str, object]:
        """The organization, and its own site where it has one."""
        data: dict[str, object] = {"@type": "Organization", "name": self.title}
        if self.organization.website:
            data["sameAs"] = [self.organization.website]
        return data
