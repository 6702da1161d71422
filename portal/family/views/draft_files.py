"""Photos and papers before the registration is sent, at any point of filling in (floor 7; R-70, R-76, R-99).

Where her page or a helper's session had closed, what was written is kept for when the list is opened again.
"""

from collections.abc import Callable
from functools import partial, wraps
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from portal.audit.actors import ActorKind
from portal.core.languages import language
from portal.core.uploads import BoundedMemoryUploadHandler
from portal.evidence.access import draft_of_file, has_begun_file
from portal.evidence.uploading import takes_file
from portal.family.file_places import FilePlace
from portal.family.filling import (
    absent_filled_for,
    begin_filling,
    current_helped,
    filled_for,
    home,
    is_helping,
    open_again,
    who_acts,
    who_goes_on,
)
from portal.family.forms.files import FileForm
from portal.family.sessions import is_away
from portal.family.typed import keep_typed, typed_for, without_typed
from portal.family.views.entering import ask_for_code
from portal.registry.answers import FILES
from portal.registry.models import Draft, Registration
from portal.registry.services.drafts import open_draft, save_answers
from portal.registry.testimonies import access_helped_draft, helps_with

from .file_parts import announce_to, for_script, take_part
from .files import files_page, remove_from, take_file


def _for_draft(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Pass the draft, and where its files go; without an open draft lead to where she can go on."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        holder = filled_for(request)
        draft = open_draft(holder) if holder else None
        if holder is None or draft is None:
            return _to_entry(request) if holder is None else home(request)
        return view(request, draft, FilePlace(draft, holder, who_acts(request, holder)), *args, **kwargs)

    return guarded


@require_http_methods(["GET", "HEAD", "POST"])
@takes_file
@_for_draft
def files(request: HttpRequest, draft: Draft, place: FilePlace, *, upload: BoundedMemoryUploadHandler) -> HttpResponse:
    """The list, and one file sent at once."""
    if request.method == "POST":
        answer = take_file(request, place, upload)
        if answer.status_code == 302:
            _forget_typed(draft, place)
        return answer
    typed = typed_for(draft.answers, FILES)
    form = FileForm(initial={"kind": typed.get("kind"), "words": typed.get("words")} if typed else None)
    return files_page(request, place, form, was_closed=typed is not None)


def _to_person_of_file(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Lead an older window of a helper, which asks for a file of another person, to the files of that person.

    Only what is read: a form names its person, so it goes where it belongs.
    """

    @wraps(view)
    def guarded(request: HttpRequest, key: UUID) -> HttpResponse:
        helped = current_helped(request) if request.method != "POST" and is_helping(request) else None
        draft = draft_of_file(key) if helped else None
        if helped is None or draft is None or draft == helped.draft or not helps_with(draft, user=request.user):
            return view(request, key=key)
        if draft.submitted_at:
            messages.info(request, _("This registration was sent meanwhile, so nothing of it is open here any more."))
            return redirect("helping:list")
        testimony = access_helped_draft(draft.testimony.pk, user=request.user)
        begin_filling(request, testimony)
        words = _("You go on with %(name)s now. Please press “Remove” again beside the file.")
        messages.info(request, words % {"name": testimony.person_name})
        return redirect("family:draft-files")

    return guarded


@require_http_methods(["GET", "HEAD", "POST"])
@_to_person_of_file
@_for_draft
def remove_file(request: HttpRequest, draft: Draft, place: FilePlace, key: UUID) -> HttpResponse:
    """Take one back before it is sent."""
    return remove_from(request, place, key)


@require_POST
@for_script
@_for_draft
def begin_file(request: HttpRequest, draft: Draft, place: FilePlace) -> HttpResponse:
    """Announce a file; what was kept of the form has now been sent."""
    answer = announce_to(request, place)
    if answer.status_code == 200:
        _forget_typed(draft, place)
    return answer


@require_POST
@for_script
def file_part(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take one part. It goes to the file that was begun, whoever is open in another window and whatever is sent there.

    After the last one a helper's window goes on with the person whose file it is.
    """
    draft = draft_of_file(key)
    actor = who_goes_on(request, draft) if draft else None
    if draft is None or actor is None:
        if filled_for(request) is None:
            return _to_entry(request)
        raise Http404
    sent = Registration.objects.filter(draft=draft).first()
    place = FilePlace(sent or draft, draft.holder, actor, is_helped=actor.kind == ActorKind.STAFF)
    if not place.is_helped:
        return take_part(request, place, key)
    if not place.is_closed:
        return take_part(request, place, key, before_leaving=partial(open_again, request, draft))
    if not has_begun_file(key, user=request.user):
        raise Http404
    return take_part(request, place, key)


def _forget_typed(draft: Draft, place: FilePlace) -> None:
    answers = draft.answers
    if typed_for(answers, FILES) is not None:
        save_answers(draft=draft, answers=without_typed(answers, FILES), language=_language(), actor=place.actor)


def _to_entry(request: HttpRequest) -> HttpResponse:
    if request.method == "POST" and (absent := absent_filled_for(request)):
        keep_typed(absent, FILES, request.POST, language=_language())
    if is_helping(request):
        return home(request)
    if request.method == "POST" and not is_away(request):
        return ask_for_code(request)
    return redirect("family:return" if is_away(request) else "family:start")


def _language() -> str:
    return language(get_language()).code
