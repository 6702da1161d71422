"""Her photos, papers and recordings: the list, sending one at once, and taking one back (floor 7; R-70, R-76)."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.core.digits import file_size
from portal.core.uploads import BoundedMemoryUploadHandler
from portal.evidence.access import own_file, own_files
from portal.evidence.enums import EvidenceState
from portal.evidence.models import Evidence
from portal.evidence.services.receiving import NoRoom, NoRoomNow, NotTaken, TooLarge, receive_whole
from portal.evidence.services.removal import take_back
from portal.family.forms.files import FileForm
from portal.family.own import own_registration
from portal.family.rendering import for_holder, render_page
from portal.registry.models import Registration


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@for_holder
def files(request: HttpRequest, holder: AccessHolder, reference: str) -> HttpResponse:
    """Set the bounded handler before anything reads the body; only then is the form's token checked."""
    handler = BoundedMemoryUploadHandler(request, limit=settings.EVIDENCE_MAX_BYTES)
    request.upload_handlers = [handler]
    return _checked(request, holder, reference, handler=handler)


@csrf_protect
def _checked(
    request: HttpRequest, holder: AccessHolder, reference: str, *, handler: BoundedMemoryUploadHandler
) -> HttpResponse:
    registration = own_registration(holder, reference)
    if request.method != "POST":
        return files_page(request, holder, registration, FileForm())
    form = FileForm(request.POST, request.FILES)
    is_valid = form.is_valid()
    if handler.is_too_large:
        form.errors.pop("file", None)
        form.add_error("file", sentence_for(TooLarge()))
        return files_page(request, holder, registration, form, status=413)
    if not is_valid:
        return files_page(request, holder, registration, form, status=422)
    data = form.cleaned_data
    try:
        receive_whole(
            registration=registration,
            name=data["file"].name,
            content=data["file"].read(),
            kind=data["kind"],
            words=data["words"],
            actor=Actor.holder(holder.pk),
        )
    except (NotTaken, TooLarge, NoRoom) as problem:
        form.add_error("file", sentence_for(problem))
        return files_page(request, holder, registration, form, status=422)
    messages.success(request, said_received())
    return redirect("family:files", reference)


@require_http_methods(["GET", "HEAD", "POST"])
@for_holder
def remove_file(request: HttpRequest, holder: AccessHolder, reference: str, key: UUID) -> HttpResponse:
    """Take a file back: one page that says what it means, and one button."""
    registration = own_registration(holder, reference)
    evidence = own_file(key, registration=registration, holder=holder)
    if request.method == "POST":
        take_back(evidence=evidence, actor=Actor.holder(holder.pk))
        messages.success(request, _("The file is removed. Nobody can open it any more."))
        return redirect("family:files", reference)
    context = {"registration": registration, "file": evidence}
    return render_page(request, "family/files/remove.html", context)


def files_page(
    request: HttpRequest, holder: AccessHolder, registration: Registration, form: FileForm, status: int = 200
) -> HttpResponse:
    """What is here and on its way, and the form for one more."""
    found = own_files(registration, holder=holder)
    context = {
        "registration": registration,
        "form": form,
        "files": [_row(one) for one in found if one.state != EvidenceState.RECEIVING],
        "unfinished": [_row(one) for one in found if one.state == EvidenceState.RECEIVING],
        "limit": file_size(settings.EVIDENCE_MAX_BYTES),
        "most": settings.EVIDENCE_MAX_FILES,
    }
    return render_page(request, "family/files/list.html", context, status=status)


def sentence_for(problem: Exception) -> str:
    """Say why a file was not taken, and what she can do."""
    if isinstance(problem, NotTaken):
        return str(problem.refusal.label)
    if isinstance(problem, TooLarge):
        size = file_size(settings.EVIDENCE_MAX_BYTES)
        return _("This file is larger than %(size)s. Please choose a smaller one.") % {"size": size}
    if isinstance(problem, NoRoomNow):
        return _("We cannot take more files today. Please send it again tomorrow.")
    size = file_size(settings.EVIDENCE_MAX_TOTAL_BYTES)
    return _("There is room for %(count)s files, %(size)s together. Please remove one that we do not need.") % {
        "count": settings.EVIDENCE_MAX_FILES,
        "size": size,
    }


def said_received() -> str:
    """The sentence after a file arrived."""
    return _("Thank you. We have received the file and keep it locked.")


def _row(evidence: Evidence) -> dict:
    return {
        "file": evidence,
        "size": file_size(evidence.size),
        "percent": evidence.original.received() * 100 // evidence.size,
        "can_remove": evidence.state != EvidenceState.REFUSED,
    }
