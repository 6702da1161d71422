"""The first page of a language. Its words are ours and stand in the template; organizations add only their news."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from portal.core.personal import NOTHING_PERSONAL


class HomePage(Page):
    """One for each language, made by a migration; root of that language's tree."""

    parent_page_types: list[str] = []
    subpage_types = ["cms.OrganizationPage"]
    template = "pages/home.html"

    personal_data = NOTHING_PERSONAL

    class Meta:
        verbose_name, verbose_name_plural = _("Home page"), _("Home pages")
