"""A helper's list, the testimony before the first question, and the way on (floor 7). The gate has checked before."""

from datetime import timedelta
from typing import cast
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.generic import ListView

from portal.accounts.models import User
from portal.accounts.permissions import actor_of
from portal.accounts.signing_in_again import forget_kept_form, forget_sent_form, kept_form
from portal.core.carrying import pairs, was_cut
from portal.core.languages import LANGUAGES, language
from portal.core.sent_again import again
from portal.family.filling import begin_filling
from portal.family.receipts import STYLES, receipt_pdf
from portal.family.sessions import HELPING
from portal.family.steps import url_to_go_on
from portal.organizations.permissions import organizations_helped_for
from portal.registry.models import Registration, Testimony
from portal.registry.services.drafts import discard_draft
from portal.registry.services.helping import begin_helping
from portal.registry.testimonies import (
    access_helped_draft,
    find_helped,
    may_hand_over,
    note_listed,
    testimonies_of_helper,
)

from .forms import TestimonyForm

_FRAME = {"current": "helping", "brand_url": "/helping/"}


class HelpedListView(ListView):
    """What this helper began and sent. Of what was sent only when, and its reference."""

    template_name = "family/helping/list.html"
    context_object_name = "testimonies"
    paginate_by = 50

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """What waited for her after signing in is forgotten once she is here."""
        forget_kept_form(request)
        return super().get(request, *args, **kwargs)

    def get_queryset(self):
        """Her own, of the organizations that she acts for now."""
        return testimonies_of_helper(self.request.user)

    def get_context_data(self, **kwargs) -> dict:
        """Each with its registration where it was sent, and when a draft ends."""
        context = {**super().get_context_data(**kwargs), **_FRAME}
        note_listed(context["testimonies"], user=self.request.user)
        context["rows"] = [_row(one) for one in context["testimonies"]]
        context["may_begin"] = organizations_helped_for(self.request.user).exists()
        return context


def _row(testimony: Testimony) -> dict:
    draft = testimony.draft
    sent = getattr(draft, "registration", None) if draft.submitted_at else None
    ends_on = draft.updated_at + timedelta(days=settings.DRAFT_DAYS)
    return {"testimony": testimony, "draft": draft, "sent": sent, "ends_on": ends_on}


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Ask what the person agrees to, record it, and lead to the first question in the person's language."""
    organizations = list(organizations_helped_for(request.user))
    if not organizations:
        return redirect("helping:list")
    forget_sent_form(request)
    form = TestimonyForm(request.POST if request.method == "POST" else None, organizations=organizations)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data.get("organization") or str(organizations[0].pk)
        spoken = form.cleaned_data["language"]
        testimony = begin_helping(
            token=form.cleaned_data["token"],
            user=cast(User, request.user),
            organization=next(one for one in organizations if str(one.pk) == chosen),
            heard=form.heard(),
            language=spoken if spoken in LANGUAGES else language(get_language()).code,
        )
        return _lead_on(request, testimony)
    return render(request, "family/helping/new.html", {**_FRAME, "form": form})


@require_safe
def kept(request: HttpRequest) -> HttpResponse:
    """What she sent while she was signed out, to be sent with one press; to another helper nothing of it is shown."""
    found = kept_form(request)
    fields = pairs(found["fields"]) if found else []
    if found is None or not _wrote(cast(User, request.user), found["path"], dict(fields)):
        return redirect("helping:list")
    context = {**_FRAME, "refused": again(request, fields, found["path"]), "is_cut": was_cut(fields)}
    return render(request, "family/helping/again.html", context)


def _wrote(user: User, path: str, fields: dict[str, str]) -> bool:
    """Say whether this helper wrote it: a testimony of her own, or a form that was shown to her."""
    first = path.split("/")[1:2]
    try:
        with override(first[0] if first and first[0] in LANGUAGES else get_language()):
            match = resolve(path)
        key = UUID(fields.get("by" if match.view_name == "helping:new" else HELPING, ""))
    except (Resolver404, ValueError):
        return False
    if match.view_name == "helping:new":
        return key == user.pk
    return match.namespace == "family" and find_helped(key, user=user) is not None


@require_POST
def go_on(request: HttpRequest, key: UUID) -> HttpResponse:
    """Open a draft again, where it was left."""
    return _lead_on(request, access_helped_draft(key, user=request.user))


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, key: UUID) -> HttpResponse:
    """Delete a draft because the person no longer wants it: one page that says so, and one button."""
    testimony = find_helped(key, user=request.user)
    if testimony is None:
        raise Http404
    if request.method != "POST" and not testimony.draft.submitted_at:
        note_listed([testimony], user=request.user)
        return render(request, "family/helping/delete.html", {**_FRAME, "testimony": testimony})
    if request.method == "POST" and discard_draft(draft=testimony.draft, actor=actor_of(request)):
        messages.success(request, _("It is deleted. Nothing of it is kept."))
    return redirect("helping:list")


def _lead_on(request: HttpRequest, testimony: Testimony) -> HttpResponse:
    if testimony.draft.submitted_at:
        return redirect("helping:list")
    begin_filling(request, testimony)
    with override(testimony.draft.language):
        return redirect(url_to_go_on(testimony.draft.answers))


@require_safe
def receipt(request: HttpRequest, key: UUID, style: str) -> HttpResponse:
    """The receipt to hand over, in the person's language, as long as the code may be shown."""
    testimony = find_helped(key, user=request.user)
    if style not in STYLES or testimony is None or not may_hand_over(testimony):
        raise Http404
    registration = Registration.objects.get(draft_id=testimony.draft_id)
    data = receipt_pdf(registration, style=style, language=language(registration.language))
    name = f'attachment; filename="{registration.reference}.pdf"'
    return HttpResponse(data, content_type="application/pdf", headers={"Content-Disposition": name})
