"""The PIN beside the code, the second one for a moment of threat, and the safe word (floor 7; R-47).

Nothing here shows which of them is set: somebody may be looking over her shoulder.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.models import AccessHolder
from portal.accounts.services.holders import set_safe_word
from portal.accounts.services.pins import set_pins
from portal.audit.actors import Actor
from portal.family.forms.visit import PinForm, SafeWordForm
from portal.family.rendering import for_holder, render_page


@require_http_methods(["GET", "HEAD", "POST"])
@for_holder
def pins(request: HttpRequest, holder: AccessHolder) -> HttpResponse:
    """Choose both anew, or do without."""
    actor = Actor.holder(holder.pk)
    if request.method == "POST" and "none" in request.POST:
        set_pins(holder=holder, pin="", duress_pin="", actor=actor)
        messages.success(request, _("Saved. Only the code opens your page."))
        return redirect("family:me")
    form = PinForm(request.POST if request.method == "POST" else None, has_safe_word=bool(holder.safe_word))
    if form.is_bound and form.is_valid():
        set_pins(holder=holder, actor=actor, **form.cleaned_data)
        messages.success(request, _("Saved. From now on your code and your PIN open your page together."))
        return redirect("family:me")
    return render_page(request, "family/pin.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@for_holder
def safe_word(request: HttpRequest, holder: AccessHolder) -> HttpResponse:
    """Choose the safe word, or another one; the one kept is never shown."""
    form = SafeWordForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        set_safe_word(holder=holder, safe_word=form.cleaned_data["safe_word"], actor=Actor.holder(holder.pk))
        messages.success(request, _("Saved. It holds from now on."))
        return redirect("family:pin")
    return render_page(request, "family/safe_word.html", {"form": form})
