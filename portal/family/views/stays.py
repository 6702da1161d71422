"""One place where the person was held: added, or changed; before sending in the draft, afterwards as an amendment (7).

A row's number is given once and never to another row. The number after the last one is the place not written yet: a
second click then writes the same row again, and an old window changes no other place.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.core.languages import language
from portal.family.forms.stays import StayForm
from portal.family.held import may_add
from portal.family.kept import kept_fields, to_entry, told_place
from portal.family.own import own_registration
from portal.family.rendering import render_page
from portal.family.sessions import absent_holder, current_holder, is_away
from portal.family.steps import place_of, progress, step_of, steps_of
from portal.family.told import may_amend
from portal.family.typed import keep_typed, typed_for, without_typed
from portal.registry.answers import STAYS, Incomplete, kind_of
from portal.registry.models import Draft, Registration
from portal.registry.services.amendments import NotOpen, amend, newest_answers
from portal.registry.services.drafts import AlreadySent, open_draft, save_answers
from portal.registry.services.unsent import drop_unsent


@dataclass(frozen=True)
class _Stays:
    """The places told so far, and how a new list of them is kept."""

    kind: str
    told: dict
    save: Callable[[dict], object]
    list_url: str

    @property
    def rows(self) -> list[dict]:
        """The rows, each with its number."""
        return list(self.told.get("rows", []))

    def row(self, number: int) -> dict | None:
        """The row of a number, an empty one where it is the next; None where there is no such place (any more)."""
        found = next((row for row in self.rows if row["number"] == number), None)
        is_next = number == int(self.told.get("last", 0)) + 1 and may_add(self.told)
        return {} if found is None and is_next else found

    def put(self, number: int, answers: dict) -> None:
        """Keep a row under its number."""
        row = {**answers, "number": number}
        rows = self.rows
        if any(one["number"] == number for one in rows):
            rows = [row if one["number"] == number else one for one in rows]
        else:
            rows.append(row)
        self.save({"rows": rows, "last": max(number, int(self.told.get("last", 0)))})


@require_http_methods(["GET", "HEAD", "POST"])
def stay(request: HttpRequest, number: int) -> HttpResponse:
    """A place in the draft."""
    holder = current_holder(request)
    if holder is None:
        if request.method == "POST" and (absent := absent_holder(request)):
            keep_typed(absent, STAYS, request.POST, language=_language())
        return redirect("family:return" if is_away(request) else "family:start")
    draft = open_draft(holder)
    step = step_of(STAYS, kind_of(draft.answers)) if draft else None
    if draft is None or step is None:
        return redirect("family:me")
    stays = _Stays(step.kind, draft.answers.get(STAYS, {}), lambda told: _save_draft(draft, told), step.url)
    place = {
        "step_number": place_of(step),
        "step_total": len(steps_of(step.kind)),
        "step_states": progress(step, draft.answers),
    }
    try:
        return _answer(request, stays, number, typed_for(draft.answers, STAYS), place)
    except AlreadySent:
        return redirect("family:me")


@require_http_methods(["GET", "HEAD", "POST"])
def amend_stay(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """A place in what she has sent; what is new stands beside the old."""
    holder = current_holder(request)
    if holder is None:
        return to_entry(request, reference, told_place(STAYS, number))
    registration = own_registration(holder, reference)
    if not may_amend(registration):
        return redirect("family:told", reference)
    told = newest_answers(registration).get(STAYS, {})
    list_url = reverse("family:amend", args=[reference, STAYS])
    stays = _Stays(registration.kind, told, lambda new: _save_amended(request, registration, holder, new), list_url)
    kept = kept_fields(registration, told_place(STAYS, number))
    return _answer(request, stays, number, kept, {"is_amending": True})


def _answer(
    request: HttpRequest, stays: _Stays, number: int, typed: MultiValueDict | None, place: dict
) -> HttpResponse:
    row = stays.row(number)
    if row is None:
        return redirect(stays.list_url)
    if request.method == "POST":
        form = StayForm(request.POST, kind=stays.kind)
        if form.is_valid():
            stays.put(number, form.answers())
            return redirect(stays.list_url)
    elif typed and typed.get("row") == str(number):
        form = StayForm(typed, kind=stays.kind)
    else:
        form = StayForm(initial=StayForm.initial_from(row), kind=stays.kind)
    context = {"form": form, "number": number, "kind": stays.kind, "back_url": stays.list_url, **place}
    return render_page(request, "family/stay.html", context)


def _save_draft(draft: Draft, told: dict) -> None:
    answers = {STAYS: told, **without_typed(draft.answers, STAYS)}
    save_answers(draft=draft, answers=answers, language=_language(), actor=Actor.holder(draft.holder_id))


def _save_amended(request: HttpRequest, registration: Registration, holder: AccessHolder, told: dict) -> None:
    try:
        amend(registration=registration, question=STAYS, answers=told, actor=Actor.holder(holder.pk))
    except (Incomplete, NotOpen):
        messages.error(request, _("This cannot be changed here. Please write to us, and a person will help."))
        return
    drop_unsent(registration=registration)
    messages.success(request, _("Your change is saved. It takes effect at once."))


def _language() -> str:
    return language(get_language()).code
