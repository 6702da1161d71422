"""Messages between her and the person in charge of her file, with a file in either direction (floor 7)."""

from uuid import UUID

from django.contrib import messages as notices
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.core.uploads import BoundedMemoryUploadHandler
from portal.evidence.access import open_letter
from portal.evidence.correspondence import correspondence
from portal.evidence.handing_out import as_attachment
from portal.evidence.services.attaching import write_with_file
from portal.evidence.services.receiving import NoRoom, NotTaken, TooLarge
from portal.evidence.uploading import sentence_for, takes_file
from portal.family.forms.messages import MessageForm
from portal.family.kept import HAD_FILE, MESSAGE, kept_fields, to_entry
from portal.family.own import own_registration
from portal.family.rendering import for_holder, render_page
from portal.family.sessions import current_holder
from portal.registry.models import Author, Message, Registration
from portal.registry.services.messages import TooManyMessages, mark_messages_read, write_as_family
from portal.registry.services.unsent import drop_unsent


@require_http_methods(["GET", "HEAD", "POST"])
@takes_file
def messages(request: HttpRequest, reference: str, *, upload: BoundedMemoryUploadHandler) -> HttpResponse:
    """All messages, the newest first, and a form to write one."""
    holder = current_holder(request)
    if holder is None:
        return to_entry(request, reference, MESSAGE)
    registration = own_registration(holder, reference)
    actor = Actor.holder(holder.pk)
    if request.method != "POST":
        kept = kept_fields(registration, MESSAGE)
        return _page(request, registration, MessageForm(kept), actor, lost_file=bool(kept and kept.get(HAD_FILE)))
    form = MessageForm(request.POST, request.FILES)
    if upload.is_too_large:
        form.errors.pop("file", None)
        form.add_error("file", sentence_for(TooLarge()))
    if form.is_valid() and _is_sent(form, registration, actor):
        drop_unsent(registration=registration)
        notices.success(request, _("Your message is sent. A person reads it."))
        return redirect("family:messages", reference)
    return _page(request, registration, form, actor)


@require_safe
@for_holder
def letter(request: HttpRequest, holder: AccessHolder, reference: str, key: UUID) -> HttpResponse:
    """Hand over a file that we sent her, to be saved."""
    registration = own_registration(holder, reference)
    return as_attachment(open_letter(key, registration=registration, holder=holder))


def _is_sent(form: MessageForm, registration: Registration, actor: Actor) -> bool:
    """Send it, or say beside the field why not."""
    words, file = form.cleaned_data["words"], form.cleaned_data["file"]

    def write() -> Message:
        return write_as_family(registration=registration, words=words, actor=actor)

    try:
        write_with_file(write=write, registration=registration, file=file, actor=actor)
    except TooManyMessages:
        form.add_error("words", _("You have written many messages today. Please send the next one tomorrow."))
    except (NotTaken, TooLarge, NoRoom) as problem:
        form.add_error("file", sentence_for(problem))
    return not form.errors


def _page(
    request: HttpRequest, registration: Registration, form: MessageForm, actor: Actor, *, lost_file: bool = False
) -> HttpResponse:
    thread = correspondence(registration, reader=Author.FAMILY)
    mark_messages_read(registration=registration, author=Author.STAFF, actor=actor)
    context = {"registration": registration, "thread": thread, "form": form, "lost_file": lost_file}
    return render_page(request, "family/messages.html", context)
