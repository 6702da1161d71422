"""What she agrees to, one question at a time; every answer and every withdrawal takes effect at once (floor 7)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.core.languages import language
from portal.family.forms.agreement import ChangeConsentForm, GiveForm
from portal.family.giving import Giving, giving_to, sent
from portal.family.own import own_registration
from portal.family.page import consents
from portal.family.rendering import for_holder, render_page
from portal.registry.enums import PURPOSES_ON_HER_PAGE
from portal.registry.models import Registration
from portal.registry.services.consents import answer_about, answer_consent, withdraw_consent
from portal.registry.services.giving import name_authority, unname_authority
from portal.registry.services.helping import confirm_heard, withdraw_heard
from portal.registry.testimonies import heard_lines, testimony_of


@require_http_methods(["GET", "HEAD", "POST"])
@for_holder
def change(request: HttpRequest, holder: AccessHolder, reference: str, purpose: str) -> HttpResponse:
    """Answer one question of the registration anew, or withdraw the answer."""
    if purpose not in PURPOSES_ON_HER_PAGE:
        raise Http404
    registration = own_registration(holder, reference)
    actor = Actor.holder(holder.pk)
    if request.method == "POST" and "withdraw" in request.POST:
        withdraw_consent(registration=registration, purpose=purpose, actor=actor)
        messages.success(request, _("Your consent is withdrawn. It takes effect at once."))
        return redirect("family:page", reference)
    form = ChangeConsentForm(request.POST if request.method == "POST" else None, purpose=purpose)
    if request.method == "POST" and form.is_valid():
        answer_consent(
            registration=registration,
            purpose=purpose,
            answer=form.cleaned_data["answer"],
            language=language(get_language()).code,
            actor=actor,
        )
        messages.success(request, _("Your answer is changed. It takes effect at once."))
        return redirect("family:page", reference)
    present = next(line for line in consents(registration) if line.purpose == purpose)
    context = {"form": form, "registration": registration, "present": present}
    return render_page(request, "family/consents/answer.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_holder
def heard(request: HttpRequest, holder: AccessHolder, reference: str) -> HttpResponse:
    """What a helper recorded in her name; she says that it is right, or takes all of it back."""
    registration = own_registration(holder, reference)
    testimony = testimony_of(registration)
    if testimony is None:
        raise Http404
    actor = Actor.holder(holder.pk)
    if request.method == "POST":
        if "withdraw" in request.POST:
            withdraw_heard(registration=registration, actor=actor)
            messages.success(request, _("Your consent is withdrawn. It takes effect at once."))
        else:
            confirm_heard(registration=registration, language=language(get_language()).code, actor=actor)
            messages.success(request, _("Thank you. These answers are now your own."))
        return redirect("family:page", reference)
    lines = {line.purpose for line in heard_lines(registration)}
    context = {
        "registration": registration,
        "testimony": testimony,
        "lines": [one for one in consents(registration) if one.purpose in lines],
    }
    return render_page(request, "family/consents/heard.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_holder
def give(request: HttpRequest, holder: AccessHolder, reference: str, key: UUID) -> HttpResponse:
    """Ask about one recipient, with its name and risks; show what was agreed and what was sent; withdraw."""
    registration = own_registration(holder, reference)
    giving = giving_to(registration, key)
    if request.method == "POST" and "withdraw" in request.POST:
        return _withdraw(request, registration, giving, Actor.holder(holder.pk))
    posted = request.POST if request.method == "POST" else None
    form = GiveForm(posted, recipient=giving.recipient, asked=giving.asked)
    if posted is not None and form.is_valid():
        _answer(request, registration, giving, form.cleaned_data, Actor.holder(holder.pk))
        return redirect("family:page", reference)
    given = [one for one in sent(registration) if one.recipient == giving.recipient]
    context = {"form": form, "registration": registration, "giving": giving, "sent": given}
    return render_page(request, "family/consents/give.html", context)


def _withdraw(request: HttpRequest, registration: Registration, giving: Giving, actor: Actor) -> HttpResponse:
    recipient = giving.recipient
    withdraw_consent(registration=registration, purpose=recipient.kind, recipient=recipient, actor=actor)
    messages.success(request, _("Your consent is withdrawn. It takes effect at once."))
    return redirect("family:give", registration.reference, recipient.pk)


def _answer(request: HttpRequest, registration: Registration, giving: Giving, said: dict, actor: Actor) -> None:
    recipient = giving.recipient
    if said.get("named") == "yes":
        name_authority(registration=registration, authority=recipient.authority, actor=actor)
    elif said.get("named") == "no":
        unname_authority(registration=registration, authority=recipient.authority, actor=actor)
    may_give = answer_about(
        registration=registration,
        recipient=recipient,
        asked=giving.asked,
        agreed=said["classes"],
        language=language(get_language()).code,
        actor=actor,
    )
    if may_give:
        messages.success(request, _("Thank you. We give only what you ticked. You can withdraw it at any time."))
    else:
        messages.success(request, _("Thank you. We give nothing to this recipient."))
