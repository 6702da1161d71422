"""The receipt as a PDF, when she wants it (floor 7)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from portal.accounts.models import AccessHolder
from portal.core.languages import language
from portal.family.own import own_registration
from portal.family.receipts import STYLES, receipt_pdf
from portal.family.rendering import for_holder


@require_safe
@for_holder
def receipt(request: HttpRequest, holder: AccessHolder, reference: str, style: str) -> HttpResponse:
    """Plain, or discreet without any word about the subject; the file's name says nothing either."""
    if style not in STYLES:
        raise Http404
    registration = own_registration(holder, reference)
    data = receipt_pdf(registration, style=style, language=language(get_language()))
    return HttpResponse(
        data,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{registration.reference}.pdf"'},
    )
