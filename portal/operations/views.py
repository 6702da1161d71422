"""Answers for machines: health, and what search engines may read (floor 8)."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from .health import health


@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 when every part is well, 503 with the failing part named. No details, nothing about anybody."""
    parts = health()
    return JsonResponse(parts, status=200 if set(parts.values()) == {"ok"} else 503)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """A demonstration is nothing for search engines. A real installation sends its headers page by page instead."""
    if not settings.DEMONSTRATION:
        raise Http404
    return HttpResponse("User-agent: *\nDisallow: /\n", content_type="text/plain; charset=utf-8")
