"""The section of one organization: its page, under which its editors write."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from cms.forms import PlainPageForm
from portal.core.personal import NOTHING_PERSONAL
from portal.organizations.models import Organization

from .translations import live_language_urls


class OrganizationPage(Page):
    """Made with the organization, one for each language; which organization it is nobody changes here."""

    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="+")
    introduction = models.TextField(_("Introduction"), blank=True, max_length=2000)

    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.CaseUpdatePage"]
    template = "pages/organization.html"
    base_form_class = PlainPageForm

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    promote_panels: list = []
    settings_panels: list = []

    personal_data = NOTHING_PERSONAL

    class Meta:
        verbose_name, verbose_name_plural = _("Organization"), _("Organizations")

    def get_context(self, request, *args, **kwargs):
        """Add this page in the other languages."""
        return {**super().get_context(request, *args, **kwargs), "language_urls": live_language_urls(self, request)}
