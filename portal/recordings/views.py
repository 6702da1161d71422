"""A recording is served by the portal itself: the same to everybody, without a cookie, and kept by the browser."""

import re

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from .models import Recording

_RANGE = re.compile(r"bytes=(\d+)-(\d*)")
_KEPT = "public, max-age=31536000, immutable"


@require_safe
def heard(request: HttpRequest, name: str) -> HttpResponse | FileResponse:
    """Answer with the file, or with the part that a player asks for: some telephones play nothing without that."""
    recording = Recording.objects.live().filter(file_hash=name.partition(".")[0]).first()
    if recording is None or recording.name != name:
        raise Http404
    try:
        file = default_storage.open(recording.path, "rb")
    except FileNotFoundError as error:
        raise Http404 from error
    headers = {"Accept-Ranges": "bytes", "Cache-Control": _KEPT}
    wanted = _RANGE.fullmatch(request.headers.get("Range", ""))
    if wanted is None:
        return FileResponse(file, content_type=recording.media_type, headers=headers)
    first, last = int(wanted[1]), min(int(wanted[2] or recording.size), recording.size - 1)
    if first > last:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{recording.size}"})
    with file:
        file.seek(first)
        part = file.read(last - first + 1)
    headers["Content-Range"] = f"bytes {first}-{last}/{recording.size}"
    return HttpResponse(part, status=206, content_type=recording.media_type, headers=headers)
