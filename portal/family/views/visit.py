"""Coming back with the code, and leaving (floor 7)."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.accounts.models import AccessHolder
from portal.accounts.services.pins import whose_page
from portal.family.filling import is_helping
from portal.family.forms.visit import WRONG_CODE, CodeForm
from portal.family.rendering import clear_device, render_page
from portal.family.sessions import close_holder, current_holder, has_wanted, is_away, open_holder
from portal.family.steps import step_of
from portal.family.throttling import allow_code_attempt, forget_code_attempt
from portal.family.typed import typed_question
from portal.family.views.following import follow_wanted
from portal.registry.answers import NAMES, kind_of
from portal.registry.services.drafts import open_draft


@require_http_methods(["GET", "HEAD", "POST"])
def come_back(request: HttpRequest) -> HttpResponse:
    """The code alone opens her page. Wrong, ended and unreadable codes get one and the same answer."""
    if request.method != "POST":
        if current_holder(request):
            return redirect("family:me")
        return _code_page(request, CodeForm())
    if not allow_code_attempt(request):
        return _code_page(request, CodeForm(), status=429, is_throttled=True)
    form = CodeForm(request.POST)
    holder = whose_page(code=form.cleaned_data["code"], pin=form.cleaned_data["pin"]) if form.is_valid() else None
    if holder is None:
        if form.is_valid():
            form.add_error("code", WRONG_CODE)
        return _code_page(request, form)
    forget_code_attempt(request)
    open_holder(request, holder)
    return follow_wanted(request, holder) or _where_she_was(holder)


def _where_she_was(holder: AccessHolder) -> HttpResponse:
    draft = open_draft(holder)
    question = typed_question(draft.answers) if draft else None
    if question == NAMES:
        return redirect("family:names")
    step = step_of(question, kind_of(draft.answers)) if draft and question else None
    return redirect(step.url if step else "family:me")


def _code_page(request: HttpRequest, form: CodeForm, status: int = 200, is_throttled: bool = False) -> HttpResponse:
    context = {
        "form": form,
        "is_away": is_away(request),
        "is_throttled": is_throttled,
        "has_wanted": has_wanted(request),
    }
    return render_page(request, "family/return.html", context, status=status)


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
