"""Her photos, papers and recordings: the list, sending one at once, and taking one back (floor 7; R-70, R-76)."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.core.digits import file_size
from portal.core.uploads import BoundedMemoryUploadHandler
from portal.evidence.access import own_file_to_remove, own_files
from portal.evidence.enums import COMPLETE, EvidenceState
from portal.evidence.models import Evidence
from portal.evidence.services.receiving import NoRoom, NotTaken, TooLarge, receive_whole
from portal.evidence.services.removal import take_back
from portal.evidence.uploading import say_if_too_large, sentence_for, takes_file
from portal.family.file_places import FilePlace
from portal.family.forms.files import FileForm
from portal.family.kept import FILES, kept_fields, to_entry
from portal.family.own import own_registration
from portal.family.rendering import for_holder, render_page
from portal.family.sessions import current_holder
from portal.registry.models import Registration
from portal.registry.services.unsent import drop_unsent


@require_http_methods(["GET", "HEAD", "POST"])
@takes_file
def files(request: HttpRequest, reference: str, *, upload: BoundedMemoryUploadHandler) -> HttpResponse:
    """The list, and one file sent at once. What was written is kept where her page had closed."""
    holder = current_holder(request)
    if holder is None:
        return to_entry(request, reference, FILES)
    registration = own_registration(holder, reference)
    place = _place_of(holder, registration)
    if request.method != "POST":
        kept = kept_fields(registration, FILES)
        form = FileForm(initial={"kind": kept.get("kind"), "words": kept.get("words")} if kept else None)
        return files_page(request, place, form, was_closed=kept is not None)
    answer = take_file(request, place, upload)
    if answer.status_code == 302:
        drop_unsent(registration=registration)
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@for_holder
def remove_file(request: HttpRequest, holder: AccessHolder, reference: str, key: UUID) -> HttpResponse:
    """Take a file back: one page that says what it means, and one button."""
    return remove_from(request, _place_of(holder, own_registration(holder, reference)), key)


def take_file(request: HttpRequest, place: FilePlace, upload: BoundedMemoryUploadHandler) -> HttpResponse:
    """One file sent at once: taken, or the form with what is wrong and with what she wrote."""
    form = FileForm(request.POST, request.FILES)
    is_valid = form.is_valid()
    say_if_too_large(form, upload)
    if upload.is_too_large:
        return files_page(request, place, form, status=413)
    if not is_valid:
        return files_page(request, place, form, status=422)
    data = form.cleaned_data
    try:
        receive_whole(
            owner=place.owner,
            name=data["file"].name,
            content=data["file"].read(),
            kind=data["kind"],
            words=data["words"],
            actor=place.actor,
        )
    except (NotTaken, TooLarge, NoRoom) as problem:
        form.add_error("file", sentence_for(problem))
        return files_page(request, place, form, status=422)
    messages.success(request, said_received())
    return redirect(place.list_url)


def remove_from(request: HttpRequest, place: FilePlace, key: UUID) -> HttpResponse:
    """One page that says what taking back means, and one button."""
    evidence = own_file_to_remove(key, owner=place.owner, holder=place.holder)
    was_refused = evidence.state == EvidenceState.REFUSED
    if request.method == "POST":
        take_back(evidence=evidence, actor=place.actor)
        if not was_refused:
            messages.success(request, _("The file is removed. Nobody can open it any more."))
        return redirect(place.list_url)
    if was_refused:
        return redirect(place.list_url)
    return render_page(request, "family/files/remove.html", {"place": place, "file": evidence})


def files_page(
    request: HttpRequest, place: FilePlace, form: FileForm, status: int = 200, was_closed: bool = False
) -> HttpResponse:
    """What is here and on its way, and the form for one more."""
    found = own_files(place.owner, holder=place.holder)

    def rows(*states: str) -> list[dict]:
        return [_row(place, one) for one in found if one.state in states]

    context = {
        "place": place,
        "form": form,
        "was_closed": was_closed,
        "refused": rows(EvidenceState.REFUSED),
        "files": rows(*COMPLETE),
        "unfinished": rows(EvidenceState.RECEIVING),
        "limit": file_size(settings.EVIDENCE_MAX_BYTES),
        "most": settings.EVIDENCE_MAX_FILES,
    }
    return render_page(request, "family/files/list.html", context, status=status)


def said_received() -> str:
    """The sentence after a file arrived."""
    return _("Thank you. We have received the file and keep it locked.")


def _place_of(holder: AccessHolder, registration: Registration) -> FilePlace:
    return FilePlace(registration, holder, Actor.holder(holder.pk))


def _row(place: FilePlace, evidence: Evidence) -> dict:
    return {
        "file": evidence,
        "size": file_size(evidence.size),
        "percent": evidence.original.received() * 100 // evidence.size,
        "remove_url": place.remove_url(evidence.pk),
    }
