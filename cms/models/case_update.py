"""What an organization reports about one proceeding, under its own name."""

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.blocks import UpdateBlock
from cms.forms import PlainPageForm
from portal.core.personal import NOTHING_PERSONAL
from portal.organizations.models import Organization
from portal.proceedings.models import Proceeding

from .organization import OrganizationPage
from .translations import live_language_urls


def today():
    """The date of today in UTC."""
    return timezone.now().date()


class CaseUpdatePage(Page):
    """One report in one language; `translation_key` joins the languages of the same report."""

    proceeding = models.ForeignKey(Proceeding, on_delete=models.PROTECT, related_name="+", verbose_name=_("Proceeding"))
    reported_on = models.DateField(_("Date"), default=today)
    body = StreamField(UpdateBlock(), verbose_name=_("Text"), blank=True)

    parent_page_types = ["cms.OrganizationPage"]
    subpage_types: list[str] = []
    template = "pages/case_update.html"
    base_form_class = PlainPageForm

    content_panels = [
        *Page.content_panels,
        # A plain list: editors have no business in the proceedings' own screens.
        FieldPanel("proceeding", widget=forms.Select),
        FieldPanel("reported_on"),
        FieldPanel("body"),
    ]
    promote_panels = [FieldPanel("slug", heading=_("Short name for addresses"))]
    settings_panels: list = []

    personal_data = NOTHING_PERSONAL

    class Meta:
        verbose_name, verbose_name_plural = _("Case update"), _("Case updates")

    @property
    def organization(self) -> Organization:
        """Whose section it stands in; one query, see `cms.updates` for many."""
        section = OrganizationPage.objects.select_related("organization").ancestor_of(self).get()
        return section.organization

    def get_context(self, request, *args, **kwargs):
        """Add the organization and this report in the other languages."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, "organization": self.organization, "language_urls": live_language_urls(self, request)}
