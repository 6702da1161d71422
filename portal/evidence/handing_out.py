"""How a file from outside leaves the house: to be saved, never drawn inside our pages (floor 6; R-74)."""

from django.http import HttpResponse

from .access import Opened

# A file that comes from outside is never drawn inside our pages, and nothing in it may run.
_SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'"


def as_attachment(opened: Opened) -> HttpResponse:
    """Hand a file over under its neutral name."""
    return HttpResponse(
        opened.content,
        content_type=opened.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{opened.name}"',
            "Content-Security-Policy": _SANDBOX,
            "X-Content-Type-Options": "nosniff",
        },
    )
