"""Other files that belong to one; neither family is told of the other (floor 7)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from portal.matching.enums import DuplicateState, SideKind
from portal.matching.models import DuplicatePair
from portal.office.casework_forms import LinkForm
from portal.office.permissions import FILES, for_roles
from portal.registry.access import registration_to_move
from portal.registry.models import CaseLink, Registration
from portal.registry.need import open_to
from portal.registry.services.case_links import ItselfLinked, link_files, unlink_files

from .one_form import file_form


def links_of(registration: Registration, *, user) -> dict:
    """What the file's page shows: other files, and those that readers found to be about the same person.

    Only those that are open to `user`: a link shows nobody a file of another team.
    """
    links = CaseLink.objects.live_of(registration).select_related("first", "second", "linked_by").order_by("linked_at")
    rows = [{"link": link, "other": _other(link, registration)} for link in links]
    known = {row["other"].pk for row in rows}
    judged = DuplicatePair.objects.of_records(SideKind.REGISTRATION, [registration.pk]).open_to_reading()
    pairs = judged.filter(state=DuplicateState.SAME).select_related("first_registration", "second_registration")
    proposed = [pair.second if pair.first_registration_id == registration.pk else pair.first for pair in pairs]
    keys = known | {one.pk for one in proposed}
    shown = set(open_to(user, Registration.objects.filter(pk__in=keys)).values_list("pk", flat=True)) if keys else set()
    return {
        "links": [row for row in rows if row["other"].pk in shown],
        "proposed": [one for one in proposed if one.pk in shown - known],
    }


def _other(link: CaseLink, registration: Registration) -> Registration:
    return link.second if link.first_id == registration.pk else link.first


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(FILES)
def add(request: HttpRequest, key: UUID) -> HttpResponse:
    """Link another file by its reference."""
    registration = registration_to_move(key, user=request.user)
    proposed = {"reference": request.GET.get("reference", "")[:12], "kind": request.GET.get("kind", "")[:14]}
    form = LinkForm(request.POST if request.method == "POST" else None, initial=proposed)
    if form.is_valid():
        named = Registration.objects.filter(reference=form.cleaned_data["reference"])
        other = open_to(request.user, named).first()
        try:
            if other is None:
                form.add_error("reference", _("No file with this reference is open to you."))
            else:
                link_files(registration=registration, other=other, kind=form.cleaned_data["kind"], user=request.user)
                messages.success(request, _("Saved"))
                return redirect("office:files-detail", key=key)
        except ItselfLinked:
            form.add_error("reference", _("This is the reference of this very file."))
    lead = _("Only colleagues see the link. Neither family is told of the other.")
    return file_form(request, registration, form, title=_("Link another file"), lead=lead, button=_("Link the files"))


@require_POST
@for_roles(FILES)
def end(request: HttpRequest, key: UUID, link: UUID) -> HttpResponse:
    """End a link in which this file stands."""
    registration = registration_to_move(key, user=request.user)
    found = get_object_or_404(CaseLink.objects.filter(pk=link).select_related("first", "second"))
    if registration.pk in (found.first_id, found.second_id) and unlink_files(link=found, user=request.user):
        messages.success(request, _("Saved"))
    else:
        messages.error(request, _("Somebody else has dealt with this already."))
    return redirect("office:files-detail", key=key)
