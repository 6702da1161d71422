"""Ways back to a page of ours after a choice was sent (floor 0)."""

from django.utils.http import url_has_allowed_host_and_scheme

_LONGEST = 500


def way_back(path: str, *, otherwise: str) -> str:
    """Return the path that a form named, where it leads to this site; else `otherwise`."""
    is_ours = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if is_ours and len(path) <= _LONGEST else otherwise
