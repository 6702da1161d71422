"""What comes instead of a page of the office: the question what for, or the way on where there is none (floor 7)."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from portal.matching.sittings import SittingPurposeNeeded
from portal.office.views.no_page import HELPING, no_such_page, not_open, only_by_button
from portal.office.views.openings import ask_purpose
from portal.office.views.sittings import ask_sitting
from portal.registry.purposes import PurposeNeeded


class PurposeMiddleware:
    """Ask it for whichever page a file or a record is read on, so that no page can forget to."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Ask, and lead back to the page, or send the form again, once it is said."""
        if isinstance(exception, PurposeNeeded):
            return ask_purpose(request, exception.key)
        return ask_sitting(request) if isinstance(exception, SittingPurposeNeeded) else None


class NoPageMiddleware:
    """Keep whoever works in the office, or with a family, there where an address leads to nothing or is not open."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Put the page of the office in the place of the public one."""
        response = self.get_response(request)
        if not _is_ours(request):
            return response
        if response.status_code == 405 and request.method in {"GET", "HEAD"}:
            return only_by_button(request, response.headers.get("Allow", ""))
        return no_such_page(request) if response.status_code == 404 else response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Say in the frame of the office that a page is for others."""
        return not_open(request) if isinstance(exception, PermissionDenied) and _is_ours(request) else None


def _is_ours(request: HttpRequest) -> bool:
    return request.path_info.startswith(("/office/", HELPING))
