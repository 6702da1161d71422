"""Is this paper ours? The day on which we issued it, and nothing else (floor 7)."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from portal.family.forms.verify import PaperCodeForm
from portal.family.rendering import render_page
from portal.family.throttling import allow_code_attempt
from portal.registry.services.issuing import issued_on


@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """Ask for a code; every code that is none of ours, was erased or cannot be read gets one and the same answer."""
    if request.method != "POST":
        return render_page(request, "family/verify.html", {"form": PaperCodeForm()})
    form = PaperCodeForm(request.POST)
    if not allow_code_attempt(request, "paper"):
        return render_page(request, "family/verify.html", {"form": form, "is_throttled": True}, status=429)
    if not form.is_valid():
        return render_page(request, "family/verify.html", {"form": form})
    context = {"form": form, "is_answered": True, "issued_on": issued_on(form.cleaned_data["code"])}
    return render_page(request, "family/verify.html", context)
