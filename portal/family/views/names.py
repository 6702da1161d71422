"""Further names of the person, each a row of its own: add one in one box, correct its parts, take it away (floor 7).

A row's number is given once and never to another row: a second click or an old window then changes no other name.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.views import View

from portal.audit.actors import Actor
from portal.core.languages import language
from portal.family.filling import absent_filled_for, filled_for, home, is_helping
from portal.family.forms.person import NameRowForm, NewNameForm, kind_label, proposed_parts
from portal.family.rendering import render_page
from portal.family.sessions import is_away
from portal.family.steps import place_of, progress, step_of, steps_of, url_after
from portal.family.typed import keep_typed, typed_for, without_typed
from portal.family.views.entering import ask_for_code
from portal.registry.answers import NAMES, PARTS, kind_of
from portal.registry.models import Draft
from portal.registry.services.drafts import AlreadySent, open_draft, save_answers

# More than anybody was seen to have; the box for adding one is then gone. Numbers have two digits at most.
MOST, LAST = 12, 99


class _NamesView(View):
    """What both pages share: an open draft, and nothing lost where her page has closed."""

    http_method_names = ["get", "head", "post"]

    def dispatch(self, request: HttpRequest, *args, **kwargs):
        """Lead to where she can go on, where there is no draft to write to."""
        holder = filled_for(request)
        if holder is None:
            if request.method == "POST" and (absent := absent_filled_for(request)):
                keep_typed(absent, NAMES, request.POST, language=_language())
            if is_helping(request):
                return home(request)
            if request.method == "POST" and not is_away(request):
                return ask_for_code(request)
            return redirect("family:return" if is_away(request) else "family:start")
        draft = open_draft(holder)
        if draft is None:
            return home(request)
        self.draft = draft
        try:
            return super().dispatch(request, *args, **kwargs)
        except AlreadySent:
            return home(request)


class NamesView(_NamesView):
    """The names so far, and one box for another."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list. What she typed before she was away comes back where it was typed."""
        typed = typed_for(self.draft.answers, NAMES)
        if typed and (number := _number(typed.get("row"), self.draft)):
            return redirect("family:name", number)
        form = NewNameForm(typed) if typed else NewNameForm()
        return _list_page(request, self.draft, form)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Take one away, or add one: its parts are proposed, and the next page is for correcting them."""
        rows = _rows(self.draft)
        if "remove" in request.POST:
            _save(self.draft, [row for row in rows if str(row["number"]) != request.POST["remove"]])
            return redirect("family:names")
        form = NewNameForm(request.POST)
        if not _may_add(self.draft) or not form.is_valid():
            return _list_page(request, self.draft, form)
        added, number = form.answers(), _last(self.draft) + 1
        parts = {name: part for name, part in proposed_parts(added["full"]).items() if part}
        _save(self.draft, [*rows, {**parts, **added, "number": number}], last=number)
        return redirect("family:name", number)


class NameView(_NamesView):
    """One of the names with its parts."""

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        """As it stands, or as she typed it before she was away."""
        row = _row(self.draft, number)
        typed = typed_for(self.draft.answers, NAMES)
        is_typed = typed is not None and _number(typed.get("row"), self.draft) == number
        return _row_page(request, self.draft, number, NameRowForm(typed) if is_typed else NameRowForm(initial=row))

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        """Keep what she corrected; nothing else of the row stays."""
        _row(self.draft, number)
        form = NameRowForm(request.POST)
        if not form.is_valid():
            return _row_page(request, self.draft, number, form)
        corrected = {**form.answers(), "number": number}
        _save(self.draft, [corrected if row["number"] == number else row for row in _rows(self.draft)])
        return redirect("family:names")


def _rows(draft: Draft) -> list[dict]:
    return list(draft.answers.get(NAMES, {}).get("rows", []))


def _last(draft: Draft) -> int:
    return int(draft.answers.get(NAMES, {}).get("last", 0))


def _may_add(draft: Draft) -> bool:
    return len(_rows(draft)) < MOST and _last(draft) < LAST


def _row(draft: Draft, number: int) -> dict:
    found = next((row for row in _rows(draft) if row["number"] == number), None)
    if found is None:
        raise Http404
    return found


def _number(text: object, draft: Draft) -> int | None:
    """The number of one of her rows, or None where it is none."""
    return next((row["number"] for row in _rows(draft) if str(row["number"]) == text), None)


def _save(draft: Draft, rows: list[dict], last: int | None = None) -> None:
    names = {"rows": rows, "last": _last(draft) if last is None else last}
    answers = {NAMES: names, **without_typed(draft.answers, NAMES)}
    save_answers(draft=draft, answers=answers, language=_language(), actor=Actor.holder(draft.holder_id))


def _list_page(request: HttpRequest, draft: Draft, form: NewNameForm) -> HttpResponse:
    parts = step_of(PARTS, kind_of(draft.answers))
    context = {
        "form": form,
        "rows": [_shown(row) for row in _rows(draft)],
        "may_add": _may_add(draft),
        "most": MOST,
        "next_url": url_after(parts, draft.answers, draft.answers) if parts else reverse("family:check"),
    }
    return render_page(request, "family/names.html", {**_place(draft), **context})


def _shown(row: dict) -> dict:
    """A name as her answers are shown, with its number for taking it away."""
    url = reverse("family:name", args=[row["number"]])
    label = kind_label(row["kind"])
    return {"label": label, "value": row["full"], "style": "name", "url": url, "number": row["number"]}


def _row_page(request: HttpRequest, draft: Draft, number: int, form: NameRowForm) -> HttpResponse:
    context = {"form": form, "number": number, "back_url": reverse("family:names")}
    return render_page(request, "family/name.html", {**_place(draft), **context})


def _place(draft: Draft) -> dict:
    """Where she is: beside the page of the name's parts, which every kind is asked."""
    parts = step_of(PARTS, kind_of(draft.answers))
    if parts is None:
        return {}
    return {
        "back_url": parts.url,
        "step_number": place_of(parts),
        "step_total": len(steps_of(parts.kind)),
        "step_states": progress(parts, draft.answers),
    }


def _language() -> str:
    return language(get_language()).code
