"""What she sends when her page has already closed is kept for her, and shown again after her code (floor 7)."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from portal.registry.models import Registration
from portal.registry.services.unsent import keep_unsent, unsent_for, unsent_place

from .sessions import absent_holder
from .views.entering import ask_for_code

MESSAGE, FILES = "message", "files"
# A file cannot be kept for her: that there was one is.
HAD_FILE = "had_file"
_TOLD = "told:"
_NOT_KEPT = {"csrfmiddlewaretoken"}


def told_place(question: str, row: int | None = None) -> str:
    """The place of a question on her page, or of one row of its answer."""
    return f"{_TOLD}{question}" if row is None else f"{_TOLD}{question}:{row}"


def to_entry(request: HttpRequest, reference: str, place: str) -> HttpResponse:
    """Lead to the page for the code; what she posted is kept where this was her page a while ago, else it travels."""
    absent = absent_holder(request) if request.method == "POST" else None
    registration = Registration.objects.of_holder(absent).filter(reference=reference).first() if absent else None
    if registration is not None:
        typed = {name: values for name, values in request.POST.lists() if name not in _NOT_KEPT}
        if request.FILES:
            typed[HAD_FILE] = ["1"]
        keep_unsent(registration=registration, place=place, typed=typed)
        return redirect("family:return")
    return ask_for_code(request)


def kept_fields(registration: Registration, place: str) -> QueryDict | None:
    """Return what was kept for a place as if it were posted now, or None."""
    typed = unsent_for(registration=registration, place=place)
    if typed is None:
        return None
    fields = QueryDict(mutable=True)
    for name, values in typed.items():
        fields.setlist(name, values)
    return fields


def kept_url(registration: Registration) -> str:
    """Return where her kept words wait to be sent, or empty text."""
    place = unsent_place(registration)
    if place == MESSAGE:
        return reverse("family:messages", args=[registration.reference])
    if place == FILES:
        return reverse("family:files", args=[registration.reference])
    if place.startswith(_TOLD):
        question, _colon, row = place.removeprefix(_TOLD).partition(":")
        if row:
            return reverse("family:amend-stay", args=[registration.reference, int(row)])
        return reverse("family:amend", args=[registration.reference, question])
    return ""
