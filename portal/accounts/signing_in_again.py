"""A form that reached us after its sender was signed out: it travels through the pages of signing in (floor 2).

Before the password it stands in the page and nowhere else; after it, sealed in the session, until it was looked at.
"""

import json
from typing import Any
from urllib.parse import urlencode

from allauth.account.views import LoginView
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_protect

from portal.confidential.cipher import CannotOpen, seal, unseal
from portal.confidential.secrets import secret
from portal.core.carrying import carried, to_carry

from .forms import SignInForm

_KEPT, _ASSOCIATED = "kept_form", b"kept-form"


class SignInView(LoginView):
    """Password first. What travels is shown to nobody before the second factor, too."""

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        """Also after a wrong password it goes along."""
        return {**super().get_context_data(**kwargs), "carried": carried(self.request.POST)}

    def form_valid(self, form) -> HttpResponse:
        """Seal what travels into the session of whoever knows the password."""
        if found := carried(self.request.POST):
            text = json.dumps(found).encode(errors="replace")
            self.request.session[_KEPT] = seal(text, key=secret("kek"), associated=_ASSOCIATED).hex()
        return super().form_valid(form)


@csrf_protect
def ask_to_sign_in(request: HttpRequest, *, next_page: str) -> HttpResponse:
    """Answer a form whose sender is signed out with the page to sign in; what was typed goes along, if anything was."""
    kept = to_carry(request)
    if kept is None:
        return redirect(f"{settings.LOGIN_URL}?{urlencode({'next': next_page})}")
    form = SignInForm(request=request)
    return render(request, "account/login.html", {"form": form, "carried": kept, "next_page": next_page})


def kept_form(request: HttpRequest) -> dict[str, str] | None:
    """Return what was sealed at signing in, or None."""
    try:
        text = unseal(bytes.fromhex(request.session.get(_KEPT, "")), key=secret("kek"), associated=_ASSOCIATED)
    except CannotOpen:
        return None
    return json.loads(text)


def forget_kept_form(request: HttpRequest) -> None:
    """Forget it: she has gone on."""
    request.session.pop(_KEPT, None)


def forget_sent_form(request: HttpRequest) -> None:
    """Forget it where this request sends it: what was typed has done its service."""
    found = kept_form(request) if request.method == "POST" and _KEPT in request.session else None
    if found and found["path"] == request.path:
        forget_kept_form(request)
