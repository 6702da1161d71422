"""Answers for machines: health, and what search engines may read (floor 8)."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from portal.core.heads import site_url

from .health import health


@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 when every part is well, 503 with the failing part named. No details, nothing about anybody."""
    parts = health()
    return JsonResponse(parts, status=200 if set(parts.values()) == {"ok"} else 503)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """A demonstration is nothing for search engines. Elsewhere each page says itself whether it is, and no path is
    named here: who may not read a page cannot see that it says no, and a list of closed doors is a map."""
    rule = "Disallow: /" if settings.DEMONSTRATION else f"Disallow:\n\nSitemap: {site_url(request)}{reverse('sitemap')}"
    return HttpResponse(f"User-agent: *\n{rule}\n", content_type="text/plain; charset=utf-8")
