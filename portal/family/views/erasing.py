"""Erasing at her wish, in two steps: what it means, and the last question (floor 7; R-34)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.family.forms.erasing import SureForm
from portal.family.giving import sent
from portal.family.own import own_registration
from portal.family.rendering import clear_device, for_holder, render_page
from portal.family.sessions import close_holder
from portal.registry.services.erasure import Held, erase
from portal.registry.services.holds import is_held


@require_safe
@for_holder
def warning(request: HttpRequest, holder: AccessHolder, reference: str) -> HttpResponse:
    """What is erased, what cannot be brought back, and what a court may forbid."""
    registration = own_registration(holder, reference)
    context = {"registration": registration, "is_held": is_held(registration), "sent": sent(registration)}
    return render_page(request, "family/erase.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_holder
def sure(request: HttpRequest, holder: AccessHolder, reference: str) -> HttpResponse:
    """The last question; with a yes everything is gone, and with the last registration her page too."""
    registration = own_registration(holder, reference)
    form = SureForm(request.POST if request.method == "POST" else None)
    if is_held(registration):
        return redirect("family:erase", reference)
    if not form.is_valid():
        return render_page(request, "family/erase_sure.html", {"registration": registration, "form": form})
    try:
        erased = erase(registration=registration, actor=Actor.holder(holder.pk))
    except Held:
        return redirect("family:erase", reference)
    if erased.holder_key is None:
        messages.success(request, _("It is erased. Your code stays, because something else of yours is here."))
        return redirect("family:me")
    close_holder(request)
    return clear_device(render_page(request, "family/erased.html"))
