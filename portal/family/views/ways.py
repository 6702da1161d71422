"""Further ways into her page, and a new code: added only just after she proved who she is (floor 7; ADR 0020, R-06).

As with the PIN, nothing here shows what is set: somebody may be looking over her shoulder, or may have been given the
second PIN.
"""

import uuid
from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from portal.accounts.models import AccessHolder
from portal.accounts.services.holders import replace_return_code
from portal.accounts.services.passkeys import NotProved, add_passkey, begin_adding, remove_passkeys
from portal.accounts.services.recovery import stop_recovery
from portal.accounts.services.sign_in_names import CannotBeUsed, read_name, remove_sign_in_name, set_sign_in_name
from portal.audit.actors import Actor
from portal.core.references import spaced_return_code
from portal.family.forms.ways import NO_PASSKEY, TOO_MANY, ChooseNameForm, PasskeyForm, new_app_secret
from portal.family.rendering import for_holder, render_page
from portal.family.sessions import close_for, is_fresh
from portal.family.throttling import allow_name_attempt
from portal.family.views.entering import site_of
from portal.notifications.kinds import NEW_CODE, WAY_ADDED
from portal.notifications.services.inbox import add_entry

_REMOVING = {"name": remove_sign_in_name, "passkey": remove_passkeys}


def _for_fresh_holder(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Ask once more who she is where her page has been open for a while; then lead back to the list of ways."""

    @for_holder
    @wraps(view)
    def guarded(request: HttpRequest, holder: AccessHolder) -> HttpResponse:
        if is_fresh(request):
            return view(request, holder)
        close_for(request, "family:ways")
        return redirect("family:return")

    return guarded


@require_http_methods(["GET", "HEAD", "POST"])
@for_holder
def ways(request: HttpRequest, holder: AccessHolder) -> HttpResponse:
    """The ways there are; taking one away needs no further proof, and is answered alike where there was none."""
    remove = _REMOVING.get(request.POST.get("remove", ""))
    if remove is not None:
        remove(holder=holder, actor=Actor.holder(holder.pk))
        messages.success(request, _("Taken away. It opens your page no more."))
        return redirect("family:ways")
    code = holder.return_codes.filter(revoked_at__isnull=True).first()
    return render_page(request, "family/ways/list.html", {"code_since": code.issued_at if code else None})


@require_http_methods(["GET", "HEAD", "POST"])
@_for_fresh_holder
def name(request: HttpRequest, holder: AccessHolder) -> HttpResponse:
    """Choose a name and a phrase in place of those before."""
    initial = {"app_secret": new_app_secret()}
    form = ChooseNameForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid() and _keep_name(request, holder, form):
        return _added(request, holder)
    secret = form.secret or initial["app_secret"]
    context = {"form": form, "secret": secret, "app_link": _app_link(request, secret)}
    return render_page(request, "family/ways/name.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@_for_fresh_holder
def passkey(request: HttpRequest, holder: AccessHolder) -> HttpResponse:
    """Let her device make a passkey for this site, and keep its public half."""
    form = PasskeyForm(request.POST if request.method == "POST" else None)
    if form.is_bound:
        try:
            if not form.is_valid():
                raise NotProved
            add_passkey(holder=holder, host=site_of(request), actor=Actor.holder(holder.pk), **form.cleaned_data)
        except NotProved:
            form.add_error(None, NO_PASSKEY)
        else:
            return _added(request, holder)
    ceremony = begin_adding(holder=holder, host=site_of(request), label=_("My page"))
    return render_page(request, "family/ways/passkey.html", {"form": form, "passkey": ceremony})


@require_POST
@_for_fresh_holder
def new_code(request: HttpRequest, holder: AccessHolder) -> HttpResponse:
    """End the code that somebody may have seen, and show the new one, once."""
    actor = Actor.holder(holder.pk)
    code = replace_return_code(holder=holder, actor=actor)
    add_entry(holder=holder, kind=NEW_CODE, subject=str(uuid.uuid4()), actor=actor)
    context = {"code": spaced_return_code(code), "next": reverse("family:ways"), "is_new": True}
    return render_page(request, "family/code.html", context)


@require_POST
@for_holder
def stop_new_code(request: HttpRequest, holder: AccessHolder) -> HttpResponse:
    """Stop a new code that somebody asked for without the safe word."""
    if stop_recovery(holder=holder, actor=Actor.holder(holder.pk)):
        messages.success(request, _("It is stopped. Your code stays as it is, and we know that it was not you."))
    return redirect("family:me")


def _keep_name(request: HttpRequest, holder: AccessHolder, form: ChooseNameForm) -> bool:
    """Keep them; a phrase that is taken under this name counts as a guess at it, so all are counted (R-04)."""
    said = form.cleaned_data
    if not allow_name_attempt(request, read_name(said["name"])):
        form.add_error("name", TOO_MANY)
        return False
    secret = form.secret if said["app_code"] else ""
    try:
        set_sign_in_name(
            holder=holder, name=said["name"], phrase=said["phrase"], app_secret=secret, actor=Actor.holder(holder.pk)
        )
    except CannotBeUsed:
        form.add_error("phrase", _("This name with this phrase cannot be used. Please choose another phrase."))
        return False
    return True


def _added(request: HttpRequest, holder: AccessHolder) -> HttpResponse:
    add_entry(holder=holder, kind=WAY_ADDED, subject=str(uuid.uuid4()), actor=Actor.holder(holder.pk))
    messages.success(request, _("Saved. It opens your page from now on, as your code does."))
    return redirect("family:ways")


def _app_link(request: HttpRequest, secret: str) -> str:
    return f"otpauth://totp/{site_of(request)}?secret={secret}&issuer={site_of(request)}"
