"""A file in parts, for the script beside the form: each part is safe before the next one travels (floor 7; R-99).

Answers to the script are JSON; where the form has to speak, they are the page itself, which takes the old one's place.
"""

import re
from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.confidential.sealed_files import SEGMENT, WrongPart
from portal.evidence.access import own_file
from portal.evidence.services.receiving import NoRoom, NotTaken, TooLarge, begin, receive_part
from portal.evidence.uploading import sentence_for
from portal.family.file_places import FilePlace
from portal.family.forms.files import AnnouncedFileForm, FileForm
from portal.family.kept import FILES, to_entry
from portal.family.rendering import for_holder
from portal.family.sessions import current_holder
from portal.registry.access import own_registration_to_add_to
from portal.registry.models import Registration
from portal.registry.services.unsent import drop_unsent

from .files import files_page, said_received

_NUMBER = re.compile(r"[0-9]{1,12}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def for_script(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page that asks who it is cannot be answered by a script: it is led away, and says that the page has closed."""

    @wraps(view)
    def answered(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        is_page = answer.status_code == 200 and not isinstance(answer, JsonResponse)
        return redirect("family:return") if is_page else answer

    return answered


@require_POST
@for_script
def begin_file(request: HttpRequest, reference: str) -> HttpResponse:
    """Announce a file; what was kept of the form has now been sent."""
    holder = current_holder(request)
    if holder is None:
        return to_entry(request, reference, FILES)
    place = _place_of(holder, reference)
    answer = announce_to(request, place)
    if answer.status_code == 200 and isinstance(place.owner, Registration):
        drop_unsent(registration=place.owner)
    return answer


@require_POST
@for_holder
def file_part(request: HttpRequest, holder: AccessHolder, reference: str, key: UUID) -> HttpResponse:
    """Take one part as the body of the request; `Upload-At` says where it begins, the last one brings the hash."""
    return take_part(request, _place_of(holder, reference), key)


def announce_to(request: HttpRequest, place: FilePlace) -> HttpResponse:
    """Begin a file, or go on with it: where its parts go and how much is here; the page where the form has to speak."""
    form = AnnouncedFileForm(request.POST)
    if not form.is_valid() and form.errors.keys() & {"name", "size", "resume"}:
        raise Http404  # these the script writes, not a person
    if form.errors:
        return files_page(request, place, form, status=422)
    data = form.cleaned_data
    try:
        evidence = begin(
            owner=place.owner,
            name=data["name"],
            size=data["size"],
            kind=data["kind"],
            words=data["words"],
            is_resumed=data["resume"],
            actor=place.actor,
        )
    except (NotTaken, TooLarge, NoRoom) as problem:
        form.add_error("file", sentence_for(problem))
        return files_page(request, place, form, status=422)
    return JsonResponse({"url": place.part_url(evidence.pk), "at": evidence.original.received(), "part": SEGMENT})


def take_part(
    request: HttpRequest, place: FilePlace, key: UUID, *, before_leaving: Callable[[], None] = lambda: None
) -> HttpResponse:
    """Seal one part; after the last one the answer says where the list is. `before_leaving` is called just then."""
    evidence = own_file(key, owner=place.owner, holder=place.holder)
    at, digest = request.headers.get("Upload-At", ""), request.headers.get("Upload-Digest", "")
    if not _NUMBER.fullmatch(at) or (digest and not _DIGEST.fullmatch(digest)):
        raise Http404
    # Read now: where the file is not taken, nothing of it can be opened afterwards.
    told = {"kind": evidence.kind, "words": evidence.words}
    try:
        here = receive_part(evidence=evidence, content=request.body, at=int(at), digest=digest, actor=place.actor)
    except WrongPart:
        return JsonResponse({"at": evidence.original.received()}, status=409)
    except NotTaken as problem:
        before_leaving()
        if place.is_closed:
            messages.error(request, sentence_for(problem))
            return JsonResponse({"done": place.list_url})
        form = FileForm(told)
        form.errors.pop("file", None)
        form.add_error("file", sentence_for(problem))
        return files_page(request, place, form, status=422)
    if here < evidence.size:
        return JsonResponse({"at": here})
    before_leaving()
    messages.success(request, said_received())
    return JsonResponse({"at": here, "done": place.list_url})


def _place_of(holder: AccessHolder, reference: str) -> FilePlace:
    registration = own_registration_to_add_to(holder=holder, reference=reference)
    return FilePlace(registration, holder, Actor.holder(holder.pk))
