"""Who has a file: taken, handed over with a note, given back; all files of somebody who leaves (floor 7)."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from portal.accounts.enums import Role
from portal.core.digits import in_digits
from portal.office.casework_forms import HandOverAllForm, HandOverForm
from portal.office.permissions import FILES, for_roles
from portal.registry.access import registration_to_move
from portal.registry.models import CaseAssignment
from portal.registry.services.assigning import (
    SomebodyElseHasIt,
    assignment_of,
    give_back,
    hand_over,
    hand_over_all,
    may_hand_over,
    take_file,
)

from .one_form import file_form, one_form

_LEADERS = frozenset({Role.SUPERVISOR})


def _changed(request: HttpRequest) -> None:
    messages.error(request, _("Somebody else has this file now. Please look again."))


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(FILES)
def owner(request: HttpRequest, key: UUID) -> HttpResponse:
    """Hand a file to a colleague, with what they should know."""
    registration = registration_to_move(key, user=request.user)
    present = assignment_of(registration)
    if not may_hand_over(present, user=request.user):
        messages.error(request, _("Only who has this file, or a supervisor, hands it on."))
        return redirect("office:files-detail", key=key)
    seen = {"seen": present.pk if present else None}
    form = HandOverForm(request.POST if request.method == "POST" else None, initial=seen)
    if form.is_valid():
        try:
            hand_over(registration=registration, user=request.user, **form.cleaned_data)
            messages.success(request, _("Saved"))
        except SomebodyElseHasIt:
            _changed(request)
        return redirect("office:files-detail", key=key)
    return file_form(request, registration, form, title=_("Hand the file over"), button=_("Hand it over"))


@require_POST
@for_roles(FILES)
def take(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take a file that nobody has, or give one's own back; a second click changes nothing."""
    registration = registration_to_move(key, user=request.user)
    try:
        if "back" in request.POST:
            give_back(registration=registration, user=request.user)
        else:
            take_file(registration=registration, user=request.user)
        messages.success(request, _("Saved"))
    except (SomebodyElseHasIt, PermissionDenied):
        _changed(request)
    return redirect("office:files-detail", key=key)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(_LEADERS)
def all_files(request: HttpRequest) -> HttpResponse:
    """Give all files and open tasks of somebody who leaves to somebody else."""
    form = HandOverAllForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        count = hand_over_all(user=request.user, **form.cleaned_data)
        words = ngettext("%(count)s file was handed over.", "%(count)s files were handed over.", count)
        messages.success(request, words % {"count": in_digits(str(count))})
        if CaseAssignment.objects.live().filter(owner=form.cleaned_data["of"]).exists():
            messages.warning(
                request, _("Files of other teams stay where they are. A supervisor of those teams hands them over.")
            )
        return redirect("office:tasks")
    lead = _(
        "For a colleague who leaves or is away for long: every file and every open task goes to one other colleague, "
        "so that no family is forgotten."
    )
    ways: dict = {"back": reverse("office:tasks"), "back_label": _("Tasks"), "lead": lead}
    return one_form(request, form, current="files", title=_("Hand all files over"), button=_("Hand all over"), **ways)
