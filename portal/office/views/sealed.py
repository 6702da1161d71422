"""What only trained people read: how many notes there are, writing one, opening one (floor 7; R-06, R-14).

For everybody else none of these pages exist, and a file says nothing of them.
"""

from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.accounts.permissions import is_trained
from portal.accounts.second_factor import proved_at
from portal.core import asking
from portal.office.permissions import ask_again, for_trained
from portal.registry.enums import HeardFrom, SealedKind, SealedPurpose
from portal.registry.models import Registration, TrainedWish
from portal.registry.need import check_row, open_to
from portal.registry.sealed import NotHereNow, access_sealed, note_to_open, registration_of_notes
from portal.registry.services.messages import may_be_written_to
from portal.registry.services.sealed import write_sealed
from portal.registry.services.trained import finish_trained_wish

from .one_form import file_form

# More than a day can hold; the rest waits behind them.
_MOST = 100


class OpeningForm(forms.Form):
    """What a note is opened for."""

    purpose = forms.ChoiceField(
        label=gettext_lazy("What for?"),
        choices=SealedPurpose.choices,
        widget=forms.Select(attrs={"class": "input"}),
    )


class SealedNoteForm(forms.Form):
    """A new note. `key` makes the note one, however often the form is sent."""

    use_required_attribute = False
    key = forms.UUIDField(widget=forms.HiddenInput)
    kind = asking.radio(gettext_lazy("What is this about?"), SealedKind.choices)
    heard_from = asking.radio(
        gettext_lazy("Whom did you hear it from?"),
        HeardFrom.choices,
        help_text=gettext_lazy(
            "A family can learn that there is a note from its own talk, and never what is in it. "
            "Of what somebody else said it learns nothing."
        ),
    )
    words = asking.words(
        gettext_lazy("Note"),
        help_text=gettext_lazy("Write only what somebody will need later. It cannot be changed; add a new note."),
        max_length=20_000,
        rows=10,
    )


def sealed_of(registration: Registration, *, user) -> dict:
    """What the file's page shows: how many notes there are and what the family wishes, for trained people alone."""
    if not is_trained(user):
        return {}
    wish = registration.trained_wishes.waiting().first()
    return {"sealed_count": registration.sealed_notes.count(), "trained_wish": wish}


@require_safe
@for_trained
def notes(request: HttpRequest, key: UUID) -> HttpResponse:
    """When notes were written and by whom, and not what they are about; each with a form that opens it."""
    back = reverse("office:files-sealed", kwargs={"key": key})
    if again := ask_again(request, back):
        return again
    registration = registration_of_notes(key, user=request.user)
    rows = [
        {"note": note, "form": OpeningForm(auto_id=f"{note.pk.hex}_%s")}
        for note in registration.sealed_notes.select_related("written_by").defer("envelope")
    ]
    return render(request, "office/sealed/list.html", {"current": "files", "file": registration, "rows": rows})


@require_POST
@for_trained
def open_note(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show one note on the answer to this very request: its words have no address."""
    file = note_to_open(key, user=request.user)
    back = reverse("office:files-sealed", kwargs={"key": file})
    if again := ask_again(request, back):
        return again
    form = OpeningForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Please say what you open the note for."))
        return redirect(back)
    purpose = form.cleaned_data["purpose"]
    try:
        opened = access_sealed(key, user=request.user, proved_at=proved_at(request), purpose=purpose)
    except NotHereNow:
        messages.error(request, _("The key of sealed notes is not on this machine now. Ask who keeps it."))
        return redirect(back)
    context = {"current": "files", "file": opened.note.registration, "opened": opened}
    return render(request, "office/sealed/note.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_trained
def write(request: HttpRequest, key: UUID) -> HttpResponse:
    """Write a note. It asks for no fresh proof, so that no word is lost on the way to one."""
    registration = registration_of_notes(key, user=request.user)
    form = SealedNoteForm(request.POST if request.method == "POST" else None, initial={"key": uuid4()})
    if form.is_valid():
        write_sealed(registration=registration, user=request.user, **form.cleaned_data)
        messages.success(request, _("The note is sealed."))
        return redirect("office:files-detail", key=registration.pk)
    words = {
        "title": _("Write a sealed note"),
        "lead": _("Only trained people can open this note, each time for a stated purpose."),
        "more": _(
            "Write it only where the person agreed that it is written down. Ask nothing again that somebody else has "
            "already written down."
        ),
        "button": _("Seal the note"),
    }
    return file_form(request, registration, form, template="office/sealed/new.html", **words)


@require_safe
@for_trained
def wishes(request: HttpRequest) -> HttpResponse:
    """Families who wish that a trained person asks, who waits longest first; references only."""
    waiting = open_to(request.user, TrainedWish.objects.waiting()).select_related("registration")
    rows = [{"wish": wish, "may_write": may_be_written_to(wish.registration)} for wish in waiting[:_MOST]]
    return render(request, "office/sealed/wishes.html", {"current": "files", "rows": rows})


@require_POST
@for_trained
def wish_done(request: HttpRequest, key: UUID) -> HttpResponse:
    """A trained person has spoken with the family."""
    wish = check_row(TrainedWish.objects.all(), key, user=request.user)
    if finish_trained_wish(wish=wish, user=request.user):
        messages.success(request, _("Saved"))
    else:
        messages.error(request, _("Somebody else has dealt with this already."))
    return redirect("office:sealed-wishes")
