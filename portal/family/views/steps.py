"""One question per page. Every answer is in the draft before the next page opens (floor 7).

Nobody is held on a page: she may stop, go to the list of all questions or ask for a call from every page. What is
complete is saved then; what is not stays as it was typed, for when she comes back to it.
"""

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.views import View

from portal.accounts.models import AccessHolder
from portal.accounts.services.holders import create_holder, set_safe_word
from portal.audit.actors import VISITOR, Actor
from portal.core.languages import language
from portal.core.references import spaced_return_code
from portal.family.filling import absent_filled_for, filled_for, home, is_helping
from portal.family.forms.base import QuestionForm
from portal.family.forms.person import proposed_parts
from portal.family.held import list_of_stays
from portal.family.questions import Step
from portal.family.rendering import render_page
from portal.family.sessions import is_away, open_holder
from portal.family.steps import (
    first_step,
    is_number,
    place_of,
    progress,
    step_by_number,
    steps_of,
    url_after,
    url_before,
)
from portal.family.typed import keep_typed, typed_for, without_typed
from portal.family.views.entering import ask_for_code
from portal.registry.answers import NAME, PARTS, STAYS, kind_of
from portal.registry.models import Draft
from portal.registry.services.drafts import AlreadySent, open_draft, save_answers, start_draft

# The buttons that lead off a page, whatever was answered on it.
_WAYS = {"stop": "family:stop", "list": "family:hub", "call": "family:call", "names": "family:names"}


class StepView(View):
    """Show and save one question."""

    http_method_names = ["get", "head", "post"]

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        """Answer 404 where there is no such page for anybody."""
        if not is_number(kwargs["number"]):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        """The question, with what was answered before or typed before she was away."""
        holder = filled_for(request)
        if holder is None:
            is_new = not is_helping(request) and _may_begin(request, number)
            return _page(request, first_step()) if is_new else _to_entry(request)
        draft = open_draft(holder)
        if draft is None:
            return _page(request, first_step()) if _is_fresh(holder, number) else home(request)
        step = step_by_number(number, kind_of(draft.answers))
        return _page(request, step, holder, draft) if step else redirect("family:hub")

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        """Save, then lead on. The first save gives the code, shown once."""
        holder = filled_for(request)
        if holder is None:
            return _post_without_page(request, number)
        draft = open_draft(holder)
        if draft is None and not _is_fresh(holder, number):
            return home(request)
        step = step_by_number(number, kind_of(draft.answers if draft else {}))
        if step is None:
            return redirect("family:hub")
        draft = draft or start_draft(holder=holder, language=_language(), actor=Actor.holder(holder.pk))
        try:
            return _answer(request, step, holder, draft)
        except AlreadySent:
            return home(request)


def _answer(request: HttpRequest, step: Step, holder: AccessHolder, draft: Draft) -> HttpResponse:
    if "skip" in request.POST and step.is_optional:
        return _skip(step, holder, draft)
    before = draft.answers.get(step.question)
    if silence := step.silence(request.POST, before):
        after = _write(step, silence, holder, draft)
        return redirect(url_after(step, draft.answers, after))
    form, way = step.form_with(before, request.POST), _way_out(request.POST, step)
    if form.is_valid():
        after = _save(step, form, holder, draft)
        return redirect(way or url_after(step, draft.answers, after))
    if way:
        keep_typed(holder, step.question, request.POST, language=_language())
        return redirect(way)
    return _page(request, step, holder, draft, form)


def _save(step: Step, form: QuestionForm, holder: AccessHolder, draft: Draft) -> dict:
    """Put the answer into the draft; return all answers."""
    after = _write(step, step.kept(form.answers(), draft.answers.get(step.question)), holder, draft)
    if safe_word := form.cleaned_data.get("safe_word"):
        set_safe_word(holder=holder, safe_word=safe_word, actor=Actor.holder(holder.pk))
    return after


def _skip(step: Step, holder: AccessHolder, draft: Draft) -> HttpResponse:
    """Go on without an answer. What she answered here before stays; what was not, is marked as seen."""
    after = _write(step, draft.answers.get(step.question, {}), holder, draft)
    return redirect(url_after(step, after, after))


def _write(step: Step, answer: dict, holder: AccessHolder, draft: Draft) -> dict:
    answers = {step.question: answer, **without_typed(draft.answers, step.question)}
    return save_answers(draft=draft, answers=answers, language=_language(), actor=Actor.holder(holder.pk)).answers


def _post_without_page(request: HttpRequest, number: int) -> HttpResponse:
    """The first answer of all, or what was sent after her page had closed."""
    if absent := absent_filled_for(request):
        return _keep_for_return(request, absent, number)
    if is_helping(request):
        return _to_entry(request)
    if not _may_begin(request, number):
        return ask_for_code(request)
    step = first_step()
    form, way = step.make_form(request.POST), _way_out(request.POST, step)
    if not form.is_valid():
        return redirect(way) if way else _page(request, step, form=form)
    holder, code = create_holder(language=_language(), actor=VISITOR)
    actor = Actor.holder(holder.pk)
    draft = start_draft(holder=holder, language=_language(), actor=actor)
    draft = save_answers(draft=draft, answers={step.question: form.answers()}, language=_language(), actor=actor)
    open_holder(request, holder)
    stops = "stop" in request.POST
    following = way if way and not stops else url_after(step, {}, draft.answers)
    context = {"code": spaced_return_code(code), "next": following, "stops": stops}
    return render_page(request, "family/code.html", context)


def _keep_for_return(request: HttpRequest, absent: AccessHolder, number: int) -> HttpResponse:
    draft = open_draft(absent)
    step = step_by_number(number, kind_of(draft.answers)) if draft else None
    if step:
        keep_typed(absent, step.question, request.POST, language=_language())
    return _to_entry(request)


def _way_out(posted: QueryDict, step: Step) -> str:
    """The address that the pressed button leads to; empty for the button that saves and goes on."""
    if "remove" in posted:
        return step.url
    return next((reverse(name) for button, name in _WAYS.items() if button in posted), "")


def _may_begin(request: HttpRequest, number: int) -> bool:
    """Only the first question may be opened by somebody without a code."""
    return number == first_step().number and not is_away(request)


def _is_fresh(holder: AccessHolder, number: int) -> bool:
    """Say whether this holder has nothing yet (her old draft lapsed), so that the first question may begin anew."""
    return number == first_step().number and not holder.registrations.exists()


def _to_entry(request: HttpRequest) -> HttpResponse:
    if is_helping(request):
        return home(request)
    return redirect("family:return" if is_away(request) else "family:start")


def _form_for(step: Step, answers: dict) -> QuestionForm:
    typed = typed_for(answers, step.question)
    if typed and "row" not in typed:  # what she typed for one row comes back where that row is written
        return step.make_form(typed)
    if answers.get(step.question):
        return step.form_with(answers[step.question])
    is_new = step.question == PARTS and step.question not in answers and NAME in answers
    return step.make_form(initial=proposed_parts(answers[NAME]["full"]) if is_new else {})


def _page(
    request: HttpRequest,
    step: Step,
    holder: AccessHolder | None = None,
    draft: Draft | None = None,
    form: QuestionForm | None = None,
) -> HttpResponse:
    answers = draft.answers if draft else {}
    form = form or _form_for(step, answers)
    context = {
        "step": step,
        "form": form,
        "step_number": place_of(step),
        "step_total": len(steps_of(step.kind)),
        "step_states": progress(step, answers),
        "back_url": url_before(step),
        "has_page": holder is not None,
        "has_safe_word": bool(holder and holder.safe_word),
        "is_proposed": step.question == PARTS and not form.is_bound and PARTS not in answers and bool(form.initial),
    }
    if step.question == STAYS:
        context |= list_of_stays(answers.get(STAYS, {}), lambda number: reverse("family:stay", args=[number]))
    return render_page(request, step.template, context)


def _language() -> str:
    return language(get_language()).code
