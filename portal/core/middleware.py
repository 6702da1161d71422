"""Requests and responses that every page shares (floor 0)."""

from collections.abc import Callable
from traceback import walk_tb

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.datastructures import MultiValueDictKeyError

from . import digits
from .heads import is_for_search_engines
from .views import bad_request, method_not_allowed, page_not_found

_METHODS = {"GET", "HEAD", "POST", "OPTIONS"}
_EDITOR_PREFIX = "/cms/"
_COUNTING_MODULES = {"wagtail.blocks.stream_block", "wagtail.blocks.list_block"}
_PUBLIC_CACHEABLE = ("/static/",)
# Addresses that carry no language prefix and never will.
_UNPREFIXED = (
    "/office/",
    "/cms/",
    "/staff/",
    "/helping/",
    "/static/",
    "/media/",
    "/spoken/",
    "/healthz",
    "/sms/",
    "/design/",
)


class SafeInputMiddleware:
    """Answers 400 or 405 before a hostile path or method reaches a view (NUL, unknown verbs)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Refuse, or pass on."""
        if request.method not in _METHODS and not request.path.startswith(_EDITOR_PREFIX):
            return method_not_allowed(request, ", ".join(sorted(_METHODS)))
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return bad_request(request)
        response = self.get_response(request)
        if response.status_code == 405 and not response.streaming and not response.content:
            return method_not_allowed(request, response.headers.get("Allow", ""))
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """400 for a form that lacks what its own counters announce, or counts in words. 404 for an address of the
        editor whose key can be none: the editor's own views break on it."""
        if isinstance(exception, MultiValueDictKeyError) or _is_unreadable_counter(exception):
            return bad_request(request)
        is_reading = request.method in {"GET", "HEAD"} and request.path.startswith(_EDITOR_PREFIX)
        return page_not_found(request) if is_reading and _is_no_key(exception) else None


class OperatorClockMiddleware:
    """Moments stand on pages and papers as the clock shows them where the operator is, and are read so from forms."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer by that clock."""
        with timezone.override(settings.OPERATOR_TIME_ZONE):
            return self.get_response(request)


def _is_no_key(exception: Exception) -> bool:
    """What Django raises for text that is no UUID, and for text that is no number."""
    return isinstance(exception, ValidationError) or (
        isinstance(exception, ValueError) and "expected a number" in str(exception)[:200]
    )


def _is_unreadable_counter(exception: Exception) -> bool:
    """Say whether the editor's own reading of its counters (how many blocks, in which order) met no number."""
    if not isinstance(exception, ValueError):
        return False
    raised_in = ""
    for frame, _line in walk_tb(exception.__traceback__):
        raised_in = frame.f_globals.get("__name__", "")
    return raised_in in _COUNTING_MODULES


class LanguagePrefixMiddleware(LocaleMiddleware):
    """Django's, but what is not found on a staff page is not looked for under a language prefix.

    The public site answers every address below a prefix, so Django would redirect each 404 of a staff page there.
    """

    def process_response(self, request, response):
        """Leave a 404 of an unprefixed page as it is."""
        if response.status_code == 404 and request.path_info.startswith(_UNPREFIXED):
            patch_vary_headers(response, ("Accept-Language",))
            return response
        return super().process_response(request, response)


class DigitsMiddleware:
    """The reader's choice of digits, from a cookie that says nothing else, for as long as the page is made."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the choice hold, and forget it afterwards."""
        with digits.digits_chosen(request.COOKIES.get(digits.COOKIE, "")):
            return self.get_response(request)


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The strict policy everywhere; the editor's own under the editor's prefix only."""

    def process_response(self, request, response):
        """Swap the policy under the editor's prefix, then let the library write the header."""
        if request.path.startswith(_EDITOR_PREFIX):
            response._csp_replace = {"default-src": None, **_as_update()}
            _let_editor_frame(response)
        return super().process_response(request, response)


def _let_editor_frame(response: HttpResponse) -> None:
    """A preview is a public page with its strict policy already written; only the editor may show it in a frame."""
    written = response.headers.get(HEADER)
    if written:
        response.headers[HEADER] = written.replace("frame-ancestors 'none'", "frame-ancestors 'self'")


def _as_update() -> dict:
    return {name: list(values) for name, values in settings.EDITOR_CONTENT_SECURITY_POLICY.items()}


class PrivateResponseMiddleware:
    """No page is kept by a browser or a proxy, and none by a search engine unless it was given a public head."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the headers that are not there yet."""
        response = self.get_response(request)
        if not request.path.startswith(_PUBLIC_CACHEABLE):
            response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not is_for_search_engines(response):
            response.headers.setdefault("X-Robots-Tag", "noindex, nofollow")
        return response
