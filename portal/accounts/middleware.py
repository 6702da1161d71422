"""The language a person chose, and the gate before staff pages (floor 2; R-02, R-05, R-16)."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.utils import translation

from portal.core.languages import LANGUAGES
from portal.core.views import visitor_language

from . import second_factor, sessions
from .enums import EDITOR_ROLES, HELPER_ROLES, OFFICE_ROLES, Role
from .permissions import hold_roles, roles_of
from .services.roles import end_roles_that_are_over
from .signing_in_again import ask_to_sign_in

_STAFF = "/staff/"
_EDITOR = "/cms/"
_HELPING = "/helping/"
# Where what a helper wrote while she was signed out stands again.
_KEPT_FORM = f"{_HELPING}kept/"
_UNPREFIXED = ("/office/", _EDITOR, _STAFF, _HELPING)
# All that somebody may do under /staff/ before the second factor is set up and used.
_BEFORE_SECOND_FACTOR = frozenset(
    {
        "account_login",
        "account_logout",
        "account_inactive",
        "account_reauthenticate",
        "mfa_authenticate",
        "mfa_reauthenticate",
        "mfa_activate_totp",
        "staff_language",
    }
)
_NEW_PASSWORD = "account_change_password"  # noqa: S105 - the name of a page


class ChosenLanguageMiddleware:
    """Pages without a language prefix speak the language the person chose, else the browser's, else Arabic."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Activate the cookie's, the user's or the visitor's language under the unprefixed paths."""
        if request.path.startswith(_UNPREFIXED):
            code = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
            if code not in LANGUAGES and request.user.is_authenticated:
                code = request.user.language
            if code not in LANGUAGES:
                code = visitor_language(request)
            translation.activate(code)
            request.LANGUAGE_CODE = code
        return self.get_response(request)


class StaffGateMiddleware:
    """Nobody passes to an area of staff without a role that belongs there and a second factor in this session."""

    _GATES = {
        "/office/": OFFICE_ROLES,
        _EDITOR: EDITOR_ROLES | {Role.ADMINISTRATOR},
        _HELPING: HELPER_ROLES,
    }

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Redirect to sign in or to set up the second factor, refuse, or pass on."""
        if not request.path.startswith(_UNPREFIXED):
            return self.get_response(request)
        if request.user.is_authenticated and sessions.has_ended(request):
            logout(request)
        if request.user.is_authenticated:
            sessions.touch(request)
        if request.path.startswith(_STAFF):
            return self._guard_own_account(request)
        allowed = next(roles for prefix, roles in self._GATES.items() if request.path.startswith(prefix))
        return self._guard(request, allowed)

    def _guard(self, request: HttpRequest, allowed: frozenset[str]) -> HttpResponse:
        if not request.user.is_authenticated:
            if request.method == "POST" and request.path.startswith(_HELPING):
                return ask_to_sign_in(request, next_page=_KEPT_FORM)
            return redirect(f"{settings.LOGIN_URL}?{urlencode({'next': _way_back(request)})}")
        if hold_roles(request.user):
            end_roles_that_are_over(user=request.user)
        roles = roles_of(request.user)
        if not roles & allowed:
            if request.path == settings.LOGIN_REDIRECT_URL and roles & HELPER_ROLES:
                return self._ask_second_factor(request) or redirect(_HELPING)
            raise PermissionDenied
        if request.path.startswith(_EDITOR) and not request.user.has_perm("wagtailadmin.access_admin"):
            raise PermissionDenied
        refused = self._ask_second_factor(request) or _ask_new_password(request)
        second_factor.hold_proof(request)
        return refused or self.get_response(request)

    def _guard_own_account(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and not _is_open_before_second_factor(request):
            return self._ask_second_factor(request) or _ask_new_password(request) or self.get_response(request)
        return self.get_response(request)

    def _ask_second_factor(self, request: HttpRequest) -> HttpResponse | None:
        if not second_factor.has_second_factor(request.user):
            return redirect("mfa_activate_totp")
        if not second_factor.was_second_factor_used(request):
            return redirect(_again(request))
        return None


def _ask_new_password(request: HttpRequest) -> HttpResponse | None:
    """A first password is known to an administrator: lead to the page on which it is replaced."""
    if getattr(request.user, "must_change_password", False) and request.path != reverse(_NEW_PASSWORD):
        return redirect(_NEW_PASSWORD)
    return None


def _is_open_before_second_factor(request: HttpRequest) -> bool:
    try:
        return resolve(request.path_info).url_name in _BEFORE_SECOND_FACTOR
    except Resolver404:
        return True


def _way_back(request: HttpRequest) -> str:
    """Return the page to come back to: never a query string (it may hold a name), never a page that only takes POST."""
    if request.method in {"GET", "HEAD"}:
        return request.path
    return _EDITOR if request.path.startswith(_EDITOR) else settings.LOGIN_REDIRECT_URL


def _again(request: HttpRequest) -> str:
    return f"/staff/2fa/reauthenticate/?{urlencode({'next': _way_back(request)})}"
