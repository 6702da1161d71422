"""Messages between her and the person in charge of her file (floor 7)."""

from django.contrib import messages as notices
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.audit.actors import Actor
from portal.family.forms.messages import MessageForm
from portal.family.kept import MESSAGE, kept_fields, to_entry
from portal.family.own import own_registration
from portal.family.rendering import render_page
from portal.family.sessions import current_holder
from portal.registry.letters import letters
from portal.registry.models import Author, Registration
from portal.registry.services.messages import TooManyMessages, mark_messages_read, write_as_family
from portal.registry.services.unsent import drop_unsent


@require_http_methods(["GET", "HEAD", "POST"])
def messages(request: HttpRequest, reference: str) -> HttpResponse:
    """All messages, the newest first, and a form to write one."""
    holder = current_holder(request)
    if holder is None:
        return to_entry(request, reference, MESSAGE)
    registration = own_registration(holder, reference)
    actor = Actor.holder(holder.pk)
    if request.method != "POST":
        kept = kept_fields(registration, MESSAGE)
        return _page(request, registration, MessageForm(kept), actor)
    form = MessageForm(request.POST)
    if form.is_valid():
        try:
            write_as_family(registration=registration, words=form.cleaned_data["words"], actor=actor)
        except TooManyMessages:
            form.add_error("words", _("You have written many messages today. Please send the next one tomorrow."))
        else:
            drop_unsent(registration=registration)
            notices.success(request, _("Your message is sent. A person reads it."))
            return redirect("family:messages", reference)
    return _page(request, registration, form, actor)


def _page(request: HttpRequest, registration: Registration, form: MessageForm, actor: Actor) -> HttpResponse:
    thread = letters(registration, reader=Author.FAMILY)
    mark_messages_read(registration=registration, author=Author.STAFF, actor=actor)
    context = {"registration": registration, "thread": thread, "form": form}
    return render_page(request, "family/messages.html", context)
