"""The pages of the guide: one per chapter and language. They exist where the setting STYLE_GUIDE is on (floor 8)."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from portal.core.icons import icons
from portal.core.languages import LANGUAGES
from portal.core.views import visitor_language

from .samples import samples
from .tokens import colours, pairs

# Chapter and its title; the guide's own words are English, for developers.
CHAPTERS = {
    "foundations": "Foundations",
    "words": "Words and values",
    "forms": "Forms",
    "errors": "A form with errors",
    "progress": "Her page",
    "lists": "Lists",
    "frame": "Frame",
}


@require_safe
def guide(request: HttpRequest, language: str = "", chapter: str = "foundations") -> HttpResponse:
    """One chapter in one language; without a language in the visitor's."""
    code = language or visitor_language(request)
    if code not in LANGUAGES or chapter not in CHAPTERS:
        raise Http404
    with override(code):
        context = {
            "about": about(),
            "icons": sorted(icons()),
            "chapter": chapter,
            "chapters": [(key, title, reverse("design", args=[code, key])) for key, title in CHAPTERS.items()],
            "title": CHAPTERS[chapter],
            "language_urls": {one: reverse("design", args=[one, chapter]) for one in LANGUAGES},
            "colours": colours().values(),
            "pairs": pairs(),
            **samples(),
        }
        response = render(request, f"design/{chapter}.html", context)
    response.headers["Content-Language"] = code
    return response


@cache
def about() -> dict[str, str]:
    """What each component says about itself in its first line, by name."""
    folder = Path(settings.BASE_DIR) / "templates" / "components"
    return {
        path.stem: path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("{# ").removesuffix(" #}")
        for path in sorted(folder.glob("*.html"))
    }
