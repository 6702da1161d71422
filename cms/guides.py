"""Guides for readers: each once, in the reader's language or the nearest one there is."""

from dataclasses import dataclass

from cms.models import GuidePage
from portal.core.languages import Language
from portal.core.readings import by_key_and_language, nearest


@dataclass(frozen=True)
class Guide:
    """A guide as one reader sees it; `is_fallback` where it does not exist in her language."""

    page: GuidePage
    language: Language
    is_fallback: bool


def guides(*, language: str) -> list[Guide]:
    """Return all live guides for a reader of `language`, in the order editors gave them there; one query."""
    pages = list(GuidePage.objects.live().select_related("locale").order_by("path"))
    # Her own language first, so that its order is the list's order.
    pages.sort(key=lambda page: page.locale.language_code != language)
    for page in pages:
        page.language_code = page.locale.language_code
    versions = by_key_and_language(pages, "translation_key", "language_code")
    chosen = (nearest(each, language) for each in versions.values())
    return [Guide(page, used, is_fallback) for page, used, is_fallback in filter(None, chosen)]


def newest_change(found: list[Guide]):
    """Return when the newest of them was last published, or None without any."""
    return max((each.page.last_published_at for each in found if each.page.last_published_at), default=None)
