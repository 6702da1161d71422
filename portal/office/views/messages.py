"""Messages with a family: read and written by who answers families, never by who compares (floor 7; R-14, R-20)."""

from uuid import UUID

from django import forms
from django.contrib import messages as notices
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from portal.audit.actors import Actor
from portal.core.fields import SafeTextField
from portal.core.uploads import BoundedMemoryUploadHandler
from portal.evidence.correspondence import correspondence
from portal.evidence.uploading import is_sent_with_file, say_if_too_large, takes_file
from portal.office.permissions import FILES, actor_of, for_roles
from portal.registry.access import access_registration
from portal.registry.enums import ReadPurpose
from portal.registry.models import Author, Registration
from portal.registry.services.messages import NotReachable, mark_messages_read, may_be_written_to, write_as_staff


class AnswerForm(forms.Form):
    """What the family will read."""

    use_required_attribute = False
    words = SafeTextField(
        label=gettext_lazy("Your message to the family"),
        help_text=gettext_lazy("In their language, in plain words. It stands on their page at once."),
        widget=forms.Textarea(attrs={"class": "input", "rows": 6, "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Please fill this in.")},
    )
    file = forms.FileField(
        label=gettext_lazy("A paper or photo for the family"),
        help_text=gettext_lazy("They can open it once it was checked, and get a copy without hidden notes."),
        required=False,
        allow_empty_file=True,
        max_length=1000,
        widget=forms.FileInput(attrs={"class": "input"}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@takes_file
@for_roles(FILES)
def messages(request: HttpRequest, key: UUID, *, upload: BoundedMemoryUploadHandler) -> HttpResponse:
    """The thread of one file, read and logged, and a form to answer."""
    registration = access_registration(key, user=request.user, purpose=ReadPurpose.CASEWORK)
    form = AnswerForm(request.POST, request.FILES) if request.method == "POST" else AnswerForm()
    say_if_too_large(form, upload)
    if form.is_valid() and _is_sent(form, registration, actor_of(request)):
        notices.success(request, _("Your message stands on the family’s page."))
        return redirect("office:files-messages", key=key)
    thread = correspondence(registration, reader=Author.STAFF)
    mark_messages_read(registration=registration, author=Author.FAMILY, actor=actor_of(request))
    context = {
        "current": "files",
        "file": registration,
        "thread": thread,
        "form": form,
        "may_write": may_be_written_to(registration),
    }
    return render(request, "office/files/messages.html", context)


def _is_sent(form: AnswerForm, registration: Registration, actor: Actor) -> bool:
    """Send it, or say beside the field why not."""
    try:
        return is_sent_with_file(form, write=write_as_staff, registration=registration, actor=actor)
    except NotReachable:
        form.add_error("words", _("The family has not agreed to be contacted."))
        return False
