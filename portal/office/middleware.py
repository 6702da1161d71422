"""Where nobody knows what a file or a record is opened for, the question comes instead (floor 7)."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from portal.matching.sittings import SittingPurposeNeeded
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
