"""Notes on a file; more people read one only after a page that says so (floor 7)."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from portal.office.casework_forms import NoteForm
from portal.office.permissions import FILES, for_roles
from portal.registry.access import access_registration, registration_to_move
from portal.registry.enums import ReadPurpose, Visibility
from portal.registry.models import CaseNote, Registration
from portal.registry.services.notes import CorrectedAlready, NoFamilyPage, NotConfirmed, write_note

from .one_form import file_form

_CONFIRM = {
    Visibility.PARTNER: gettext_lazy(
        "Organizations that are given this file will read this note, where the family agrees that notes are given. "
        "Once it was given, the family finds it in the copy of everything that we keep about them."
    ),
    Visibility.FAMILY: gettext_lazy(
        "The family will read this note on their page, and so may whoever holds their telephone; organizations that "
        "are given notes read it too. It must say nothing about lists, possible matches or another family."
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(FILES)
def write(request: HttpRequest, key: UUID) -> HttpResponse:
    """Write a note."""
    registration = registration_to_move(key, user=request.user, in_emergency=True)
    return _answer(request, registration, None)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(FILES)
def correct(request: HttpRequest, key: UUID, note: UUID) -> HttpResponse:
    """Write a newer note in place of another: other words, or other readers."""
    registration = access_registration(key, user=request.user, purpose=ReadPurpose.CASEWORK)
    return _answer(request, registration, get_object_or_404(registration.case_notes, pk=note))


def _answer(request: HttpRequest, registration: Registration, corrects: CaseNote | None) -> HttpResponse:
    initial: dict = {"key": uuid4()}
    if corrects:
        initial |= {"words": corrects.words, "visibility": corrects.visibility}
    form = NoteForm(request.POST if request.method == "POST" else None, initial=initial)
    is_confirmed = "confirmed" in request.POST
    if form.is_valid() and "again" not in request.POST:
        try:
            write_note(
                registration=registration,
                user=request.user,
                corrects=corrects,
                is_confirmed=is_confirmed,
                **form.cleaned_data,
            )
            messages.success(request, _("Saved"))
            return redirect("office:files-detail", key=registration.pk)
        except NotConfirmed:
            return file_form(
                request,
                registration,
                form,
                title=_("More people will read this"),
                lead=_CONFIRM[Visibility(form.cleaned_data["visibility"])],
                button=_("Yes, let them read it"),
                template="office/files/note_confirm.html",
            )
        except CorrectedAlready:
            form.add_error(None, _("Somebody else has corrected this note. Please look at the newer one first."))
        except NoFamilyPage:
            form.add_error("visibility", _("This file came from an organization’s list. The family has no page here."))
    title = _("Correct a note") if corrects else _("Write a note")
    return file_form(request, registration, form, title=title, button=_("Save"))
