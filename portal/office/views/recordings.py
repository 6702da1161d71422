"""The spoken questions: what is there, what is missing, and putting one in (floor 7; R-100)."""

from collections import defaultdict
from pathlib import PurePath
from typing import Any, cast
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST, require_safe

from portal.accounts.models import User
from portal.core.digits import file_size
from portal.core.languages import LANGUAGES
from portal.core.uploads import BoundedMemoryUploadHandler
from portal.evidence.enums import Refusal
from portal.office.permissions import PEOPLE, for_roles
from portal.recordings.models import Recording
from portal.recordings.services import NotTaken, put_recording, remove_recording
from portal.recordings.slots import Slot, slots
from portal.registry.enums import RegistrationKind

_EVERY_KIND = gettext_lazy("Every kind of registration")
_NO_RECORDING = gettext_lazy(
    "This is no recording that we can take. Please choose one that ends in .mp3, .m4a or .ogg."
)


class RecordingForm(forms.Form):
    """One file, and for which kind of registration it is spoken."""

    use_required_attribute = False
    kind = forms.ChoiceField(
        label=gettext_lazy("For which kind of registration?"),
        choices=[("", _EVERY_KIND), *RegistrationKind.choices],
        required=False,
        widget=forms.Select(attrs={"class": "input"}),
    )
    file = forms.FileField(
        label=gettext_lazy("The recording"),
        help_text=gettext_lazy(
            "A file that ends in .mp3 is heard on the oldest telephones; .m4a and .ogg are taken too."
        ),
        allow_empty_file=True,
        max_length=1000,
        widget=forms.FileInput(attrs={"accept": "audio/*", "class": "input"}),
        error_messages=dict.fromkeys(("required", "invalid"), gettext_lazy("Please choose a file.")),
    )


@require_safe
@for_roles(PEOPLE)
def recordings(request: HttpRequest) -> HttpResponse:
    """Each question with each language: heard or missing."""
    live = defaultdict(list)
    for one in Recording.objects.live().order_by("kind"):
        live[one.question, one.language].append(one)
    rows: list[dict[str, Any]] = [
        {
            "slot": slot,
            "cells": [{"language": entry, "heard": live[slot.question, entry.code]} for entry in LANGUAGES.values()],
        }
        for slot in slots().values()
    ]
    missing = sum(not cell["heard"] for row in rows for cell in row["cells"])
    headings = [_("Question"), *(entry.native for entry in LANGUAGES.values())]
    context = {"rows": rows, "missing": missing, "headings": headings, "current": "recordings"}
    return render(request, "office/recordings/list.html", context)


@csrf_exempt
@for_roles(PEOPLE)
def slot(request: HttpRequest, question: str, language: str) -> HttpResponse:
    """Set the bounded handler before anything reads the body; only then is the form's token checked."""
    found = slots().get(question)
    if found is None or language not in LANGUAGES:
        raise Http404
    handler = BoundedMemoryUploadHandler(request, limit=settings.RECORDING_MAX_BYTES)
    request.upload_handlers = [handler]
    return _checked(request, found, language, handler=handler)


@csrf_protect
def _checked(request: HttpRequest, slot: Slot, language: str, *, handler: BoundedMemoryUploadHandler) -> HttpResponse:
    if request.method != "POST":
        return _page(request, slot, language, RecordingForm())
    form = RecordingForm(request.POST, request.FILES)
    is_valid = form.is_valid()
    if handler.is_too_large:
        form.errors.pop("file", None)
        size = file_size(settings.RECORDING_MAX_BYTES)
        form.add_error("file", _("This file is larger than %(size)s. Please choose a smaller one.") % {"size": size})
        return _page(request, slot, language, form, status=413)
    if is_valid and _put(request, slot, language, form):
        messages.success(request, _("The recording is heard from now on."))
        return redirect("office:recordings-slot", question=slot.question, language=language)
    return _page(request, slot, language, form, status=422)


def _put(request: HttpRequest, slot: Slot, language: str, form: RecordingForm) -> bool:
    file = form.cleaned_data["file"]
    try:
        put_recording(
            question=slot.question,
            kind=form.cleaned_data["kind"],
            language=language,
            name=PurePath(file.name).name,
            content=file.read(),
            user=cast(User, request.user),
        )
    except NotTaken as error:
        form.add_error("file", _NO_RECORDING if error.reason == Refusal.TYPE else Refusal(error.reason).label)
        return False
    return True


def _page(request: HttpRequest, slot: Slot, language: str, form: RecordingForm, status: int = 200) -> HttpResponse:
    kind = form["kind"].value() or ""
    with override(language):
        words = slot.words(kind if kind in RegistrationKind.values else "")
    context = {
        "slot": slot,
        "language": LANGUAGES[language],
        "words": words,
        "heard": Recording.objects.live().filter(question=slot.question, language=language).order_by("kind"),
        "form": form,
        "limit": file_size(settings.RECORDING_MAX_BYTES),
        "current": "recordings",
    }
    return render(request, "office/recordings/slot.html", context, status=status)


@require_POST
@for_roles(PEOPLE)
def remove(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take one out; where it was heard nothing stands then."""
    recording = get_object_or_404(Recording, pk=key)
    remove_recording(recording=recording, user=cast(User, request.user))
    messages.success(request, _("The recording is taken out."))
    if recording.question not in slots():
        return redirect("office:recordings")
    return redirect("office:recordings-slot", question=recording.question, language=recording.language)
