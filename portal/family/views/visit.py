"""Coming back with the code, and leaving (floor 7)."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.accounts.services.pins import whose_page
from portal.family.filling import is_helping
from portal.family.forms.visit import WRONG_CODE, CodeForm
from portal.family.rendering import clear_device
from portal.family.sessions import close_holder, current_holder
from portal.family.throttling import allow_code_attempt, forget_code_attempt
from portal.family.views.entering import code_page, enter


@require_http_methods(["GET", "HEAD", "POST"])
def come_back(request: HttpRequest) -> HttpResponse:
    """The code alone opens her page. Wrong, ended and unreadable codes get one and the same answer."""
    if request.method != "POST":
        return redirect("family:me") if current_holder(request) else code_page(request)
    if not allow_code_attempt(request):
        return code_page(request, status=429)
    form = CodeForm(request.POST)
    holder = whose_page(code=form.cleaned_data["code"], pin=form.cleaned_data["pin"]) if form.is_valid() else None
    if holder is None:
        if form.is_valid():
            form.add_error("code", WRONG_CODE)
        return code_page(request, form)
    forget_code_attempt(request)
    return enter(request, holder)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the visit at her wish; a helper goes back to her list."""
    if is_helping(request):
        return redirect("family:stop")
    close_holder(request)
    return clear_device(redirect("family:stop"))


@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """The quick exit: end the visit, ask the browser to forget, and go where anyone might be."""
    close_holder(request)
    return clear_device(redirect(settings.QUICK_EXIT_URL))
