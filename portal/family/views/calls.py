""" "A person calls me": from every page of the form, before and after the first answer (floor 7)."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.models import AccessHolder
from portal.core.languages import language
from portal.family.filling import filled_for, who_acts
from portal.family.forms.call import CallForm
from portal.family.rendering import render_page
from portal.family.steps import first_step, url_to_go_on
from portal.registry.answers import REACH
from portal.registry.enums import ContactWish
from portal.registry.services.drafts import open_draft
from portal.support.models import ReportKind
from portal.support.services import submit_report


@require_http_methods(["GET", "HEAD", "POST"])
def call(request: HttpRequest) -> HttpResponse:
    """Ask for the number; what was answered so far stays where it is."""
    holder = filled_for(request)
    form = CallForm(request.POST if request.method == "POST" else None, initial=_initial(holder))
    if request.method == "POST" and form.is_valid():
        submit_report(
            kind=ReportKind.CALL,
            language=language(get_language()).code,
            words=form.cleaned_data["hours"],
            reach=form.cleaned_data["phone"],
            reference="",
            token=form.cleaned_data["token"],
            holder=holder,
            actor=who_acts(request, holder) if holder else None,
        )
        return redirect("family:call-asked")
    return render_page(request, "family/call.html", {"form": form, "back_url": _way_on(holder)})


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """Said on a page that may be loaded again; it holds nothing of what was written."""
    holder = filled_for(request)
    return render_page(request, "family/call_asked.html", {"way_on": _way_on(holder), "has_page": holder is not None})


def _initial(holder: AccessHolder | None) -> dict:
    """A new key, and the number she gave before."""
    draft = open_draft(holder) if holder else None
    reach = draft.answers.get(REACH, {}) if draft else {}
    known = {"phone": reach.get("value"), "hours": reach.get("hours")} if reach.get("wish") == ContactWish.CALL else {}
    return {"token": uuid.uuid4(), **known}


def _way_on(holder: AccessHolder | None) -> str:
    """Back to where she was: the first open question; without a draft her page, or the first question of all."""
    draft = open_draft(holder) if holder else None
    if draft:
        return url_to_go_on(draft.answers)
    return reverse("family:me") if holder else first_step().url
