"""A form with a file: kept in memory within its limit before anything reads the body, and what to say of a refusal."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from portal.core.digits import file_size
from portal.core.uploads import BoundedMemoryUploadHandler

from .services.receiving import NoRoomNow, NotTaken, TooLarge


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
