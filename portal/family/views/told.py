"""Everything she told us, and changing it (floor 7)."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.models import AccessHolder
from portal.accounts.services.holders import set_safe_word
from portal.audit.actors import Actor
from portal.family.forms.base import QuestionForm
from portal.family.held import list_of_stays
from portal.family.kept import kept_fields, to_entry, told_place
from portal.family.own import own_registration
from portal.family.rendering import for_holder, render_page
from portal.family.sessions import current_holder
from portal.family.steps import Step, step_of
from portal.family.told import changes, may_amend, own_sections
from portal.registry.answers import NAME, PARTS, STAYS, Incomplete
from portal.registry.models import Registration
from portal.registry.services.amendments import AMENDABLE, NotOpen, amend, newest_answers
from portal.registry.services.unsent import drop_unsent


@require_safe
@for_holder
def told(request: HttpRequest, holder: AccessHolder, reference: str) -> HttpResponse:
    """All her answers as they stand now, and when she changed some."""
    registration = own_registration(holder, reference)
    context = {
        "registration": registration,
        "sections": own_sections(registration),
        "changes": changes(registration),
        "may_amend": may_amend(registration),
    }
    return render_page(request, "family/told.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, reference: str, question: str) -> HttpResponse:
    """One question again, on the page she knows; the new answer stands beside the old one."""
    if question not in AMENDABLE:
        raise Http404
    holder = current_holder(request)
    if holder is None:
        return to_entry(request, reference, told_place(question))
    registration = own_registration(holder, reference)
    step = step_of(question, registration.kind)
    if step is None:
        raise Http404
    if not may_amend(registration):
        return redirect("family:told", reference)
    if request.method != "POST":
        return _page(request, registration, step, _form(step, registration), holder)
    before = newest_answers(registration).get(step.question)
    form = step.form_with(before, request.POST)
    silence = step.silence(request.POST, before)
    if silence is None and not form.is_valid():
        return _page(request, registration, step, form, holder)
    answers = silence or step.kept(form.answers(), before)
    return _save(request, registration, step, form, holder, answers)


def _save(
    request: HttpRequest,
    registration: Registration,
    step: Step,
    form: QuestionForm,
    holder: AccessHolder,
    answers: dict,
) -> HttpResponse:
    actor = Actor.holder(holder.pk)
    try:
        changed = amend(registration=registration, question=step.question, answers=answers, actor=actor)
    except (Incomplete, NotOpen):
        messages.error(request, _("This cannot be changed here. Please write to us, and a person will help."))
        return redirect("family:told", registration.reference)
    safe_word = form.cleaned_data.get("safe_word") if form.is_valid() else ""
    if safe_word:
        set_safe_word(holder=holder, safe_word=safe_word, actor=actor)
    drop_unsent(registration=registration)
    if changed is None and not safe_word:
        messages.info(request, _("Nothing had to be changed."))
    else:
        messages.success(request, _("Your change is saved. It takes effect at once."))
    if "remove" in request.POST:
        return redirect("family:amend", registration.reference, step.question)
    if changed is not None and step.question == NAME:
        return redirect("family:amend", registration.reference, PARTS)
    return redirect("family:told", registration.reference)


def _form(step: Step, registration: Registration) -> QuestionForm:
    if kept := kept_fields(registration, told_place(step.question)):
        return step.make_form(kept)
    return step.form_with(newest_answers(registration).get(step.question))


def _page(
    request: HttpRequest, registration: Registration, step: Step, form: QuestionForm, holder: AccessHolder
) -> HttpResponse:
    context = {
        "step": step,
        "form": form,
        "registration": registration,
        "is_amending": True,
        "back_url": reverse("family:told", args=[registration.reference]),
        "has_safe_word": bool(holder.safe_word),
    }
    if step.question == STAYS:
        reference, told = registration.reference, newest_answers(registration).get(STAYS, {})
        context |= list_of_stays(told, lambda number: reverse("family:amend-stay", args=[reference, number]))
    return render_page(request, step.template, context)
