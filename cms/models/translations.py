"""The same page in the other languages, for the language switch of pages that organizations write."""

from wagtail.models import Page


def live_language_urls(page: Page, request) -> dict[str, str]:
    """Return the addresses of the live translations by language code, the page itself included."""
    pages = page.get_translations(inclusive=True).live().select_related("locale")
    return {each.locale.language_code: each.get_url(request) for each in pages}
