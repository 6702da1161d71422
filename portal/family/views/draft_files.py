"""Photos and papers before the registration is sent, at any point of filling in (floor 7; R-70, R-76, R-99).

Where her page or a helper's session had closed, what was written is kept for when the list is opened again.
"""

from collections.abc import Callable
from functools import partial, wraps
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST

from portal.audit.actors import ActorKind
from portal.core.languages import language
from portal.core.uploads import BoundedMemoryUploadHandler
from portal.evidence.access import draft_of_file, has_begun_file
from portal.evidence.uploading import takes_file
from portal.family.file_places import FilePlace
from portal.family.filling import absent_filled_for, filled_for, home, is_helping, open_again, who_acts, who_goes_on
from portal.family.forms.files import FileForm
from portal.family.sessions import is_away
from portal.family.typed import keep_typed, typed_for, without_typed
from portal.family.views.entering import ask_for_code
from portal.registry.answers import FILES
from portal.registry.models import Draft, Registration
from portal.registry.services.drafts import open_draft, save_answers

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


@require_http_methods(["GET", "HEAD", "POST"])
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
