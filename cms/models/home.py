"""The first page of a language. Its words are ours and stand in the template; organizations add only their news."""

from collections.abc import Mapping

from django.conf import settings
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from portal.core.heads import operator_data
from portal.core.languages import language
from portal.core.personal import NOTHING_PERSONAL

from .public import PublicPage


class HomePage(PublicPage):
    """One for each language, made by a migration; root of that language's tree."""

    parent_page_types: list[str] = []
    subpage_types = ["cms.OrganizationPage", "cms.GuideIndexPage"]
    template = "pages/home.html"

    personal_data = NOTHING_PERSONAL

    class Meta:
        verbose_name, verbose_name_plural = _("Home page"), _("Home pages")

    def head_title(self) -> str:
        """The name, and in two words whom it is for."""
        return now("%(product_name)s: a record for families") % {"product_name": self._product_name()}

    def head_description(self) -> str:
        """What it is, whom it is for, and that no name is public."""
        return now(
            "A free and safe record for families of missing people, and for survivors, from Syria and Iraq. "
            "No list of names is public."
        )

    def head_data(self) -> Mapping[str, object]:
        """The site, and who runs it where the operator says so."""
        entry = language(self.locale.language_code)
        return {
            "@type": "WebSite",
            "name": self._product_name(),
            "inLanguage": entry.html,
            **operator_data(entry.code),
        }

    def _product_name(self) -> str:
        return settings.PRODUCT_NAMES[language(self.locale.language_code).code]
