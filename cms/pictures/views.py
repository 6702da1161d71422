"""Pictures are served by the portal itself, from its own address: only drawn ones, never an original.

The folder of media needs no place in a web server's configuration, and must have none.
"""

from pathlib import PurePath

from django.http import FileResponse, Http404, HttpRequest
from django.views import View
from wagtail.images import get_image_model

from portal.accounts.enums import EDITOR_ROLES
from portal.accounts.permissions import has_role
from portal.accounts.second_factor import was_second_factor_used

from .drawing import PUBLIC_SPECS
from .standing import is_on_public_page

_TYPES = {
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
}
_HOUR = 3600


class PictureFile(View):
    """A size that public pages use is for everybody while such a page shows the picture; all else is the editors'."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, name: str) -> FileResponse:
        """Answer with the file, or 404, the same for what is not there and what is not theirs."""
        rendition = (
            get_image_model()
            .get_rendition_model()
            .objects.select_related("image")
            .filter(file=f"images/{name}")
            .first()
        )
        kind = _TYPES.get(PurePath(name).suffix.lower())
        if rendition is None or kind is None:
            raise Http404
        is_public = rendition.filter_spec in PUBLIC_SPECS and is_on_public_page(rendition.image)
        if not is_public and not _may_edit(request):
            raise Http404
        try:
            file = rendition.file.open("rb")
        except FileNotFoundError as error:
            raise Http404 from error
        keeping = f"public, max-age={_HOUR}" if is_public else "no-store"
        return FileResponse(file, content_type=kind, headers={"Cache-Control": keeping})


def _may_edit(request: HttpRequest) -> bool:
    user = request.user
    return user.is_authenticated and has_role(user, *EDITOR_ROLES) and was_second_factor_used(request)
