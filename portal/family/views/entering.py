"""Opening her page by whichever way, and the one page on which that is done (floor 7; R-01, R-05)."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from portal.accounts.models import AccessHolder
from portal.accounts.services.passkeys import begin_opening
from portal.family.closed import carried, show_again, to_carry
from portal.family.forms.visit import CodeForm
from portal.family.forms.ways import NameForm, OpenWithPasskeyForm
from portal.family.rendering import render_page
from portal.family.sessions import current_holder, has_next, has_wanted, is_away, open_holder, take_next
from portal.family.steps import step_of
from portal.family.typed import typed_question, typed_row
from portal.family.views.following import follow_wanted
from portal.registry.answers import FILES, NAMES, STAYS, kind_of
from portal.registry.services.drafts import open_draft

# Questions whose pages are no numbered ones.
_OWN_PAGES = {NAMES: "family:names", FILES: "family:draft-files"}


def site_of(request: HttpRequest) -> str:
    """The host's name, to which passkeys are bound."""
    return request.get_host().partition(":")[0]


def enter(request: HttpRequest, holder: AccessHolder) -> HttpResponse:
    """Open her page under a new session key and lead to what waits for her, else to where she was."""
    next_page = take_next(request)
    open_holder(request, holder)
    if kept := show_again(request, holder):
        return kept
    if next_page:
        return redirect(next_page)
    return follow_wanted(request, holder) or _where_she_was(holder)


def for_holder_or_code(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Like `for_holder`, for a view whose form she may have filled in while her page closed."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        holder = current_holder(request)
        return view(request, holder, *args, **kwargs) if holder else ask_for_code(request)

    return guarded


def ask_for_code(request: HttpRequest) -> HttpResponse:
    """Lead to the page for the code; what was posted goes along, where anything was typed."""
    kept = to_carry(request)
    return code_page(request, kept=kept) if kept else redirect("family:return")


def code_page(
    request: HttpRequest,
    form: CodeForm | None = None,
    name_form: NameForm | None = None,
    passkey_form: OpenWithPasskeyForm | None = None,
    status: int = 200,
    kept: dict | None = None,
) -> HttpResponse:
    """Show all ways in; the one that was tried keeps what was typed, and says what is wrong. 429 is too many."""
    ceremony = begin_opening(host=site_of(request))
    context = {
        "form": form or CodeForm(),
        "name_form": name_form or NameForm(),
        "passkey_form": passkey_form or OpenWithPasskeyForm(),
        "tried": name_form or passkey_form or form,
        "has_tried_other": bool(name_form or passkey_form),
        "passkey": ceremony,
        "is_away": is_away(request),
        "is_throttled": status == 429,
        "has_wanted": has_wanted(request),
        "has_next": has_next(request),
        "carried": kept or carried(request.POST),
    }
    return render_page(request, "family/return.html", context, status=status)


def _where_she_was(holder: AccessHolder) -> HttpResponse:
    draft = open_draft(holder)
    question = typed_question(draft.answers) if draft else None
    if question in _OWN_PAGES:
        return redirect(_OWN_PAGES[question])
    if draft and question == STAYS and (number := typed_row(draft.answers, STAYS)):
        return redirect("family:stay", number)
    step = step_of(question, kind_of(draft.answers)) if draft and question else None
    return redirect(step.url if step else "family:me")
