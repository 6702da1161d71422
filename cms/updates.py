"""Case updates for readers: each report once, in the reader's language or the nearest one there is."""

import operator
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce

from django.db.models import Q

from cms.models import CaseUpdatePage, OrganizationPage
from portal.core.languages import Language
from portal.core.readings import nearest
from portal.organizations.models import Organization
from portal.proceedings.models import Proceeding

# So many pages of all languages are looked at for one list; far more than a list shows.
_LOOK_AT = 120


@dataclass(frozen=True)
class Update:
    """A report as one reader sees it: the page, its organization, its language, and whether that is another's."""

    page: CaseUpdatePage
    organization: Organization
    language: Language
    is_fallback: bool


def newest_updates(
    *,
    language: str,
    limit: int,
    proceeding: Proceeding | None = None,
    organization: Organization | None = None,
) -> list[Update]:
    """Return the newest live reports for a reader of `language`, each translation key once; a fixed number of queries.

    Reports about a proceeding that is not public, and of an organization that is not verified, are left out.
    """
    sections = OrganizationPage.objects.live().filter(organization__verified_at__isnull=False)
    if organization is not None:
        sections = sections.filter(organization=organization)
    owners = {page.path: page.organization for page in sections.select_related("organization")}
    groups = _versions(owners, proceeding)
    chosen = [nearest(versions, language) for versions in groups]
    return [
        Update(page, owners[_section_path(page)], used, is_fallback)
        for page, used, is_fallback in filter(None, chosen[:limit])
    ]


def _versions(owners: Iterable[str], proceeding: Proceeding | None) -> list[Mapping[str, CaseUpdatePage]]:
    """The newest reports under the given sections, each as its pages by language code."""
    in_sections = reduce(operator.or_, (Q(path__startswith=path) for path in owners), Q(pk__in=[]))
    pages = CaseUpdatePage.objects.live().filter(in_sections, proceeding__is_public=True)
    if proceeding is not None:
        pages = pages.filter(proceeding=proceeding)
    groups: dict = {}
    rows = pages.select_related("locale", "proceeding").order_by("-reported_on", "-first_published_at", "pk")
    for page in rows[:_LOOK_AT]:
        groups.setdefault(page.translation_key, {})[page.locale.language_code] = page
    return list(groups.values())


def _section_path(page: CaseUpdatePage) -> str:
    """The tree path of the section a report stands directly under."""
    return page.path[: -page.steplen]
