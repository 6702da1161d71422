"""One question per page. Every answer is in the draft before the next page opens (floor 7)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.views import View

from portal.accounts.models import AccessHolder
from portal.accounts.services.holders import create_holder, set_safe_word
from portal.audit.actors import VISITOR, Actor
from portal.core.languages import language
from portal.core.references import spaced_return_code
from portal.family.forms.base import QuestionForm
from portal.family.forms.person import proposed_parts
from portal.family.rendering import render_page
from portal.family.sessions import absent_holder, current_holder, is_away, open_holder
from portal.family.steps import CHECK_NUMBER, TOTAL, Step, page_url, progress, step_by_number
from portal.family.typed import keep_typed, typed_for, without_typed
from portal.registry.answers import NAME, PARTS, first_open_question
from portal.registry.models import Draft
from portal.registry.services.drafts import AlreadySent, open_draft, save_answers, start_draft


class StepView(View):
    """Show and save one question."""

    http_method_names = ["get", "head", "post"]

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        """The question, with what was answered before or typed before she was away."""
        step, holder = _step(number), current_holder(request)
        if holder is None:
            return _page(request, step, step.form()) if _may_begin(request, step) else _to_entry(request)
        draft = open_draft(holder)
        if draft is None:
            return _page(request, step, step.form()) if _is_fresh(holder, step) else redirect("family:me")
        return _page(request, step, _form_for(step, draft), holder)

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        """Save, then lead on. The first save gives the code, shown once."""
        step, holder = _step(number), current_holder(request)
        if holder is None:
            return self._post_without_page(request, step)
        if open_draft(holder) is None and not _is_fresh(holder, step):
            return redirect("family:me")
        form = step.form(request.POST)
        if not form.is_valid():
            return _page(request, step, form, holder)
        draft = start_draft(holder=holder, language=_language(), actor=Actor.holder(holder.pk))
        try:
            return self._save(request, step, form, holder, draft)
        except AlreadySent:
            return redirect("family:me")

    def _post_without_page(self, request: HttpRequest, step: Step) -> HttpResponse:
        if absent := absent_holder(request):
            keep_typed(absent, step.question, request.POST, language=_language())
            return redirect("family:return")
        if not _may_begin(request, step):
            return _to_entry(request)
        form = step.form(request.POST)
        if not form.is_valid():
            return _page(request, step, form)
        holder, code = create_holder(language=_language(), actor=VISITOR)
        actor = Actor.holder(holder.pk)
        draft = start_draft(holder=holder, language=_language(), actor=actor)
        save_answers(draft=draft, answers={step.question: form.answers()}, language=_language(), actor=actor)
        open_holder(request, holder)
        context = {"code": spaced_return_code(code), "next": page_url(step.number + 1), "stops": "stop" in request.POST}
        return render_page(request, "family/code.html", context)

    def _save(
        self, request: HttpRequest, step: Step, form: QuestionForm, holder: AccessHolder, draft: Draft
    ) -> HttpResponse:
        actor = Actor.holder(holder.pk)
        before = draft.answers
        saved = {step.question: form.answers(), **without_typed()}
        draft = save_answers(draft=draft, answers=saved, language=_language(), actor=actor)
        if safe_word := form.cleaned_data.get("safe_word"):
            set_safe_word(holder=holder, safe_word=safe_word, actor=actor)
        if "stop" in request.POST:
            return redirect("family:stop")
        return redirect(page_url(_next_number(step, before, draft.answers)))


def _next_number(step: Step, before: dict, after: dict) -> int:
    """The next page; with every question answered the check page, after a changed name its parts."""
    name_changed = step.question == NAME and PARTS in after and before.get(NAME) != after[NAME]
    if first_open_question(after) is None and not name_changed:
        return CHECK_NUMBER
    return step.number + 1


def _step(number: int) -> Step:
    step = step_by_number(number)
    if step is None:
        raise Http404
    return step


def _may_begin(request: HttpRequest, step: Step) -> bool:
    """Only the first question may be opened by somebody without a code."""
    return step.number == 1 and not is_away(request)


def _is_fresh(holder: AccessHolder, step: Step) -> bool:
    """Say whether this holder has nothing yet (her old draft lapsed), so that the first question may begin anew."""
    return step.number == 1 and not holder.registrations.exists()


def _to_entry(request: HttpRequest) -> HttpResponse:
    return redirect("family:return" if is_away(request) else "family:start")


def _form_for(step: Step, draft: Draft) -> QuestionForm:
    answers = draft.answers
    if typed := typed_for(answers, step.question):
        return step.form(typed)
    if step.question in answers:
        return step.form(initial=step.form.initial_from(answers[step.question]))
    proposal = proposed_parts(answers[NAME]["full"]) if step.question == PARTS and NAME in answers else {}
    return step.form(initial=proposal)


def _page(request: HttpRequest, step: Step, form: QuestionForm, holder: AccessHolder | None = None) -> HttpResponse:
    context = {
        "step": step,
        "form": form,
        "step_number": step.number,
        "step_total": TOTAL,
        "step_states": progress(step.number),
        "back_url": page_url(step.number - 1) if step.number > 1 else reverse("family:start"),
        "has_safe_word": bool(holder and holder.safe_word),
        "is_proposed": step.question == PARTS and not form.is_bound and bool(form.initial),
    }
    return render_page(request, step.template, context)


def _language() -> str:
    return language(get_language()).code
