"""Coming back by a name or a passkey. Everything that opens nothing gets one answer (floor 7; R-01, R-04)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from portal.accounts.services.passkeys import whose_passkey
from portal.accounts.services.sign_in_names import read_name, whose_name
from portal.family.forms.ways import WRONG_WAY, NameForm, OpenWithPasskeyForm
from portal.family.throttling import (
    allow_code_attempt,
    allow_name_attempt,
    forget_code_attempt,
    forget_name_attempt,
)
from portal.family.views.entering import code_page, enter, site_of


@require_http_methods(["GET", "HEAD", "POST"])
def by_name(request: HttpRequest) -> HttpResponse:
    """A name and a phrase, with the app's code and the PIN where she chose them."""
    if request.method != "POST":
        return redirect("family:return")
    form = NameForm(request.POST)
    is_readable = form.is_valid()
    name = read_name(form.cleaned_data.get("name", ""))
    if not allow_name_attempt(request, name):
        return code_page(request, name_form=NameForm(), status=429)
    holder = whose_name(**form.cleaned_data) if is_readable else None
    if holder is None:
        if is_readable:
            form.add_error("name", WRONG_WAY)
        return code_page(request, name_form=form)
    forget_name_attempt(request, name)
    return enter(request, holder)


@require_http_methods(["GET", "HEAD", "POST"])
def by_passkey(request: HttpRequest) -> HttpResponse:
    """What her device answered, and the PIN where she chose one."""
    if request.method != "POST":
        return redirect("family:return")
    if not allow_code_attempt(request, "passkey"):
        return code_page(request, passkey_form=OpenWithPasskeyForm(), status=429)
    form = OpenWithPasskeyForm(request.POST)
    holder = whose_passkey(host=site_of(request), **form.cleaned_data) if form.is_valid() else None
    if holder is None:
        form.add_error(None, WRONG_WAY)
        return code_page(request, passkey_form=form)
    forget_code_attempt(request, "passkey")
    return enter(request, holder)
