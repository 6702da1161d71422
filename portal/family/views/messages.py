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
from portal.evidence.uploading import is_sent_with_file, say_if_too_large, takes_file
from portal.family.forms.messages import MessageForm
from portal.family.kept import HAD_FILE, MESSAGE, kept_fields, to_entry
from portal.family.own import own_registration
from portal.family.rendering import for_holder, render_page
from portal.family.sessions import current_holder
from portal.registry.models import Author, Registration
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
    say_if_too_large(form, upload)
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
    try:
        return is_sent_with_file(form, write=write_as_family, registration=registration, actor=actor)
    except TooManyMessages:
        form.add_error("words", _("You have written many messages today. Please send the next one tomorrow."))
        return False


def _page(
    request: HttpRequest, registration: Registration, form: MessageForm, actor: Actor, *, lost_file: bool = False
) -> HttpResponse:
    thread = correspondence(registration, reader=Author.FAMILY)
    mark_messages_read(registration=registration, author=Author.STAFF, actor=actor)
    context = {"registration": registration, "thread": thread, "form": form, "lost_file": lost_file}
    return render_page(request, "family/messages.html", context)
