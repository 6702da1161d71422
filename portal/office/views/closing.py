"""How much danger there is, and closing a file with a reason (floor 7)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from portal.office.casework_forms import CloseForm, RiskForm
from portal.office.permissions import FILES, for_roles
from portal.registry.access import registration_to_move
from portal.registry.services.casework import NotReleased
from portal.registry.services.closing import close_file, grade_risk, reopen_file
from portal.registry.services.registrations import ImpossibleTransition

from .one_form import file_form


def _moved(request: HttpRequest) -> None:
    messages.error(request, _("Somebody else has moved this file on. Please look again."))


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(FILES)
def risk(request: HttpRequest, key: UUID) -> HttpResponse:
    """Grade the risk."""
    registration = registration_to_move(key, user=request.user)
    form = RiskForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        grade_risk(registration=registration, user=request.user, **form.cleaned_data)
        messages.success(request, _("Saved"))
        return redirect("office:files-detail", key=key)
    lead = _("Files with more danger stand first in every list. Only colleagues who answer families see it.")
    return file_form(request, registration, form, title=_("Grade the risk"), lead=lead, button=_("Save"))


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(FILES)
def close(request: HttpRequest, key: UUID) -> HttpResponse:
    """Close a file with a reason."""
    registration = registration_to_move(key, user=request.user)
    form = CloseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            close_file(registration=registration, user=request.user, **form.cleaned_data)
            messages.success(request, _("Saved"))
        except NotReleased:
            messages.error(request, _("Please check first whether this is from a person, and release it."))
        except ImpossibleTransition:
            _moved(request)
        return redirect("office:files-detail", key=key)
    lead = _("Nothing is deleted, and the file can be opened again. It is not compared while it is closed.")
    return file_form(request, registration, form, title=_("Close the file"), lead=lead, button=_("Close the file"))


@require_POST
@for_roles(FILES)
def reopen(request: HttpRequest, key: UUID) -> HttpResponse:
    """Go on with a file that staff closed."""
    registration = registration_to_move(key, user=request.user)
    try:
        reopen_file(registration=registration, user=request.user)
        messages.success(request, _("Saved"))
    except ImpossibleTransition:
        _moved(request)
    return redirect("office:files-detail", key=key)
