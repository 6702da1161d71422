"""The beginning, the list of all questions, the check, sending, and what is shown afterwards (floor 7)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.core.languages import language
from portal.family.doubts import doubts
from portal.family.filling import current_helped, end_filling, for_filling, home, is_helping, who_acts
from portal.family.helping.handing import hand_over
from portal.family.own import own_registration
from portal.family.progress import file_count, hub_of
from portal.family.rendering import clear_device, for_holder, render_page
from portal.family.sessions import close_holder, current_holder
from portal.family.standing import standing_of, task_for
from portal.family.steps import first_step, step_of, steps_of
from portal.family.summaries import sections
from portal.registry.answers import Incomplete, kind_of, missing_questions
from portal.registry.models import Draft, Registration
from portal.registry.services.drafts import open_draft, start_draft
from portal.registry.services.submission import submit_draft
from portal.registry.services.together import start_together, taken_together
from portal.registry.services.trust import PROVEN


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """What registering means, before the first question."""
    holder = current_holder(request)
    draft = open_draft(holder) if holder else None
    return render_page(request, "family/start.html", {"holder": holder, "draft": draft})


@require_POST
@for_holder
def another(request: HttpRequest, holder: AccessHolder) -> HttpResponse:
    """Begin a further registration of the same holder."""
    start_draft(holder=holder, language=language(get_language()).code, actor=Actor.holder(holder.pk))
    return redirect(first_step().url)


@require_POST
@for_holder
def together(request: HttpRequest, holder: AccessHolder, reference: str) -> HttpResponse:
    """Begin a registration of another person taken at the same time; what is the same is not asked again."""
    registration = own_registration(holder, reference)
    start_together(registration=registration, language=language(get_language()).code, actor=Actor.holder(holder.pk))
    return redirect("family:hub")


@require_safe
@for_filling
def hub(request: HttpRequest, holder: AccessHolder) -> HttpResponse:
    """Every question with how far it is; each can be opened, in any order."""
    draft = open_draft(holder)
    return render_page(request, "family/hub.html", hub_of(draft)) if draft else home(request)


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Show all answers; POST sends them. Sent twice, the answer is the same: to a helper the page to hand over."""
    helped = current_helped(request) if request.method == "POST" else None
    if helped and helped.draft.submitted_at:
        return hand_over(request, helped)
    return _check(request)


@for_filling
def _check(request: HttpRequest, holder: AccessHolder) -> HttpResponse:
    draft = open_draft(holder)
    if request.method == "POST":
        return _send(request, holder, draft)
    if draft is None:
        return home(request)
    return _check_page(request, holder, draft)


def _send(request: HttpRequest, holder: AccessHolder, draft: Draft | None) -> HttpResponse:
    draft = draft or Draft.objects.filter(holder=holder).order_by("-submitted_at").first()
    if draft is None:
        return home(request)
    try:
        # Who fills in beside a person has shown who she is.
        standing = PROVEN if is_helping(request) else standing_of(request.POST, draft)
        submit_draft(draft=draft, actor=who_acts(request, holder), standing=standing)
    except Incomplete:
        return _check_page(request, holder, Draft.objects.get(pk=draft.pk), asked=True)
    helped = current_helped(request)
    return hand_over(request, helped) if helped else redirect("family:done")


def _check_page(request: HttpRequest, holder: AccessHolder, draft: Draft, asked: bool = False) -> HttpResponse:
    kind = kind_of(draft.answers)
    missing = [step_of(question, kind) for question in missing_questions(draft.answers)]
    context = {
        "sections": sections(draft.answers, has_safe_word=bool(holder.safe_word)),
        "missing": missing,
        "kind": kind,
        "file_count": file_count(draft),
        "doubts": doubts(draft.answers),
        "is_asked": asked,
        "task": task_for(draft),
        "back_url": steps_of(kind)[-1].url,
    }
    return render_page(request, "family/check.html", context)


@require_safe
@for_holder
def done(request: HttpRequest, holder: AccessHolder) -> HttpResponse:
    """A new page after sending, not the form: the reference and what happens next."""
    registration = Registration.objects.of_holder(holder).order_by("-submitted_at").first()
    if registration is None:
        return redirect("family:me")
    context = {"registration": registration, "together": taken_together(registration)}
    return render_page(request, "family/done.html", context)


@require_safe
def stop(request: HttpRequest) -> HttpResponse:
    """Saved; the visit is over, and she can come back with her code. A helper goes back to her list, signed in."""
    if is_helping(request):
        end_filling(request)
        return redirect("helping:list")
    close_holder(request)
    return clear_device(render_page(request, "family/stopped.html"))
