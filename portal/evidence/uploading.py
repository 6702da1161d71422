"""A form with a file: kept in memory within its limit before anything reads the body, and what to say of a refusal."""

from collections.abc import Callable
from functools import partial, wraps

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from portal.audit.actors import Actor
from portal.core.digits import file_size
from portal.core.uploads import BoundedMemoryUploadHandler
from portal.registry.models import Message, Registration

from .services.attaching import write_with_file
from .services.receiving import NoRoom, NoRoomNow, NotTaken, TooLarge


def takes_file(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Set the bounded handler first; only then is the form's token checked. The view gets the handler as `upload`."""
    protected = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def bounded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        upload = BoundedMemoryUploadHandler(request, limit=settings.EVIDENCE_MAX_BYTES)
        request.upload_handlers = [upload]
        return protected(request, *args, upload=upload, **kwargs)

    return bounded


def say_if_too_large(form: forms.Form, upload: BoundedMemoryUploadHandler) -> None:
    """Say beside the field that the file was too large to be read at all, in place of what the form says of none."""
    if upload.is_too_large:
        form.errors.pop("file", None)
        form.add_error("file", sentence_for(TooLarge()))


def is_sent_with_file(
    form: forms.Form, *, write: Callable[..., Message], registration: Registration, actor: Actor
) -> bool:
    """Send the words of a form with its file, or say beside the field why the file is not taken.

    Raises what `write` raises; then nothing was sent.
    """
    words, file = form.cleaned_data["words"], form.cleaned_data["file"]
    written = partial(write, registration=registration, words=words, actor=actor)
    try:
        write_with_file(write=written, registration=registration, file=file, actor=actor)
    except (NotTaken, TooLarge, NoRoom) as problem:
        form.add_error("file", sentence_for(problem))
    return not form.errors


def sentence_for(problem: Exception) -> str:
    """Say why a file was not taken, and what the sender can do."""
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
