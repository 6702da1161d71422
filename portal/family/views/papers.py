"""Papers about a registration, and the download of everything (floor 7; R-38)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.core.languages import language
from portal.family.exporting import everything_json, everything_pdf
from portal.family.own import own_registration
from portal.family.papers import issue_pdf
from portal.family.rendering import for_holder, render_page
from portal.registry import events
from portal.registry.models import PaperKind, Registration
from portal.registry.services.issuing import TooManyPapers

_FILES = {"pdf": "application/pdf", "json": "application/json"}


@require_http_methods(["GET", "HEAD", "POST"])
@for_holder
def papers(request: HttpRequest, holder: AccessHolder, reference: str) -> HttpResponse:
    """The papers there are; POST makes one and gives it a code of its own."""
    registration = own_registration(holder, reference)
    kind = request.POST.get("kind")
    if kind not in PaperKind.values:
        return render_page(request, "family/papers.html", {"registration": registration})
    try:
        data = issue_pdf(
            registration=registration,
            kind=kind,
            language=language(get_language()),
            address=f"{request.scheme}://{request.get_host()}",
            actor=Actor.holder(holder.pk),
        )
    except TooManyPapers:
        messages.error(request, _("You have made many papers today. Please make the next one tomorrow."))
        return redirect("family:papers", reference)
    return _file(registration, data, "pdf")


@require_http_methods(["GET", "HEAD", "POST"])
@for_holder
def download(request: HttpRequest, holder: AccessHolder, reference: str) -> HttpResponse:
    """What the file holds and where it stays; POST gives it."""
    registration = own_registration(holder, reference)
    form = request.POST.get("form")
    if form not in _FILES:
        return render_page(request, "family/download.html", {"registration": registration})
    record(events.DOWNLOADED, actor=Actor.holder(holder.pk), subject=registration, data={"form": form})
    if form == "json":
        return _file(registration, everything_json(registration, holder), form)
    return _file(registration, everything_pdf(registration, holder, language=language(get_language())), form)


def _file(registration: Registration, data: bytes, form: str) -> HttpResponse:
    """A download whose name says nothing."""
    disposition = f'attachment; filename="{registration.reference}.{form}"'
    return HttpResponse(data, content_type=_FILES[form], headers={"Content-Disposition": disposition})
