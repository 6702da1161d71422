"""The first redirect, the change of language, and what is shown when something goes wrong (floor 0)."""

import sys
from collections.abc import Iterable

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import override
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from . import digits, discretion
from .context_processors import portal
from .languages import LANGUAGES
from .sent_again import form_given_up, refused_form
from .ways import way_back

# Seconds after which a browser may ask again while the database is away or too much was asked.
_RETRY_AFTER = {429: "60", 503: "30"}

# Pages without a language prefix, where the middleware of accounts puts the person's choice on the request.
_CHOSEN = ("/office/", "/cms/", "/staff/", "/helping/")
# Kurmanji as browsers name it; Kurmanji in Arabic script (Badini) is never guessed to be another language.
_BROWSER_CODES = {"kmr": "ku", "ku": "ku", "ku-tr": "ku", "ku-latn": "ku", "ku-sy": "ku", "ckb": "ckb", "ar": "ar"}


def visitor_language(request: HttpRequest) -> str:
    """Return the language for a visitor without a prefix: the cookie's, else the browser's, else Arabic."""
    cookie = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    if cookie in LANGUAGES:
        return cookie
    for code, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")[:500].lower()):
        exact = _BROWSER_CODES.get(code)
        if exact:
            return exact
        main = code.split("-")[0]
        if main in {"ar", "en", "ckb"}:
            return main
    return settings.DEFAULT_VISITOR_LANGUAGE


@never_cache
def root(request: HttpRequest) -> HttpResponse:
    """Lead `/` to the visitor's language."""
    return redirect(f"/{visitor_language(request)}/")


@require_safe
def choose_digits(request: HttpRequest) -> HttpResponse:
    """Keep which digits the reader wants to see, for this visit of the browser, and lead back to the page.

    A form by GET: it changes the shape of digits and nothing else, while a form token's cookie would be a trace on the
    telephone of everybody who reads a public page.
    """
    return _kept_choice(request, digits.COOKIE, request.GET.get("digits", ""), digits.CHOICES)


@require_safe
def choose_discretion(request: HttpRequest) -> HttpResponse:
    """Keep whether pages show the name and the menu, for this visit of the browser, and lead back to the page.

    A form by GET for the reason of the digits.
    """
    return _kept_choice(request, discretion.COOKIE, request.GET.get("plain", ""), discretion.CHOICES)


def _kept_choice(request: HttpRequest, cookie: str, choice: str, choices: Iterable[str]) -> HttpResponse:
    response = redirect(way_back(request.GET.get("next", ""), otherwise="/"))
    if choice in choices:
        response.set_cookie(cookie, choice, secure=settings.LANGUAGE_COOKIE_SECURE, httponly=True, samesite="Lax")
    return response


def reader_language(request: HttpRequest) -> str:
    """Return the language for a page that tells of a problem: the path's, the one in use, else the visitor's.

    Reads neither session nor database: both may be what is broken.
    """
    first = request.path_info.split("/")[1:2]
    if first and first[0] in LANGUAGES:
        return first[0]
    chosen = getattr(request, "LANGUAGE_CODE", "") if request.path_info.startswith(_CHOSEN) else ""
    return chosen if chosen in LANGUAGES else visitor_language(request)


def problem(request: HttpRequest, status: int, *, template: str = "", refused: dict | None = None) -> HttpResponse:
    """Tell of a problem in the reader's language; rendered without the request, so without session and database."""
    with override(reader_language(request)):
        body = render_to_string(template or f"{status}.html", {**portal(request), "refused": refused})
    response = HttpResponse(body, status=status, headers={"Cache-Control": "no-store"})
    if status in _RETRY_AFTER:
        response.headers["Retry-After"] = _RETRY_AFTER[status]
    return response


def forbidden_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose protection token is missing or old: nothing was done, and what was written comes back."""
    return problem(request, 403, template="403_csrf.html", refused=refused_form(request))


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request could not be read; 413 where it is too large. What was typed comes back as far as it can."""
    status = 413 if isinstance(exception, RequestDataTooBig) else 400
    return problem(request, status, refused=form_given_up(request, exception))


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: not open to this person."""
    return problem(request, 403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing here, said the same for what does not exist and for what is not yours."""
    return problem(request, 404)


def method_not_allowed(request: HttpRequest, allow: str) -> HttpResponse:
    """405: the page exists but cannot be asked for in this way."""
    response = problem(request, 405)
    response.headers["Allow"] = allow
    return response


def too_many_requests(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429: too often in a short time; what to do is to wait."""
    return problem(request, 429)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault; what was saved is not lost. 503 while the database is away: nothing was written."""
    is_away = isinstance(sys.exc_info()[1], (OperationalError, InterfaceError))
    return problem(request, 503 if is_away else 500)
