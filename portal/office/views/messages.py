"""Messages with a family: read and written by who answers families, never by who compares (floor 7; R-14, R-20)."""

from uuid import UUID

from django import forms
from django.contrib import messages as notices
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from portal.core.fields import SafeTextField
from portal.office.permissions import FILES, actor_of, for_roles
from portal.registry.access import access_registration
from portal.registry.enums import ReadPurpose
from portal.registry.letters import letters
from portal.registry.models import Author
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


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(FILES)
def messages(request: HttpRequest, key: UUID) -> HttpResponse:
    """The thread of one file, read and logged, and a form to answer."""
    registration = access_registration(key, user=request.user, purpose=ReadPurpose.CASEWORK)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            write_as_staff(registration=registration, words=form.cleaned_data["words"], actor=actor_of(request))
        except NotReachable:
            form.add_error("words", _("The family has not agreed to be contacted."))
        else:
            notices.success(request, _("Your message stands on the family’s page."))
            return redirect("office:files-messages", key=key)
    thread = letters(registration, reader=Author.STAFF)
    mark_messages_read(registration=registration, author=Author.FAMILY, actor=actor_of(request))
    context = {
        "current": "files",
        "file": registration,
        "thread": thread,
        "form": form,
        "may_write": may_be_written_to(registration),
    }
    return render(request, "office/files/messages.html", context)
