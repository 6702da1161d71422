"""Who may see a file, and files that colleagues put there: colleagues alone until a second look (floor 7; R-74)."""

from typing import cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from portal.accounts.models import User
from portal.core import asking
from portal.core.uploads import BoundedMemoryUploadHandler
from portal.evidence.access import file_to_open
from portal.evidence.enums import EvidenceKind
from portal.evidence.models import Evidence
from portal.evidence.services.receiving import NoRoom, NotTaken, TooLarge, receive_whole
from portal.evidence.services.showing import ChangedMeanwhile, NoCopy, show_to
from portal.evidence.uploading import say_if_too_large, sentence_for, takes_file
from portal.office.permissions import FILES, actor_of, for_roles
from portal.registry.access import access_registration, registration_to_move
from portal.registry.enums import ReadPurpose, Visibility
from portal.registry.models import Registration
from portal.registry.services.notes import NoFamilyPage, NotConfirmed

from .one_form import file_form

_CONFIRM: dict[str, str | Promise] = {
    Visibility.PARTNER: gettext_lazy(
        "Organizations that are given this file get the copy without hidden notes, where the family agrees that "
        "photos and papers are given. Once it was given, the family learns of it in the copy of everything we keep."
    ),
    Visibility.FAMILY: gettext_lazy(
        "The family can save the copy from their page, and so may whoever holds their telephone; organizations "
        "that are given photos and papers get it too. It must show nothing of lists, possible matches or another "
        "family."
    ),
}


class ReadersForm(forms.Form):
    """Who may see a file. `seen` is what stood on the page from which it is sent."""

    use_required_attribute = False
    seen = forms.ChoiceField(choices=Visibility.choices, widget=forms.HiddenInput)
    visibility = asking.radio(gettext_lazy("Who may see it?"), Visibility.choices)


class AddForm(forms.Form):
    """A file that a colleague puts there, and what it shows."""

    use_required_attribute = False
    kind = asking.select(gettext_lazy("What is it?"), [("", "—"), *EvidenceKind.choices])
    words = asking.words(
        gettext_lazy("What it shows, and who brought it"),
        help_text=gettext_lazy("Whoever may see the file reads this too."),
        max_length=500,
        required=False,
    )
    file = forms.FileField(
        label=gettext_lazy("Choose a file"),
        help_text=gettext_lazy("Only colleagues see it until you say more. It can be opened once it was checked."),
        allow_empty_file=True,
        max_length=1000,
        widget=forms.FileInput(attrs={"class": "input"}),
        error_messages=dict.fromkeys(("required", "invalid", "missing"), gettext_lazy("Please choose a file.")),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(FILES)
def readers(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say who may see a checked file; others than colleagues after a second look."""
    evidence = file_to_open(key, user=request.user)
    registration = access_registration(
        cast(UUID, evidence.registration_id), user=request.user, purpose=ReadPurpose.CASEWORK
    )
    initial = {"seen": evidence.visibility, "visibility": evidence.visibility}
    form = ReadersForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid() and "again" not in request.POST:
        is_confirmed = "confirmed" in request.POST
        try:
            show_to(evidence=evidence, is_confirmed=is_confirmed, user=request.user, **form.cleaned_data)
            messages.success(request, _("Saved"))
            return redirect("office:files-detail", key=registration.pk)
        except NotConfirmed:
            return _second_look(request, registration, form, evidence)
        except ChangedMeanwhile:
            messages.error(request, _("Somebody else has dealt with this already."))
            return redirect("office:files-detail", key=registration.pk)
        except NoCopy:
            form.add_error(
                "visibility", _("No copy without hidden notes can be made of this file. Only colleagues see it.")
            )
        except NoFamilyPage:
            form.add_error("visibility", _("This file came from an organization’s list. The family has no page here."))
    lead = _("The original never leaves with it: others than colleagues get the copy without hidden notes.")
    return file_form(
        request, registration, form, title=_("Who may see this file"), lead=lead, button=_("Save"), evidence=evidence
    )


def _second_look(request: HttpRequest, file: Registration, form: ReadersForm, evidence: Evidence) -> HttpResponse:
    return file_form(
        request,
        file,
        form,
        title=_("More people will see this"),
        lead=_CONFIRM[form.cleaned_data["visibility"]],
        button=_("Yes, let them see it"),
        template="office/files/evidence_confirm.html",
        evidence=evidence,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@takes_file
@for_roles(FILES)
def add(request: HttpRequest, key: UUID, *, upload: BoundedMemoryUploadHandler) -> HttpResponse:
    """Put a file there that somebody brought or sent elsewhere."""
    registration = registration_to_move(key, user=request.user)
    form = AddForm(request.POST, request.FILES) if request.method == "POST" else AddForm()
    say_if_too_large(form, upload)
    if form.is_valid() and _is_taken(request, form, registration):
        messages.success(request, _("The file is here. It can be opened once it was checked."))
        return redirect("office:files-detail", key=key)
    return file_form(request, registration, form, title=_("Add a photo or paper"), button=_("Save"))


def _is_taken(request: HttpRequest, form: AddForm, registration: Registration) -> bool:
    """Take it, or say beside the field why not."""
    file, user = form.cleaned_data["file"], cast(User, request.user)
    what = {name: form.cleaned_data[name] for name in ("kind", "words")}
    sent = {"name": file.name, "content": file.read(), "added_by": user, "actor": actor_of(request)}
    try:
        receive_whole(owner=registration, **sent, **what)
    except (NotTaken, TooLarge, NoRoom) as problem:
        form.add_error("file", sentence_for(problem))
    return not form.errors
