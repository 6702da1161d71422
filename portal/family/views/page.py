"""Her page and what she does on it; every change takes effect at once (floor 7)."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.family.forms.visit import TalkForm
from portal.family.own import own_registration
from portal.family.page import compose
from portal.family.progress import hub_of
from portal.family.rendering import for_holder, render_page
from portal.family.steps import url_to_go_on
from portal.family.views.entering import for_holder_or_code
from portal.registry.enums import RegistrationState
from portal.registry.models import Registration
from portal.registry.readings import own_visits
from portal.registry.services.drafts import open_draft
from portal.registry.services.registrations import ImpossibleTransition, change_state
from portal.registry.services.talks import choose_talk


@require_safe
@for_holder
def me(request: HttpRequest, holder: AccessHolder, reference: str | None = None) -> HttpResponse:
    """Her page; before anything was sent, the offer to go on."""
    draft = open_draft(holder)
    if reference is None and not Registration.objects.of_holder(holder).exists():
        return render_page(request, "family/hub.html", hub_of(draft) if draft else {"draft": None})
    registration = own_registration(holder, reference)
    context = {
        "page": compose(holder, registration),
        "draft": draft,
        "next_url": url_to_go_on(draft.answers) if draft else "",
        "talk_form": TalkForm(),
        "has_safe_word": bool(holder.safe_word),
    }
    return render_page(request, "family/me.html", context)


@require_safe
@for_holder
def seen(request: HttpRequest, holder: AccessHolder, reference: str) -> HttpResponse:
    """What was done with her code lately: whoever else has it leaves a trace here."""
    registration = own_registration(holder, reference)
    context = {"registration": registration, "visits": own_visits(registration)}
    return render_page(request, "family/seen.html", context)


_WISHES = {
    "pause": RegistrationState.PAUSED,
    "resume": RegistrationState.REGISTERED,
    "close": RegistrationState.CLOSED,
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_holder
def wish(request: HttpRequest, holder: AccessHolder, reference: str, wish: str) -> HttpResponse:
    """Pause, resume or close: one page that says what it means, and one button."""
    if wish not in _WISHES:
        raise Http404
    registration = own_registration(holder, reference)
    if request.method == "POST":
        try:
            change_state(registration=registration, state=_WISHES[wish], actor=Actor.holder(holder.pk))
        except ImpossibleTransition:
            messages.info(request, _("Nothing had to be changed."))
        return redirect("family:page", reference)
    return render_page(request, "family/wish.html", {"registration": registration, "wish": wish})


@require_POST
@for_holder_or_code
def talk(request: HttpRequest, holder: AccessHolder, reference: str) -> HttpResponse:
    """Her choice when and how to speak with us."""
    registration = own_registration(holder, reference)
    if registration.state != RegistrationState.PLEASE_CONTACT:
        return redirect("family:page", reference)
    form = TalkForm(request.POST)
    if not form.is_valid():
        context = {"page": compose(holder, registration), "talk_form": form, "has_safe_word": bool(holder.safe_word)}
        return render_page(request, "family/me.html", context)
    choose_talk(registration=registration, actor=Actor.holder(holder.pk), **form.cleaned_data)
    messages.success(request, _("Thank you. A person will contact you in this way."))
    return redirect("family:page", reference)
