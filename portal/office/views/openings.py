"""What a file is opened for: asked once an hour for each file, in one press, and then back to where one was going."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.http import require_http_methods

from portal.office.opening_forms import WhyForm
from portal.office.permissions import FILES, for_roles
from portal.registry.access import registration_to_move
from portal.registry.enums import STATED_PURPOSES, ReadPurpose
from portal.registry.models import Registration
from portal.registry.services.openings import state_purpose

_OURS = "why-"


def ask_purpose(request: HttpRequest, key: UUID) -> HttpResponse:
    """Ask instead of the page that was asked for. A form that was sent is kept in the question, and sent again."""
    if request.method != "POST":
        return redirect(f"{reverse('office:files-why', kwargs={'key': key})}?{urlencode({'next': request.path})}")
    return _page(request, registration_to_move(key, user=request.user), WhyForm(), request.path, is_sent=True)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(FILES)
def why(request: HttpRequest, key: UUID) -> HttpResponse:
    """Ask, or remember the answer for an hour and lead on."""
    registration = registration_to_move(key, user=request.user)
    if request.method != "POST":
        return _page(request, registration, WhyForm(), request.GET.get("next", ""))
    form, is_sent = WhyForm(request.POST), f"{_OURS}sent" in request.POST
    onward = _safe(request.POST.get(f"{_OURS}next", ""), key)
    if not form.is_valid():
        return _page(request, registration, form, onward, is_sent=is_sent, status=422)
    state_purpose(registration=registration, user=request.user, **form.cleaned_data)
    return redirect(onward, preserve_request=is_sent)


def _page(
    request: HttpRequest, file: Registration, form: WhyForm, onward: str, *, is_sent: bool = False, status: int = 200
) -> HttpResponse:
    kept = [(name, value) for name, values in request.POST.lists() for value in values if _is_kept(name)]
    context = {
        "current": "files",
        "file": file,
        "form": form,
        "choices": [one for one in STATED_PURPOSES if one != ReadPurpose.OTHER],
        "other": ReadPurpose.OTHER,
        "onward": _safe(onward, file.pk),
        "is_sent": is_sent,
        "kept": kept if is_sent else [],
        "lost_files": is_sent and bool(request.FILES),
    }
    return render(request, "office/files/why.html", context, status=status)


def _is_kept(name: str) -> bool:
    return name != "csrfmiddlewaretoken" and not name.startswith(_OURS)


def _safe(onward: str, key: UUID) -> str:
    return onward_in_the_office(onward, reverse("office:files-detail", kwargs={"key": key}))


def onward_in_the_office(onward: str, otherwise: str) -> str:
    """Return where one was going if that is a page of the office, else `otherwise`."""
    if onward.startswith("/office/") and url_has_allowed_host_and_scheme(onward, allowed_hosts=None):
        return onward
    return otherwise
