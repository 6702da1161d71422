"""Where our way of signing in differs from allauth's (floor 2)."""

from allauth.account.views import LogoutView
from allauth.mfa.totp.views import ActivateTOTPView
from django.conf import settings
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from portal.audit.actors import Actor
from portal.core.languages import LANGUAGES
from portal.core.ways import way_back

from .second_factor import note_set_up
from .services.people import choose_language, note_second_factor


class SetUpSecondFactorView(LoginRequiredMixin, ActivateTOTPView):
    """Connect an authenticator app; the session then counts as opened with it."""

    def form_valid(self, form) -> HttpResponse:
        """Keep the secret, note it in the log and in the session."""
        response = super().form_valid(form)
        note_second_factor(user=self.request.user, actor=Actor.staff(self.request.user.pk))
        note_set_up(self.request)
        return response


class SignOutView(LogoutView):
    """End the session and ask the browser to forget what it kept of it (R-09)."""

    def post(self, *args, **kwargs) -> HttpResponse:
        """Sign out and lead to the first page."""
        response = super().post(*args, **kwargs)
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Choose the language of pages without a prefix: cookie and account. Leads back to a page of ours."""
    code = request.POST.get("language", "")
    response = redirect(way_back(request.POST.get("next", ""), otherwise=settings.LOGIN_REDIRECT_URL))
    if code in LANGUAGES:
        if request.user.is_authenticated:
            choose_language(user=request.user, language=code)
        _set_cookie(response, code)
    return response


def _set_cookie(response: HttpResponseRedirect, code: str) -> None:
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )
