"""Ways back to a page of ours after a choice was sent (floor 0)."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

_LONGEST = 500


def way_back(request: HttpRequest, *, otherwise: str) -> str:
    """Return the path the form names in `next`, where it leads to this site; else `otherwise`."""
    path = request.POST.get("next", "")
    is_ours = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if is_ours and len(path) <= _LONGEST else otherwise
