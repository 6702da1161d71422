"""The public pages in their languages, for search engines. A demonstration has none."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page, get_page_models

from portal.core.heads import Addresses, addresses, paths_in_every_language
from portal.proceedings.models import Proceeding

from .heads import proceeding_paths
from .models.public import PublicPage

OUR_PAGES = ("support:help", "proceedings:index", "figures:index")
# Of each kind the newest so many: the standard allows 50 000 addresses in one file.
MOST = 10_000


@dataclass(frozen=True)
class Entry:
    """One page in all its languages, and when its text last changed."""

    addresses: Addresses
    changed_at: datetime | None = None


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """All pages that may be listed, each beside its translations."""
    if settings.DEMONSTRATION:
        raise Http404
    return render(request, "sitemap.xml", {"entries": entries(request)}, content_type="application/xml; charset=utf-8")


def entries(request: HttpRequest) -> Iterator[Entry]:
    """Every page that may be listed."""
    for name in OUR_PAGES:
        yield Entry(addresses(request, paths_in_every_language(name)))
    for proceeding in Proceeding.objects.public()[:MOST]:
        yield Entry(addresses(request, proceeding_paths(proceeding)), proceeding.updated_at)
    for kind in get_page_models():
        # Each type of public page says itself which of its pages may be listed.
        if issubclass(kind, PublicPage):
            pages = kind.for_search_engines().select_related("locale").order_by("-last_published_at", "pk")
            yield from _together(request, pages[:MOST])


def _together(request: HttpRequest, pages: Iterable[Page]) -> Iterator[Entry]:
    """Translations of one page as one entry."""
    groups: dict = {}
    for page in pages:
        groups.setdefault(page.translation_key, []).append(page)
    for group in groups.values():
        paths = {page.locale.language_code: page.get_url(request) for page in group}
        times = [page.last_published_at for page in group if page.last_published_at]
        yield Entry(addresses(request, paths), max(times, default=None))
